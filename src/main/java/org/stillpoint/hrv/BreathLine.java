package org.stillpoint.hrv;

import java.util.List;
import java.util.Optional;
import org.stillpoint.rr.RrInterval;

/**
 * The strongest narrow rhythm in the changes from one interval to the next. RMSSD is the size of
 * these changes, so the share says how much of RMSSD (squared) comes from one even rhythm: that of
 * slow or regular breathing. Uneven breathing spreads over many rates and has no line.
 *
 * <p>The power is a Fourier transform of the differences at their beats over {@link #SECONDS},
 * under a taper that covers a quarter of the window at each end.
 *
 * @param perMinute its rate, 4 to 30 per minute, the centre of its power
 * @param share power within 1 per minute of it divided by the power of all differences, 0 to 1;
 *     about 0.2 for noise, above 0.7 with a breath pacer
 */
public record BreathLine(double perMinute, double share) {
  /** Length of the window, in seconds: that of RMSSD, so that both tell of the same beats. */
  static final double SECONDS = HrvWindow.SECONDS;

  private static final double STEP = 0.25;
  private static final double SLOWEST = 4;
  private static final double FASTEST = 30;

  /** Half the width of a line, per minute: the resolution of one minute. */
  private static final double HALF_WIDTH = 1;

  /** Half the width in steps. */
  private static final int LOBE = (int) (HALF_WIDTH / STEP);

  /** Faster rhythms than this share of half the heart rate cannot be told from slower ones. */
  private static final double NYQUIST_SHARE = 0.95;

  private static final double TAPER = 0.5;
  private static final int FEWEST = 20;

  /** A smaller change is a rounding error: no heart is that even. */
  private static final double LEAST_MILLIS2 = 1e-6;

  /**
   * The line in the newest intervals.
   *
   * @param intervals corrected intervals, at least of the last minute, oldest first
   * @param endNanos end of the window
   * @return empty if fewer than 20 differences of normal intervals end in the window, if they cover
   *     too little of the spectrum, or if nothing varies
   */
  static Optional<BreathLine> of(List<RrInterval> intervals, long endNanos) {
    long startNanos = endNanos - Math.round(SECONDS * 1e9);
    double[] at = new double[intervals.size()];
    double[] changes = new double[intervals.size()];
    int count = 0;
    double nanos = 0;
    for (int i = 1; i < intervals.size(); i++) {
      RrInterval before = intervals.get(i - 1);
      RrInterval now = intervals.get(i);
      boolean inside = before.endNanos() > startNanos && now.endNanos() <= endNanos;
      if (inside && now.continues() && now.normal() && before.normal()) {
        at[count] = (now.endNanos() - startNanos) / 1e9;
        changes[count++] = now.millis() - before.millis();
        nanos += now.millis() * 1e6;
      }
    }
    return count < FEWEST ? Optional.empty() : of(at, changes, count, 30e9 * count / nanos);
  }

  private static Optional<BreathLine> of(
      double[] at, double[] changes, int count, double nyquistPerMinute) {
    double squares = 0;
    for (int i = 0; i < count; i++) {
      changes[i] *= taper(2 * at[i] / SECONDS - 1);
      squares += changes[i] * changes[i];
    }
    double fastest = Math.min(FASTEST, NYQUIST_SHARE * nyquistPerMinute);
    int bins = (int) Math.floor((fastest - SLOWEST) / STEP) + 1 + 2 * LOBE;
    if (bins <= 2 * LOBE || squares < LEAST_MILLIS2 * count) {
      return Optional.empty();
    }
    double[] power = new double[bins];
    for (int bin = 0; bin < bins; bin++) {
      power[bin] = power(at, changes, count, rate(bin));
    }
    int best = LOBE;
    for (int bin = LOBE; bin < bins - LOBE; bin++) {
      best = lobe(power, bin) > lobe(power, best) ? bin : best;
    }
    double moment = 0;
    for (int bin = best - LOBE; bin <= best + LOBE; bin++) {
      moment += power[bin] * rate(bin);
    }
    // The power from 0 to half the heart rate adds up to that of all differences.
    double share = lobe(power, best) * STEP / (nyquistPerMinute * squares);
    return Optional.of(new BreathLine(moment / lobe(power, best), Math.min(1, share)));
  }

  private static double rate(int bin) {
    return SLOWEST + (bin - LOBE) * STEP;
  }

  private static double taper(double at) {
    double inEdge = Math.max(0, Math.abs(at) - (1 - TAPER)) / TAPER;
    return 0.5 + 0.5 * Math.cos(Math.PI * inEdge);
  }

  private static double power(double[] at, double[] changes, int count, double perMinute) {
    double turn = 2 * Math.PI * perMinute / 60;
    double re = 0;
    double im = 0;
    for (int i = 0; i < count; i++) {
      re += changes[i] * Math.cos(turn * at[i]);
      im += changes[i] * Math.sin(turn * at[i]);
    }
    return re * re + im * im;
  }

  private static double lobe(double[] power, int bin) {
    double sum = 0;
    for (int i = bin - LOBE; i <= bin + LOBE; i++) {
      sum += power[i];
    }
    return sum;
  }
}

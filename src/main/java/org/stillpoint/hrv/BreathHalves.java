package org.stillpoint.hrv;

import java.util.List;

/**
 * Compares the breathing rate in the two halves of a window. If it changed, the rate of the whole
 * window is that of the half with the deeper breaths and is not meaningful.
 */
final class BreathHalves {
  /**
   * Difference up to which the halves are alike, per minute; half a window resolves about 2 per
   * minute.
   */
  private static final double ALIKE = 3;

  private static final double UNLIKE = 4.5;

  /** Range in which the rate of a half is searched, as shares of the rate of the whole window. */
  private static final double FROM = 0.5;

  private static final double TO = 1.5;

  /** With faster breathing, swings below this rate come from the blood vessels, per minute. */
  private static final double MAYER_BELOW = 8;

  private BreathHalves() {}

  /**
   * Compares the halves.
   *
   * @param modulations all that are available
   * @param endNanos end of the window
   * @param seconds its length
   * @param breathsPerMinute the rate of the whole window
   * @return 1 if the rates are alike, or if a half has no readable rate; 0 if they are not alike;
   *     values in between for differences of 3 to 4.5 per minute
   */
  static double alike(
      List<Modulation> modulations, long endNanos, double seconds, double breathsPerMinute) {
    long middleNanos = endNanos - Math.round(seconds / 2 * 1e9);
    double first = rate(modulations, middleNanos, seconds / 2, breathsPerMinute);
    double second = rate(modulations, endNanos, seconds / 2, breathsPerMinute);
    if (first == 0 || second == 0) {
      return 1;
    }
    double off = Math.abs(first - second);
    return Math.max(0, Math.min(1, (UNLIKE - off) / (UNLIKE - ALIKE)));
  }

  /** The clearest rate near another; 0 if there is none. */
  private static double rate(
      List<Modulation> modulations, long endNanos, double seconds, double near) {
    double[] clear = new double[BreathSpectrum.BINS];
    double slowest = near > MAYER_BELOW ? Math.max(MAYER_BELOW, FROM * near) : FROM * near;
    int from = Math.max(0, BreathSpectrum.bin(slowest));
    int to = Math.min(BreathSpectrum.BINS - 1, BreathSpectrum.bin(TO * near));
    for (Modulation each : modulations) {
      BreathSpectrum spectrum = BreathSpectrum.of(each, endNanos, seconds);
      for (int bin = from; spectrum != null && bin <= to; bin++) {
        clear[bin] += spectrum.wholeShare(bin) * spectrum.wholeShare(bin);
      }
    }
    int best = from;
    for (int bin = from; bin <= to; bin++) {
      best = clear[bin] > clear[best] ? bin : best;
    }
    return clear[best] > 0 ? BreathSpectrum.rate(best) : 0;
  }
}

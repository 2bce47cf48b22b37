package org.stillpoint.hrv;

import java.util.List;

/**
 * Whether breathing was about as fast in the first half of a window as in the second. Where it was
 * not, the rate of the whole is that of the half with the deeper breaths and says little.
 */
final class BreathHalves {
  /** Half a window tells a rate to about 2 a minute. */
  private static final double ALIKE = 3;

  private static final double UNLIKE = 4.5;

  /** Where a half is searched for its rate, as shares of the rate of the whole. */
  private static final double FROM = 0.5;

  private static final double TO = 1.5;

  /** Beside faster breathing, swings below this are the vessels' own. */
  private static final double MAYER_BELOW = 8;

  private BreathHalves() {}

  /**
   * Compares the halves.
   *
   * @param modulations all there are
   * @param endNanos end of the window
   * @param seconds its length
   * @param breathsPerMinute the rate of the whole
   * @return 1 where they are alike, or where one of them cannot be read; 0 where they are not
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

  /** The clearest rate near another; 0 when there is none. */
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

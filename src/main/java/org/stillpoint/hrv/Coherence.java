package org.stillpoint.hrv;

import java.util.Optional;
import org.stillpoint.rr.Tachogram;

/**
 * Breath rhythm: how far the heart rate swings in a single even rhythm. C = P / (T - P), where P is
 * the power within 0.015 Hz of the highest peak between 0.04 and 0.26 Hz, and T is the power
 * between 0.0033 and 0.4 Hz; after McCraty and Childre 2010 (Altern Ther Health Med 16:10-24). It
 * shows that the rhythm is even, not that the person is relaxed, and slow breathing raises it at
 * once.
 *
 * @param ratio C, 0 or more; white noise gives about 0.3, even slow breathing more than 3
 * @param peakHz frequency of the peak
 */
public record Coherence(double ratio, double peakHz) {
  /** Length of the window that it is meant for, in seconds. */
  public static final double SECONDS = 64;

  /** Least time that the intervals must cover in that window, in seconds. */
  static final double LEAST_SECONDS = 60;

  private static final double PEAK_FROM_HZ = 0.04;
  private static final double PEAK_TO_HZ = 0.26;
  private static final double PEAK_HALF_WIDTH_HZ = 0.015;
  private static final double TOTAL_FROM_HZ = 0.0033;
  private static final double TOTAL_TO_HZ = 0.4;

  /** A smaller power is a rounding error: no heart is that even. */
  private static final double LEAST_MILLIS2 = 1e-6;

  /**
   * The coherence of a window, usually of the last {@link #SECONDS}. The power is that of the 4 Hz
   * cubic spline tachogram in a single segment of {@link Welch}.
   *
   * @return empty if the intervals that end in the window cover less than 60 s, if one of them is
   *     not usable or follows a gap, or if they do not vary
   */
  public static Optional<Coherence> of(Tachogram tachogram) {
    return Welch.of(tachogram, LEAST_SECONDS).flatMap(Coherence::of);
  }

  static Optional<Coherence> of(PowerSpectrum spectrum) {
    double peakHz = spectrum.peakHz(PEAK_FROM_HZ, PEAK_TO_HZ);
    double peak = spectrum.power(peakHz - PEAK_HALF_WIDTH_HZ, peakHz + PEAK_HALF_WIDTH_HZ);
    double total = spectrum.power(TOTAL_FROM_HZ, TOTAL_TO_HZ);
    return total > LEAST_MILLIS2 && total > peak
        ? Optional.of(new Coherence(peak / (total - peak), peakHz))
        : Optional.empty();
  }
}

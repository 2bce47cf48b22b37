package org.stillpoint.hrv;

import java.util.Optional;

/**
 * All measures of a whole series of intervals as given: nothing is corrected. Definitions of Task
 * Force 1996 and of Kubios HRV, as stated for each part.
 *
 * @param time time domain
 * @param triangular triangular index and TINN
 * @param stress Baevsky's index
 * @param welch powers by Welch's method with a not-a-knot spline; absent below 30 s
 * @param welchNatural the same with a natural spline, to show how little the choice matters
 * @param lomb powers by Lomb and Scargle; absent below 30 s and above 900 s, where a single
 *     spectrum of a non-stationary series means little
 * @param poincare SD1 and SD2
 * @param sampleEntropy m 2, r 0.2 SDNN; unknown above 250,000 intervals
 * @param approximateEntropy m 2, r 0.2 SDNN; NaN where the sample entropy is not computed either
 * @param alpha1 fluctuation exponent over 4 to 16 intervals; NaN for a shorter series
 * @param alpha2 over 16 to 64
 * @param alpha1Kubios over 4 to 12, the default of Kubios HRV
 * @param alpha2Kubios over 13 to 64
 */
public record HrvAnalysis(
    TimeDomain time,
    TriangularIndex triangular,
    StressIndex stress,
    Optional<BandPowers> welch,
    Optional<BandPowers> welchNatural,
    Optional<BandPowers> lomb,
    Poincare poincare,
    SampleEntropy sampleEntropy,
    double approximateEntropy,
    double alpha1,
    double alpha2,
    double alpha1Kubios,
    double alpha2Kubios) {

  /** Longest series with a Lomb-Scargle spectrum, in seconds. */
  public static final double LOMB_MOST_SECONDS = 900;

  /** Longest series with entropies, about two and a half days; a longer one would take minutes. */
  public static final int ENTROPY_MOST_BEATS = 250_000;

  /** Tolerance of the entropies, as a share of SDNN. */
  private static final double TOLERANCE = 0.2;

  /** Shortest series with a spectrum, in seconds: two periods of a slow LF wave must fit. */
  public static final double SPECTRUM_LEAST_SECONDS = 30;

  /** Number of intervals that give at least two spectral values. */
  private static final int FEWEST_OF_SPECTRUM = 3;

  /**
   * Measures a series.
   *
   * @param rrMillis at least one interval, all positive and finite
   * @throws IllegalArgumentException if the series is empty, or if its intervals differ by 512 s or
   *     more, which no heart does
   */
  public static HrvAnalysis of(double[] rrMillis) {
    return of(rrMillis, EvenTachogram.timesSeconds(rrMillis));
  }

  /**
   * Measures a series after removing the slow trend from the intervals; the times of the beats stay
   * as they were.
   *
   * @param rrMillis at least one interval, all positive and finite
   * @param lambda smoothness of the trend, see {@link SmoothnessPriors}
   * @throws IllegalArgumentException as for {@link #of(double[])}
   */
  public static HrvAnalysis detrended(double[] rrMillis, double lambda) {
    return of(Detrending.remove(rrMillis, lambda), EvenTachogram.timesSeconds(rrMillis));
  }

  private static HrvAnalysis of(double[] rr, double[] times) {
    TimeDomain time = TimeDomain.of(rr);
    double tolerance = TOLERANCE * time.sdnn();
    boolean entropic = rr.length >= 4 && rr.length <= ENTROPY_MOST_BEATS && tolerance > 0;
    Optional<TemplateMatches> matches =
        entropic ? Optional.of(new TemplateMatches(rr, tolerance)) : Optional.empty();
    return new HrvAnalysis(
        time,
        TriangularIndex.of(rr),
        StressIndex.of(rr),
        welch(rr, times, CubicSpline.End.NOT_A_KNOT),
        welch(rr, times, CubicSpline.End.NATURAL),
        lomb(rr, times),
        Poincare.of(rr),
        matches.map(SampleEntropy::of).orElse(SampleEntropy.UNKNOWN),
        matches.map(ApproximateEntropy::of).orElse(Double.NaN),
        DetrendedFluctuation.alpha(rr, 4, 16),
        DetrendedFluctuation.alpha(rr, 16, 64),
        DetrendedFluctuation.alpha(rr, 4, 12),
        DetrendedFluctuation.alpha(rr, 13, 64));
  }

  private static Optional<BandPowers> welch(double[] rr, double[] times, CubicSpline.End end) {
    if (rr.length < FEWEST_OF_SPECTRUM || times[rr.length - 1] < SPECTRUM_LEAST_SECONDS) {
      return Optional.empty();
    }
    return Optional.of(BandPowers.of(Welch.of(EvenTachogram.of(times, rr, end))));
  }

  private static Optional<BandPowers> lomb(double[] rr, double[] times) {
    int n = rr.length;
    boolean few = n < FEWEST_OF_SPECTRUM || times[n - 1] < SPECTRUM_LEAST_SECONDS;
    if (few || times[n - 1] + rr[0] / 1000 > LOMB_MOST_SECONDS) {
      return Optional.empty();
    }
    return Optional.of(BandPowers.of(LombScargle.of(times, rr)));
  }
}

package org.stillpoint.hrv;

/**
 * Irregularity as {@code phi(2) - phi(3)}. phi(m) is the mean logarithm of the share of runs of m
 * intervals that match a run, itself included (Pincus 1991, PNAS 88:2297-2301). It depends on the
 * length of the series; {@link SampleEntropy} depends on it less.
 */
public final class ApproximateEntropy {
  private ApproximateEntropy() {}

  /**
   * Measures a series.
   *
   * @param rrMillis intervals in time order
   * @param tolerance r, usually 0.2 SDNN, ms
   * @return NaN for fewer than four intervals, or for a tolerance of 0
   */
  public static double of(double[] rrMillis, double tolerance) {
    if (rrMillis.length < 4 || !(tolerance > 0)) {
      return Double.NaN;
    }
    return of(new TemplateMatches(rrMillis, tolerance));
  }

  static double of(TemplateMatches matches) {
    return phi(matches.ofTwo()) - phi(matches.ofThree());
  }

  private static double phi(int[] counts) {
    double sum = 0;
    for (int count : counts) {
      sum += Math.log((double) count / counts.length);
    }
    return sum / counts.length;
  }
}

package org.stillpoint.hrv;

import org.apache.commons.math3.stat.StatUtils;

/**
 * Spread of the plot of each interval against the one before it: across the line of identity (SD1,
 * short-term) and along it (SD2, long-term). Brennan 2001, IEEE Trans Biomed Eng 48:1342-1347.
 *
 * @param sd1 sample standard deviation across, ms
 * @param sd2 sample standard deviation along, ms
 * @param ratio SD1 / SD2
 * @param sd2FromSdnn SD2 as some tools compute it, from SDNN and SDSD, ms
 */
public record Poincare(double sd1, double sd2, double ratio, double sd2FromSdnn) {

  /**
   * Measures a series.
   *
   * @param rrMillis intervals in time order; all measures are NaN for fewer than three
   */
  public static Poincare of(double[] rrMillis) {
    int pairs = rrMillis.length - 1;
    if (pairs < 2) {
      return new Poincare(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double[] across = new double[pairs];
    double[] along = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      across[i] = (rrMillis[i + 1] - rrMillis[i]) / Math.sqrt(2);
      along[i] = (rrMillis[i + 1] + rrMillis[i]) / Math.sqrt(2);
    }
    double sd1 = Math.sqrt(StatUtils.variance(across));
    double sd2 = Math.sqrt(StatUtils.variance(along));
    double variance = 2 * StatUtils.variance(rrMillis) - StatUtils.variance(across);
    return new Poincare(sd1, sd2, sd1 / sd2, Math.sqrt(Math.max(0, variance)));
  }
}

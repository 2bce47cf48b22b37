package org.stillpoint.trial;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A mean and its 95 % confidence interval by Student's t. If the values are paired differences, it
 * is the interval of their mean.
 *
 * @param count number of values
 * @param mean NaN without values
 * @param low lower end of the interval, NaN below two values
 * @param high upper end of the interval, NaN below two values
 */
public record Estimate(int count, double mean, double low, double high) {
  private static final double TWO_SIDED = 0.975;

  /** The estimate from values; values that are NaN are left out. */
  public static Estimate of(double... values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    int n = known.length;
    double mean = StatUtils.mean(known);
    if (n < 2) {
      return new Estimate(n, mean, Double.NaN, Double.NaN);
    }
    double t = new TDistribution(n - 1.0).inverseCumulativeProbability(TWO_SIDED);
    double half = t * Math.sqrt(StatUtils.variance(known, mean) / n);
    return new Estimate(n, mean, mean - half, mean + half);
  }

  /** Whether the whole interval is below 0. */
  public boolean negative() {
    return high < 0;
  }

  /** Whether the whole interval is above 0. */
  public boolean positive() {
    return low > 0;
  }
}

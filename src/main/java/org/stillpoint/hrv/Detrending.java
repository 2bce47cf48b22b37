package org.stillpoint.hrv;

import org.apache.commons.math3.stat.StatUtils;

/** Removes the slow trend from a series of intervals and keeps its mean. Pure functions. */
final class Detrending {
  private Detrending() {}

  /**
   * The intervals without their trend. The trend is computed on the even tachogram and interpolated
   * at the beats.
   *
   * @param rrMillis intervals in time order; fewer than three are returned unchanged
   * @param lambda smoothness of the trend, see {@link SmoothnessPriors}
   */
  static double[] remove(double[] rrMillis, double lambda) {
    if (rrMillis.length < 3) {
      return rrMillis;
    }
    double[] times = EvenTachogram.timesSeconds(rrMillis);
    double[] even = EvenTachogram.of(times, rrMillis, CubicSpline.End.NOT_A_KNOT);
    double[] trend = SmoothnessPriors.trend(even, lambda);
    double[] without = new double[rrMillis.length];
    for (int i = 0; i < without.length; i++) {
      without[i] = rrMillis[i] - at(trend, times[i] * EvenTachogram.RATE_HZ);
    }
    double lost = StatUtils.mean(rrMillis) - StatUtils.mean(without);
    for (int i = 0; i < without.length; i++) {
      without[i] += lost;
    }
    return without;
  }

  private static double at(double[] values, double place) {
    int before = (int) Math.min(place, values.length - 1);
    int after = Math.min(before + 1, values.length - 1);
    return values[before] + (values[after] - values[before]) * (place - before);
  }
}

package org.stillpoint.hrv;

import org.apache.commons.math3.stat.StatUtils;

/** Takes the slow trend out of a series of intervals, its mean kept. Pure functions. */
final class Detrending {
  private Detrending() {}

  /**
   * The intervals without their trend, which is found on the even tachogram and read at the beats.
   *
   * @param rrMillis intervals in their order; below three they stay as they are
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

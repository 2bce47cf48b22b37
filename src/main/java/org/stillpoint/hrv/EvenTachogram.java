package org.stillpoint.hrv;

/**
 * Intervals as an even time series at 4 Hz, as spectra need it. Each interval is placed at the time
 * of the beat that ends it, the first at 0, with a cubic spline between them.
 */
final class EvenTachogram {
  /** Values per second: twice the fastest heart rate, far above the fastest breathing. */
  static final double RATE_HZ = 4;

  /** Keeps a beat that falls on the grid from being lost by rounding. */
  private static final double TINY = 1e-9;

  private EvenTachogram() {}

  /** Times in seconds of consecutive intervals, the first at 0. */
  static double[] timesSeconds(double[] rrMillis) {
    double[] times = new double[rrMillis.length];
    double sum = 0;
    for (int i = 0; i < times.length; i++) {
      sum += rrMillis[i];
      times[i] = sum / 1000 - rrMillis[0] / 1000;
    }
    return times;
  }

  /**
   * The values every quarter of a second.
   *
   * @param timesSeconds time of each interval, increasing from 0, at least two
   * @param rrMillis the intervals
   */
  static double[] of(double[] timesSeconds, double[] rrMillis, CubicSpline.End end) {
    double last = timesSeconds[timesSeconds.length - 1];
    int count = (int) Math.floor(last * RATE_HZ + TINY) + 1;
    return new CubicSpline(timesSeconds, rrMillis, end).even(1 / RATE_HZ, count);
  }
}

package org.stillpoint.hrv;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Detrended fluctuation analysis (Peng 1995, Chaos 5:82-87): how the fluctuation of the summed
 * series around straight lines grows with the length of the lines. The exponent is 0.5 for white
 * noise, 1 for 1/f noise and 1.5 for a random walk.
 */
public final class DetrendedFluctuation {
  private DetrendedFluctuation() {}

  /**
   * The scaling exponent: slope of ln F(n) against ln n over every integer box length.
   *
   * @param rrMillis intervals in time order
   * @param shortest shortest box, in intervals, at least 3
   * @param longest longest box, in intervals
   * @return NaN if the series is shorter than the longest box, or if a box length has no
   *     fluctuation
   */
  public static double alpha(double[] rrMillis, int shortest, int longest) {
    if (rrMillis.length < longest) {
      return Double.NaN;
    }
    double[] profile = profile(rrMillis);
    SimpleRegression line = new SimpleRegression();
    for (int box = shortest; box <= longest; box++) {
      double fluctuation = fluctuation(profile, box);
      if (!(fluctuation > 0)) {
        return Double.NaN;
      }
      line.addData(Math.log(box), Math.log(fluctuation));
    }
    return line.getSlope();
  }

  private static double[] profile(double[] rr) {
    double mean = StatUtils.mean(rr);
    double[] profile = new double[rr.length];
    double sum = 0;
    for (int i = 0; i < rr.length; i++) {
      sum += rr[i] - mean;
      profile[i] = sum;
    }
    return profile;
  }

  /**
   * Root mean square distance from a straight line in each box; boxes are adjacent, the rest is
   * dropped.
   */
  private static double fluctuation(double[] profile, int box) {
    int boxes = profile.length / box;
    double middle = (box - 1) / 2.0;
    double spread = box * ((double) box * box - 1) / 12; // sum of squared distances from the middle
    double squares = 0;
    for (int b = 0; b < boxes; b++) {
      int start = b * box;
      double sum = 0;
      double moment = 0;
      for (int i = 0; i < box; i++) {
        sum += profile[start + i];
        moment += profile[start + i] * (i - middle);
      }
      double mean = sum / box;
      double slope = moment / spread;
      for (int i = 0; i < box; i++) {
        double off = profile[start + i] - mean - slope * (i - middle);
        squares += off * off;
      }
    }
    return Math.sqrt(squares / ((double) boxes * box));
  }
}

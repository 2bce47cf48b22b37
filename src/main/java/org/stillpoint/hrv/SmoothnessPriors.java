package org.stillpoint.hrv;

/**
 * Slow trend of an evenly spaced series by smoothness priors (Tarvainen 2002, IEEE Trans Biomed Eng
 * 49:172-175): the series that is close to the given one and bends little, {@code (I + lambda^2 D2'
 * D2)^-1 x}. With lambda 500 at 4 Hz, removing the trend leaves frequencies from about 0.035 Hz,
 * which is the default of Kubios HRV. Pure functions.
 */
public final class SmoothnessPriors {
  /** The usual choice at 4 Hz. */
  public static final double LAMBDA = 500;

  private SmoothnessPriors() {}

  /**
   * The trend.
   *
   * @param even values at even times; a series of fewer than three values is its own trend
   * @param lambda smoothness of the trend, 0 or more
   * @return a new array of the same length
   */
  public static double[] trend(double[] even, double lambda) {
    int n = even.length;
    double[] trend = even.clone();
    if (n < 3) {
      return trend;
    }
    double weight = lambda * lambda;
    // Factors L D L' of the band matrix: d is the diagonal, one and two are the bands below it.
    double[] d = new double[n];
    double[] one = new double[n];
    double[] two = new double[n];
    for (int i = 0; i < n; i++) {
      double below1 = i + 1 < n ? weight * off1(i, n) : 0;
      double below2 = i + 2 < n ? weight : 0;
      double back1 = i >= 1 ? one[i - 1] : 0;
      double back2 = i >= 2 ? two[i - 2] : 0;
      double before1 = i >= 1 ? d[i - 1] : 0;
      double before2 = i >= 2 ? d[i - 2] : 0;
      d[i] = 1 + weight * diagonal(i, n) - back1 * back1 * before1 - back2 * back2 * before2;
      one[i] = (below1 - (i >= 1 ? back1 * two[i - 1] * before1 : 0)) / d[i];
      two[i] = below2 / d[i];
    }
    for (int i = 1; i < n; i++) {
      trend[i] -= one[i - 1] * trend[i - 1] + (i >= 2 ? two[i - 2] * trend[i - 2] : 0);
    }
    for (int i = n - 1; i >= 0; i--) {
      double after = i + 1 < n ? one[i] * trend[i + 1] : 0;
      trend[i] = trend[i] / d[i] - after - (i + 2 < n ? two[i] * trend[i + 2] : 0);
    }
    return trend;
  }

  /** Diagonal of D2' D2: the sum of the squared weights of a value in all second differences. */
  private static double diagonal(int i, int n) {
    double first = i <= n - 3 ? 1 : 0;
    double middle = i >= 1 && i <= n - 2 ? 4 : 0;
    double last = i >= 2 ? 1 : 0;
    return first + middle + last;
  }

  private static double off1(int i, int n) {
    return (i <= n - 3 ? -2 : 0) + (i >= 1 ? -2 : 0);
  }
}

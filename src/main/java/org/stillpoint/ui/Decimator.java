package org.stillpoint.ui;

/**
 * Thins a curve to what a screen can show: the lowest and the highest value of every pixel column,
 * in their original order. Pure functions.
 */
final class Decimator {
  private Decimator() {}

  /**
   * Thins a curve.
   *
   * @param xs in increasing order
   * @param ys one for each x
   * @param columns pixel columns between the first and the last x, at least 1
   * @return new arrays of x and y, never evenly spaced in x, since the chart library is slow with
   *     even spacing
   */
  static double[][] thin(double[] xs, double[] ys, int columns) {
    int n = xs.length;
    if (n <= 2 * columns) {
      return uneven(xs.clone(), ys.clone());
    }
    double[] outX = new double[2 * columns + 2];
    double[] outY = new double[outX.length];
    double width = (xs[n - 1] - xs[0]) / columns;
    int count = 0;
    int i = 0;
    for (int column = 0; column < columns && i < n; column++) {
      double end = column == columns - 1 ? Double.POSITIVE_INFINITY : xs[0] + (column + 1) * width;
      int low = i;
      int high = i;
      int first = i;
      for (; i < n && xs[i] < end; i++) {
        low = ys[i] < ys[low] ? i : low;
        high = ys[i] > ys[high] ? i : high;
      }
      if (i == first) {
        continue;
      }
      int one = Math.min(low, high);
      int other = Math.max(low, high);
      outX[count] = xs[one];
      outY[count++] = ys[one];
      if (other != one) {
        outX[count] = xs[other];
        outY[count++] = ys[other];
      }
    }
    return uneven(java.util.Arrays.copyOf(outX, count), java.util.Arrays.copyOf(outY, count));
  }

  /** Moves the second x by a hundredth of the step after it, and returns both arrays. */
  static double[][] uneven(double[] xs, double[] ys) {
    if (xs.length > 2) {
      xs[1] += 0.01 * (xs[2] - xs[1]);
    }
    return new double[][] {xs, ys};
  }
}

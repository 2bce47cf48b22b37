package org.stillpoint.hrv;

/**
 * Interpolating cubic spline through points at any spacing (de Boor 1978, A Practical Guide to
 * Splines, ch. IV). Commons Math offers only the natural end condition. Immutable.
 */
final class CubicSpline {

  /** The condition at the two ends. */
  enum End {
    /** The first two pieces are one cubic, and so are the last two: the default of SciPy. */
    NOT_A_KNOT,
    /** No curvature. */
    NATURAL
  }

  private final double[] x;
  private final double[] y;
  private final double[] curvature;

  /**
   * Fits the spline.
   *
   * @param x strictly increasing, at least two
   * @param y the same number of values
   */
  CubicSpline(double[] x, double[] y, End end) {
    this.x = x;
    this.y = y;
    this.curvature = curvature(end);
  }

  /** Second derivatives at the points, by the Thomas algorithm. */
  private double[] curvature(End end) {
    int n = x.length;
    double[] m = new double[n];
    if (n < 3) {
      return m;
    }
    boolean free = end == End.NOT_A_KNOT;
    if (free && n == 3) {
      double second = 2 * (slope(1) - slope(0)) / (x[2] - x[0]);
      java.util.Arrays.fill(m, second);
      return m;
    }
    double first = free ? (x[1] - x[0]) / (x[2] - x[1]) : 0;
    double last = free ? (x[n - 1] - x[n - 2]) / (x[n - 2] - x[n - 3]) : 0;
    double[] above = new double[n];
    for (int i = 1; i < n - 1; i++) {
      double before = x[i] - x[i - 1];
      double after = x[i + 1] - x[i];
      double diagonal = 2 * (before + after);
      double right = after;
      double left = before;
      if (free && i == 1) {
        diagonal += before * (1 + first);
        right -= before * first;
      }
      if (free && i == n - 2) {
        diagonal += after * (1 + last);
        left -= after * last;
      }
      left = i == 1 ? 0 : left;
      right = i == n - 2 ? 0 : right;
      double pivot = diagonal - left * above[i - 1];
      above[i] = right / pivot;
      m[i] = (6 * (slope(i) - slope(i - 1)) - left * m[i - 1]) / pivot;
    }
    for (int i = n - 3; i >= 1; i--) {
      m[i] -= above[i] * m[i + 1];
    }
    m[0] = free ? (1 + first) * m[1] - first * m[2] : 0;
    m[n - 1] = free ? (1 + last) * m[n - 2] - last * m[n - 3] : 0;
    return m;
  }

  private double slope(int i) {
    return (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
  }

  /** The given number of values at {@code 0, step, 2 step ..} from the first point. */
  double[] even(double step, int count) {
    double[] values = new double[count];
    int piece = 0;
    for (int k = 0; k < count; k++) {
      double at = x[0] + k * step;
      while (piece < x.length - 2 && at >= x[piece + 1]) {
        piece++;
      }
      values[k] = value(piece, at);
    }
    return values;
  }

  /** Value at a place between the first point and the last. */
  double at(double place) {
    int found = java.util.Arrays.binarySearch(x, place);
    int piece = found >= 0 ? found : -found - 2;
    return value(Math.max(0, Math.min(piece, x.length - 2)), place);
  }

  private double value(int i, double at) {
    double h = x[i + 1] - x[i];
    double a = (x[i + 1] - at) / h;
    double b = (at - x[i]) / h;
    double bend = (a * a * a - a) * curvature[i] + (b * b * b - b) * curvature[i + 1];
    return a * y[i] + b * y[i + 1] + bend * h * h / 6;
  }
}

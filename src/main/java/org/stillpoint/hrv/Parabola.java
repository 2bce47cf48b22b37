package org.stillpoint.hrv;

/** The slow trend of a series: its weighted least-squares parabola. */
final class Parabola {
  private Parabola() {}

  /**
   * Subtracts the parabola.
   *
   * @param at positions of the values, about -1 to 1, at least three different ones
   * @param weights not negative
   * @param values changed in place
   * @return the weighted mean of the values before the subtraction
   */
  static double takeOff(double[] at, double[] weights, double[] values) {
    double[] moments = new double[5];
    double[] products = new double[3];
    for (int i = 0; i < at.length; i++) {
      double term = weights[i];
      for (int k = 0; k < 5; k++) {
        moments[k] += term;
        if (k < 3) {
          products[k] += term * values[i];
        }
        term *= at[i];
      }
    }
    double[][] rows = new double[3][];
    for (int k = 0; k < 3; k++) {
      rows[k] = new double[] {moments[k], moments[k + 1], moments[k + 2], products[k]};
    }
    solve(rows);
    for (int i = 0; i < at.length; i++) {
      values[i] -= rows[0][3] + at[i] * (rows[1][3] + at[i] * rows[2][3]);
    }
    return products[0] / moments[0];
  }

  /** Gauss-Jordan elimination; the matrix is positive definite and needs no pivoting. */
  private static void solve(double[][] rows) {
    for (int i = 0; i < 3; i++) {
      double pivot = rows[i][i];
      for (int k = i; k < 4; k++) {
        rows[i][k] /= pivot;
      }
      for (int j = 0; j < 3; j++) {
        double factor = rows[j][i];
        for (int k = i; j != i && k < 4; k++) {
          rows[j][k] -= factor * rows[i][k];
        }
      }
    }
  }
}

package org.stillpoint.report;

import java.util.Arrays;

/**
 * Points of a line over time, with the places where it is interrupted. XChart interrupts a line at
 * a value that is not a number. Belongs to one thread.
 */
final class Curve {
  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private int size;
  private int points;

  /** Adds the next point; x must not be less than the one before. */
  void add(double x, double y) {
    append(x, y);
    points++;
  }

  /** Interrupts the line between the last point and the next one. */
  void open() {
    if (size > 0 && !Double.isNaN(ys[size - 1])) {
      append(xs[size - 1], Double.NaN);
    }
  }

  private void append(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  /** Whether there are no points. */
  boolean isEmpty() {
    return points == 0;
  }

  /** The number of points, without the interruptions. */
  int points() {
    return points;
  }

  /** The x of points and interruptions. */
  double[] x() {
    return Arrays.copyOf(xs, size);
  }

  /** The y of points and interruptions; NaN where the line is interrupted. */
  double[] y() {
    return Arrays.copyOf(ys, size);
  }

  /** The smallest value; {@code otherwise} if there are no points. */
  double min(double otherwise) {
    return Arrays.stream(ys, 0, size).filter(y -> !Double.isNaN(y)).min().orElse(otherwise);
  }

  /** The largest value; {@code otherwise} if there are no points. */
  double max(double otherwise) {
    return Arrays.stream(ys, 0, size).filter(y -> !Double.isNaN(y)).max().orElse(otherwise);
  }

  /**
   * A curve that looks the same with fewer points: of every pixel column it keeps the smallest and
   * the largest value, in their order. Interruptions stay.
   *
   * @param until end of the x axis, which begins at 0
   * @param columns number of pixel columns
   */
  Curve thinned(double until, int columns) {
    if (points <= 2 * columns) {
      return this;
    }
    Curve thin = new Curve();
    int from = 0;
    while (from < size) {
      if (Double.isNaN(ys[from])) {
        thin.open();
        from++;
        continue;
      }
      int to = from + 1;
      while (to < size
          && !Double.isNaN(ys[to])
          && column(xs[to], until, columns) == column(xs[from], until, columns)) {
        to++;
      }
      addExtremes(thin, from, to);
      from = to;
    }
    return thin;
  }

  private static int column(double x, double until, int columns) {
    return (int) (x / until * columns);
  }

  private void addExtremes(Curve thin, int from, int to) {
    int least = from;
    int most = from;
    for (int i = from + 1; i < to; i++) {
      least = ys[i] < ys[least] ? i : least;
      most = ys[i] > ys[most] ? i : most;
    }
    int first = Math.min(least, most);
    int second = Math.max(least, most);
    thin.add(xs[first], ys[first]);
    if (second != first) {
      thin.add(xs[second], ys[second]);
    }
  }
}

package org.stillpoint.report;

import java.util.Arrays;

/**
 * Points of a line over time, with the places where it is interrupted: XChart leaves a line open at
 * a value that is no number.
 */
final class Curve {
  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private int size;
  private int points;

  /** The next point; x never decreases. */
  void add(double x, double y) {
    append(x, y);
    points++;
  }

  /** The line is interrupted between the point before and the next one. */
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

  /** Whether there is no point at all. */
  boolean isEmpty() {
    return points == 0;
  }

  /** How many points there are; interruptions do not count. */
  int points() {
    return points;
  }

  double[] x() {
    return Arrays.copyOf(xs, size);
  }

  /** Values, not a number where the line is interrupted. */
  double[] y() {
    return Arrays.copyOf(ys, size);
  }

  /** Smallest value; absent points make it {@code otherwise}. */
  double min(double otherwise) {
    return Arrays.stream(ys, 0, size).filter(y -> !Double.isNaN(y)).min().orElse(otherwise);
  }

  /** Largest value; absent points make it {@code otherwise}. */
  double max(double otherwise) {
    return Arrays.stream(ys, 0, size).filter(y -> !Double.isNaN(y)).max().orElse(otherwise);
  }

  /**
   * The same picture with fewer points: of every column the smallest and the largest value, in
   * their order. Interruptions stay.
   *
   * @param until end of the axis that begins at 0
   * @param columns how many columns the picture has
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

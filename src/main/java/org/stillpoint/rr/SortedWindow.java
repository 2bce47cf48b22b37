package org.stillpoint.rr;

import java.util.Arrays;

/**
 * The values of a sliding window in ascending order, for medians and quartiles. Adding and removing
 * cost a binary search and a short move. Belongs to one thread.
 */
final class SortedWindow {
  private double[] values;
  private int size;

  /**
   * Creates an empty window.
   *
   * @param capacity expected number of values; the window grows if there are more
   */
  SortedWindow(int capacity) {
    values = new double[Math.max(1, capacity)];
  }

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    int at = place(value);
    System.arraycopy(values, at, values, at + 1, size - at);
    values[at] = value;
    size++;
  }

  /**
   * Removes one value equal to the given one.
   *
   * @throws IllegalArgumentException if there is no such value
   */
  void remove(double value) {
    int at = Arrays.binarySearch(values, 0, size, value);
    if (at < 0) {
      throw new IllegalArgumentException("not in the window: " + value);
    }
    System.arraycopy(values, at + 1, values, at, size - at - 1);
    size--;
  }

  private int place(double value) {
    int at = Arrays.binarySearch(values, 0, size, value);
    return at < 0 ? -at - 1 : at;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  /** Median; NaN if empty. */
  double median() {
    return quantile(0.5);
  }

  /** Half the difference between the quartiles, which are linearly interpolated; NaN if empty. */
  double quartileDeviation() {
    return (quantile(0.75) - quantile(0.25)) / 2;
  }

  /**
   * Quantile by linear interpolation between the order statistics at (size - 1) p, as in numpy; NaN
   * if empty.
   *
   * @param p 0 to 1
   */
  double quantile(double p) {
    if (size == 0) {
      return Double.NaN;
    }
    double place = (size - 1) * p;
    int below = (int) place;
    int above = Math.min(below + 1, size - 1);
    double share = place - below;
    return values[below] + (values[above] - values[below]) * share;
  }
}

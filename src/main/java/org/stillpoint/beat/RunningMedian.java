package org.stillpoint.beat;

import java.util.Arrays;

/**
 * The median of the last few values, which a few outliers cannot move far. Belongs to one thread.
 */
final class RunningMedian {
  private final double[] ring;
  private final double[] sorted;
  private int size;
  private int next;

  /**
   * Creates a median without values.
   *
   * @param capacity number of the latest values that count
   */
  RunningMedian(int capacity) {
    ring = new double[capacity];
    sorted = new double[capacity];
  }

  void add(double value) {
    ring[next] = value;
    next = (next + 1) % ring.length;
    size = Math.min(size + 1, ring.length);
  }

  void clear() {
    size = 0;
    next = 0;
  }

  int size() {
    return size;
  }

  /**
   * The second largest value, so that a single outlier does not count; the value itself if there is
   * only one, NaN without values.
   */
  double largestButOne() {
    if (size < 2) {
      return size == 0 ? Double.NaN : ring[0];
    }
    System.arraycopy(ring, 0, sorted, 0, size);
    Arrays.sort(sorted, 0, size);
    return sorted[size - 2];
  }

  /** The median; the mean of the middle two for an even number of values, NaN without values. */
  double value() {
    if (size == 0) {
      return Double.NaN;
    }
    System.arraycopy(ring, 0, sorted, 0, size);
    Arrays.sort(sorted, 0, size);
    int half = size / 2;
    return size % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}

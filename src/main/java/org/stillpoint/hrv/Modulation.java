package org.stillpoint.hrv;

/**
 * One thing that breathing moves, beat by beat: each value with the time it stands for. Keeps the
 * last 256. Belongs to one thread.
 */
final class Modulation {
  /** Enough for a minute of the fastest heart; a power of two. */
  private static final int CAPACITY = 256;

  private final long[] ends = new long[CAPACITY];
  private final double[] lengths = new double[CAPACITY];
  private final double[] values = new double[CAPACITY];
  private int count;

  /**
   * Takes the next value; one that is not finite, or not later than the last, is left out.
   *
   * @param endNanos end of the time it stands for
   * @param seconds length of that time
   */
  void add(long endNanos, double seconds, double value) {
    if (!Double.isFinite(value) || (count > 0 && endNanos <= ends[slot(count - 1)])) {
      return;
    }
    ends[slot(count)] = endNanos;
    lengths[slot(count)] = seconds;
    values[slot(count)] = value;
    count++;
  }

  private static int slot(int number) {
    return number & (CAPACITY - 1);
  }

  /** Number of the first value that ends after a moment; one beyond the last when none does. */
  int firstAfter(long nanos) {
    int first = count;
    while (first > Math.max(0, count - CAPACITY) && ends[slot(first - 1)] > nanos) {
      first--;
    }
    return first;
  }

  /** End of the time that a value stands for. */
  long endNanos(int number) {
    return ends[slot(number)];
  }

  /** The length of that time. */
  double seconds(int number) {
    return lengths[slot(number)];
  }

  double value(int number) {
    return values[slot(number)];
  }
}

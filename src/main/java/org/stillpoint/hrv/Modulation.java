package org.stillpoint.hrv;

/**
 * One property of the heartbeats that breathing modulates: each value with the time span it stands
 * for. Keeps the last 256. Belongs to one thread.
 */
final class Modulation {
  /** Enough for one minute of the fastest heart rate; a power of two. */
  private static final int CAPACITY = 256;

  private final long[] ends = new long[CAPACITY];
  private final double[] lengths = new double[CAPACITY];
  private final double[] values = new double[CAPACITY];
  private final BreathEffect effect;
  private int count;

  Modulation(BreathEffect effect) {
    this.effect = effect;
  }

  /** What the values show. */
  BreathEffect effect() {
    return effect;
  }

  /**
   * Takes the next value. A value that is not finite, or not later than the one before it, is
   * skipped.
   *
   * @param endNanos end of the time span that it stands for
   * @param seconds length of that time span
   * @param value in any unit
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

  /**
   * Number of the first value that ends after a time; one more than the last number if there is
   * none.
   */
  int firstAfter(long nanos) {
    int first = count;
    while (first > Math.max(0, count - CAPACITY) && ends[slot(first - 1)] > nanos) {
      first--;
    }
    return first;
  }

  /** End of the time span that a value stands for. */
  long endNanos(int number) {
    return ends[slot(number)];
  }

  /** Length of the time span that a value stands for. */
  double seconds(int number) {
    return lengths[slot(number)];
  }

  double value(int number) {
    return values[slot(number)];
  }
}

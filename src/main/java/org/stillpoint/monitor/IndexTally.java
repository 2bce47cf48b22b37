package org.stillpoint.monitor;

import java.util.OptionalDouble;

/** The index as the summary of a session keeps it: its last value and its mean. */
final class IndexTally {
  /** An index older than this is not the final one. */
  private static final double FRESH_SECONDS = 30;

  private double last;
  private double lastSeconds = Double.NEGATIVE_INFINITY;
  private double sum;
  private long count;

  void add(double seconds, double index) {
    last = index;
    lastSeconds = seconds;
    sum += index;
    count++;
  }

  /** The last value, if it is at most 30 s old. */
  OptionalDouble last(double seconds) {
    return seconds - lastSeconds <= FRESH_SECONDS
        ? OptionalDouble.of(last)
        : OptionalDouble.empty();
  }

  OptionalDouble mean() {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }
}

package org.stillpoint.device;

/** The smallest value of the last 15 to 30 seconds; 0 before the first value. */
final class RecentLeast {
  private static final long HALF_NANOS = 15_000_000_000L;

  private long halfEndsNanos = Long.MIN_VALUE;
  private long before = Long.MAX_VALUE;
  private long now = Long.MAX_VALUE;

  void add(long timeNanos, long value) {
    if (timeNanos >= halfEndsNanos) {
      before = now;
      now = Long.MAX_VALUE;
      halfEndsNanos = timeNanos + HALF_NANOS;
    }
    now = Math.min(now, value);
  }

  long least() {
    long least = Math.min(before, now);
    return least == Long.MAX_VALUE ? 0 : least;
  }

  void restart() {
    halfEndsNanos = Long.MIN_VALUE;
    before = Long.MAX_VALUE;
    now = Long.MAX_VALUE;
  }
}

package org.stillpoint.serial;

/** When to try again: soon at first, then with pauses that double up to eight seconds. */
final class Retry {
  private static final double FIRST_SECONDS = 0.5;
  private static final double LONGEST_SECONDS = 8;

  private double pauseSeconds;
  private long nextNanos;

  /** The first failure, now. */
  void begin(long nowNanos) {
    pauseSeconds = FIRST_SECONDS;
    nextNanos = nowNanos + seconds(pauseSeconds);
  }

  /** Another failure, now. */
  void failed(long nowNanos) {
    pauseSeconds = Math.min(LONGEST_SECONDS, 2 * pauseSeconds);
    nextNanos = nowNanos + seconds(pauseSeconds);
  }

  boolean due(long nowNanos) {
    return nowNanos >= nextNanos;
  }

  double secondsLeft(long nowNanos) {
    return Math.max(0, (nextNanos - nowNanos) / 1e9);
  }

  private static long seconds(double seconds) {
    return Math.round(seconds * 1e9);
  }
}

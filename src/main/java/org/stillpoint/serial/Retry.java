package org.stillpoint.serial;

/** Decides when to try again: soon at first, then after pauses that double, up to 8 s. */
final class Retry {
  private static final double FIRST_SECONDS = 0.5;
  private static final double LONGEST_SECONDS = 8;

  private double pauseSeconds;
  private long nextNanos;

  /** Notes the first failure. */
  void begin(long nowNanos) {
    pauseSeconds = FIRST_SECONDS;
    nextNanos = nowNanos + seconds(pauseSeconds);
  }

  /** Notes another failure. */
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

package org.stillpoint.rr;

import java.util.ArrayDeque;
import java.util.OptionalDouble;

/**
 * The heart rate of the last five usable intervals: what a person calls their pulse now. Belongs to
 * one thread.
 */
public final class RecentHeartRate {
  private static final int BEATS = 5;

  /** With fewer usable intervals a missing number is better than a doubtful one. */
  private static final int FEWEST_BEATS = 3;

  private static final long OLDEST_NANOS = 10_000_000_000L;

  /** Without a beat for this long, the last heart rate is no longer the present one. */
  private static final long STALE_NANOS = 4_000_000_000L;

  private final ArrayDeque<RrInterval> recent = new ArrayDeque<>();
  private long lastNanos = Long.MIN_VALUE / 2;

  /** Takes the next interval; one that is not usable only shows that the heart beats. */
  public void add(RrInterval interval) {
    lastNanos = interval.endNanos();
    if (interval.usable()) {
      recent.add(interval);
      if (recent.size() > BEATS) {
        recent.remove();
      }
    }
  }

  /** Forgets all intervals: the next one does not follow them. */
  public void clear() {
    recent.clear();
  }

  /**
   * The heart rate at a moment.
   *
   * @param nowNanos on the clock of the intervals, not before the end of the last one
   * @return per minute; absent 4 s after the last interval, and with fewer than three usable
   *     intervals in the last 10 s
   */
  public OptionalDouble perMinute(long nowNanos) {
    if (lastNanos < nowNanos - STALE_NANOS) {
      return OptionalDouble.empty();
    }
    return mean(nowNanos - OLDEST_NANOS, FEWEST_BEATS);
  }

  /** The heart rate of five intervals, however long ago; absent with fewer. */
  public OptionalDouble ofFive() {
    return mean(Long.MIN_VALUE, BEATS);
  }

  private OptionalDouble mean(long fromNanos, int fewest) {
    double sum = 0;
    int count = 0;
    for (RrInterval interval : recent) {
      if (interval.endNanos() >= fromNanos) {
        sum += interval.millis();
        count++;
      }
    }
    return count < fewest ? OptionalDouble.empty() : OptionalDouble.of(60_000 * count / sum);
  }
}

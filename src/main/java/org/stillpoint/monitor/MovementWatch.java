package org.stillpoint.monitor;

import java.util.ArrayDeque;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.signal.Beat;

/**
 * Sees that the person has changed their posture: a movement disturbs the wave, and within 30 s the
 * heart rate takes a step and stays there. Either alone is not enough: a finger moves without the
 * body, and the heart has other reasons. Sensors that send intervals have no wave and show nothing.
 * A product decision. Belongs to the chain's thread.
 */
final class MovementWatch {
  /** Least difference of the heart rates before and after, per minute. */
  private static final double LEAST_STEP = 6;

  private static final double AFTER_SECONDS = 20;
  private static final double BETWEEN_SECONDS = 10;
  private static final double BEFORE_SECONDS = 30;
  private static final double NEAR_SECONDS = 30;
  private static final double KEPT_SECONDS =
      AFTER_SECONDS + BETWEEN_SECONDS + Math.max(BEFORE_SECONDS, NEAR_SECONDS);

  /** So many disturbed beats within ten seconds are a movement. */
  private static final int DISTURBED_BEATS = 3;

  private static final double DISTURBED_SECONDS = 10;
  private static final int FEWEST_BEATS = 10;

  private record Rate(double seconds, double perMinute) {}

  private final ArrayDeque<Rate> rates = new ArrayDeque<>();
  private final ArrayDeque<Double> disturbed = new ArrayDeque<>();
  private double movedSeconds = Double.NEGATIVE_INFINITY;

  /**
   * Takes the next beat.
   *
   * @param interval the interval that ends with it, null if none does
   */
  void beat(Beat beat, @Nullable RrInterval interval) {
    double seconds = beat.timeNanos() / 1e9;
    if (!beat.quality().reasons().isEmpty()) {
      disturbed.add(seconds);
      while (disturbed.getFirst() < seconds - DISTURBED_SECONDS) {
        disturbed.remove();
      }
      movedSeconds = disturbed.size() >= DISTURBED_BEATS ? seconds : movedSeconds;
    }
    if (interval != null && beat.quality().usable()) {
      rates.add(new Rate(seconds, 60_000 / interval.millis()));
      while (rates.getFirst().seconds < seconds - KEPT_SECONDS) {
        rates.remove();
      }
    }
  }

  /**
   * Whether a movement and a step of the heart rate have come together; true once for each.
   *
   * @param nanos the present, on the clock of the beats
   */
  boolean moved(long nanos) {
    double now = nanos / 1e9;
    double stepped = now - AFTER_SECONDS - BETWEEN_SECONDS / 2;
    if (Math.abs(stepped - movedSeconds) > NEAR_SECONDS) {
      return false;
    }
    double after = median(now - AFTER_SECONDS, now);
    double begins = now - AFTER_SECONDS - BETWEEN_SECONDS;
    double before = median(begins - BEFORE_SECONDS, begins);
    if (!(Math.abs(after - before) >= LEAST_STEP)) {
      return false;
    }
    movedSeconds = Double.NEGATIVE_INFINITY;
    return true;
  }

  /** The median heart rate of a stretch; NaN with few beats. */
  private double median(double from, double to) {
    double[] inside =
        rates.stream()
            .filter(r -> r.seconds > from && r.seconds <= to)
            .mapToDouble(Rate::perMinute)
            .toArray();
    return inside.length < FEWEST_BEATS ? Double.NaN : StatUtils.percentile(inside, 50);
  }
}

package org.stillpoint.hrv;

import java.util.OptionalDouble;

/**
 * The breathing rate of one window.
 *
 * @param endNanos end of the window since the recording began
 * @param breathsPerMinute the rate; absent below {@link #LEAST_CONFIDENCE}
 * @param confidence how likely it is that the likeliest rate is right within 1 a minute, 0 to 1; 0
 *     where nothing can be said. In the middle of its range it is cautious: with very uneven
 *     breathing 0.8 means about 0.8, with even breathing more
 */
public record BreathEstimate(long endNanos, OptionalDouble breathsPerMinute, double confidence) {
  /** Below this no rate is given. */
  public static final double LEAST_CONFIDENCE = 0.8;

  /** A rate that is withheld unless it is sure enough. */
  static BreathEstimate of(long endNanos, double breathsPerMinute, double confidence) {
    return new BreathEstimate(
        endNanos,
        confidence >= LEAST_CONFIDENCE
            ? OptionalDouble.of(breathsPerMinute)
            : OptionalDouble.empty(),
        confidence);
  }

  /** A window of which nothing can be said. */
  static BreathEstimate unknown(long endNanos) {
    return new BreathEstimate(endNanos, OptionalDouble.empty(), 0);
  }
}

package org.stillpoint.hrv;

import java.util.OptionalDouble;

/**
 * The breathing rate of one window.
 *
 * @param endNanos end of the window since the recording began
 * @param breathsPerMinute the rate; absent if the confidence is below {@link #LEAST_CONFIDENCE}
 * @param confidence probability that the most likely rate is right within 1 per minute, 0 to 1; 0
 *     if no rate can be estimated. In the middle of its range it is cautious: with very uneven
 *     breathing 0.8 means about 0.8, with even breathing more
 */
public record BreathEstimate(long endNanos, OptionalDouble breathsPerMinute, double confidence) {
  /** No rate is given if the confidence is below this. */
  public static final double LEAST_CONFIDENCE = 0.8;

  /** An estimate whose rate is withheld if the confidence is too low. */
  static BreathEstimate of(long endNanos, double breathsPerMinute, double confidence) {
    return new BreathEstimate(
        endNanos,
        confidence >= LEAST_CONFIDENCE
            ? OptionalDouble.of(breathsPerMinute)
            : OptionalDouble.empty(),
        confidence);
  }

  /** An estimate for a window without a usable rate. */
  static BreathEstimate unknown(long endNanos) {
    return new BreathEstimate(endNanos, OptionalDouble.empty(), 0);
  }
}

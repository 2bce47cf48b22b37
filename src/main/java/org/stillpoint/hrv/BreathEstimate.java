package org.stillpoint.hrv;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The breathing rate of one window.
 *
 * @param endNanos end of the window since the recording began
 * @param breathsPerMinute the rate; absent if the confidence is below {@link #LEAST_CONFIDENCE}
 * @param confidence probability that the most likely rate is right within 1 per minute, 0 to 1; 0
 *     if no rate can be estimated. In the middle of its range it is cautious: with very uneven
 *     breathing 0.8 means about 0.8, with even breathing more
 * @param carriers what the most likely rate rests on: the part of each modulation that shows it,
 *     more than 0, together 1; empty if no rate can be estimated
 */
public record BreathEstimate(
    long endNanos,
    OptionalDouble breathsPerMinute,
    double confidence,
    Map<BreathEffect, Double> carriers) {
  /** No rate is given if the confidence is below this. */
  public static final double LEAST_CONFIDENCE = 0.8;

  /** Keeps an unchangeable copy of the carriers. */
  public BreathEstimate {
    carriers = Map.copyOf(carriers);
  }

  /**
   * An estimate whose rate is withheld if the confidence is too low.
   *
   * @param support how much each modulation shows the rate, more than 0, in any unit
   */
  static BreathEstimate of(
      long endNanos,
      double breathsPerMinute,
      double confidence,
      Map<BreathEffect, Double> support) {
    double sum = support.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<BreathEffect, Double> parts = new EnumMap<>(BreathEffect.class);
    support.forEach((effect, part) -> parts.put(effect, part / sum));
    return new BreathEstimate(
        endNanos,
        confidence >= LEAST_CONFIDENCE
            ? OptionalDouble.of(breathsPerMinute)
            : OptionalDouble.empty(),
        confidence,
        parts);
  }

  /** The same estimate with less confidence. */
  BreathEstimate times(double share) {
    double less = share * confidence;
    return new BreathEstimate(
        endNanos,
        less >= LEAST_CONFIDENCE ? breathsPerMinute : OptionalDouble.empty(),
        less,
        carriers);
  }

  /** An estimate for a window without a usable rate. */
  static BreathEstimate unknown(long endNanos) {
    return new BreathEstimate(endNanos, OptionalDouble.empty(), 0, Map.of());
  }
}

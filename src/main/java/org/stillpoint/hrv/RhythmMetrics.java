package org.stillpoint.hrv;

import java.util.OptionalDouble;

/**
 * The rhythms in the intervals just now, each absent when the time before cannot bear it.
 *
 * @param breathsPerMinute breathing rate of the last minute, see {@link BreathTracker}
 * @param breathConfidence how likely it is to be right, 0 to 1
 * @param coherence evenness of the rhythm over 64 s, see {@link Coherence}
 * @param rsaPerMinute how far the heart rate follows the breath over 64 s, beats per minute, see
 *     {@link RsaAmplitude}
 * @param hfMillis2 power from 0.15 to 0.40 Hz over 64 s
 * @param lfMillis2 power from 0.04 to 0.15 Hz over 120 s; no meter of balance or stress
 */
public record RhythmMetrics(
    OptionalDouble breathsPerMinute,
    double breathConfidence,
    OptionalDouble coherence,
    OptionalDouble rsaPerMinute,
    OptionalDouble hfMillis2,
    OptionalDouble lfMillis2) {
  private static final OptionalDouble ABSENT = OptionalDouble.empty();

  /** Nothing is known. */
  public static final RhythmMetrics NONE =
      new RhythmMetrics(ABSENT, 0, ABSENT, ABSENT, ABSENT, ABSENT);
}

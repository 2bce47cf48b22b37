package org.stillpoint.hrv;

import java.util.OptionalDouble;

/**
 * The present rhythms in the intervals; each is absent if the data before it is not sufficient.
 *
 * @param breathsPerMinute breathing rate of the last minute, see {@link BreathTracker}
 * @param breathConfidence probability that it is right, 0 to 1
 * @param coherence evenness of the rhythm over 64 s, see {@link Coherence}
 * @param rsaPerMinute how far the heart rate follows the breath over 64 s, beats per minute, see
 *     {@link RsaAmplitude}
 * @param hfMillis2 power from 0.15 to 0.40 Hz over 64 s, ms2
 * @param lfMillis2 power from 0.04 to 0.15 Hz over 120 s, ms2; not a measure of balance or stress
 * @param linePerMinute rate of the strongest narrow rhythm in the changes from beat to beat, per
 *     minute, see {@link BreathLine}
 * @param lineShare how much of RMSSD squared comes from it, 0 to 1; 0 if there is none
 */
public record RhythmMetrics(
    OptionalDouble breathsPerMinute,
    double breathConfidence,
    OptionalDouble coherence,
    OptionalDouble rsaPerMinute,
    OptionalDouble hfMillis2,
    OptionalDouble lfMillis2,
    OptionalDouble linePerMinute,
    double lineShare) {
  private static final OptionalDouble ABSENT = OptionalDouble.empty();

  /** Rhythms without a narrow one in the changes from beat to beat. */
  public RhythmMetrics(
      OptionalDouble breathsPerMinute,
      double breathConfidence,
      OptionalDouble coherence,
      OptionalDouble rsaPerMinute,
      OptionalDouble hfMillis2,
      OptionalDouble lfMillis2) {
    this(
        breathsPerMinute,
        breathConfidence,
        coherence,
        rsaPerMinute,
        hfMillis2,
        lfMillis2,
        ABSENT,
        0);
  }

  /** No rhythm is known. */
  public static final RhythmMetrics NONE =
      new RhythmMetrics(ABSENT, 0, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, 0);
}

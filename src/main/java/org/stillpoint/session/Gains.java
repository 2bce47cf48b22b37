package org.stillpoint.session;

/**
 * How the script is spoken and stretched. The numbers are product decisions.
 *
 * @param silenceFactor factor of the scripted silences, 0.7 to 1.6
 * @param speechFactor factor of the speed of speech, 0.85 to 1
 * @param voiceDecibels level of the voice against its usual loudness, -6 to 0
 */
public record Gains(double silenceFactor, double speechFactor, double voiceDecibels) {
  /** Factor of the shortest silences. */
  public static final double LEAST_SILENCE = 0.7;

  /** Factor of the longest silences. */
  public static final double MOST_SILENCE = 1.6;

  /** Factor of the slowest speech. */
  public static final double LEAST_SPEECH = 0.85;

  /** Level of the softest voice, in decibels. */
  public static final double LEAST_DECIBELS = -6;

  /** The script as written. */
  public static final Gains AS_WRITTEN = new Gains(1, 1, 0);

  /** For a person who needs support: shorter silences, the voice as written. */
  public static final Gains SUPPORTING = new Gains(0.85, 1, 0);

  private static final double LONGER = 1.10;
  private static final double SLOWER = 0.97;
  private static final double SOFTER_DECIBELS = -1;

  /** Limits every gain to its bounds. */
  public Gains {
    silenceFactor = Math.max(LEAST_SILENCE, Math.min(MOST_SILENCE, silenceFactor));
    speechFactor = Math.max(LEAST_SPEECH, Math.min(1, speechFactor));
    voiceDecibels = Math.max(LEAST_DECIBELS, Math.min(0, voiceDecibels));
  }

  /** A step deeper: longer silences, a slower and softer voice; never shorter than written. */
  Gains deeper() {
    return new Gains(
        Math.max(1, silenceFactor) * LONGER,
        speechFactor * SLOWER,
        voiceDecibels + SOFTER_DECIBELS);
  }

  /** Whether silences can still grow. */
  boolean canDeepen() {
    return silenceFactor < MOST_SILENCE;
  }
}

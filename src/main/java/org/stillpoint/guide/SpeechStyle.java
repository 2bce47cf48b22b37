package org.stillpoint.guide;

/**
 * How the conductor wants prompts to be spoken.
 *
 * @param speed 1 as written, down to 0.85 for slower speech
 * @param gainDecibels 0 as loud as usual, down to -6
 */
public record SpeechStyle(double speed, double gainDecibels) {
  /** Slowest speech. */
  public static final double LEAST_SPEED = 0.85;

  /** Softest voice. */
  public static final double LEAST_GAIN_DB = -6;

  /** As written. */
  public static final SpeechStyle AS_WRITTEN = new SpeechStyle(1, 0);

  /** Limits both to their bounds; NaN becomes the value of {@link #AS_WRITTEN}. */
  public SpeechStyle {
    speed = Double.isNaN(speed) ? 1 : Math.max(LEAST_SPEED, Math.min(1, speed));
    gainDecibels =
        Double.isNaN(gainDecibels) ? 0 : Math.max(LEAST_GAIN_DB, Math.min(0, gainDecibels));
  }
}

package org.stillpoint.guide;

/** The kinds of sound, each with its own volume. */
public enum SoundPart {
  /** Spoken words. */
  VOICE,
  /** The bell at the beginning of a stage and at the end. */
  BELL,
  /** The tones to breathe by. */
  TONES
}

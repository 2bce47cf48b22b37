package org.stillpoint.guide;

/**
 * The volume of each kind of sound, 0 to 100. 100 is the intended loudness, and nothing can be
 * louder, so that the sound is never clipped.
 *
 * @param voice volume of the speech
 * @param bell volume of the bell
 * @param tones volume of the tones to breathe by
 * @param muted whether nothing is heard at all
 */
public record Volumes(int voice, int bell, int tones, boolean muted) {
  /** The largest volume. */
  public static final int FULL = 100;

  /** Every sound at its intended loudness. */
  public static final Volumes MEANT = new Volumes(FULL, FULL, FULL, false);

  /** Refuses volumes outside 0 to 100. */
  public Volumes {
    check(voice);
    check(bell);
    check(tones);
  }

  private static void check(int volume) {
    if (volume < 0 || volume > FULL) {
      throw new IllegalArgumentException("a volume is 0 to 100, not " + volume);
    }
  }

  /** The same volumes, muted or not. */
  public Volumes muted(boolean on) {
    return new Volumes(voice, bell, tones, on);
  }

  /**
   * The factor for a kind of sound, 0 to 1. Volume 50 is 12 dB down, which sounds about half as
   * loud.
   */
  double factor(SoundPart part) {
    double share =
        switch (part) {
              case VOICE -> voice;
              case BELL -> bell;
              case TONES -> tones;
            }
            / (double) FULL;
    return muted ? 0 : share * share;
  }
}

package org.stillpoint.guide;

/**
 * How loud each kind of sound is, 0 to 100; 100 is as loud as was meant, and none can be louder, so
 * that nothing is ever cut off.
 *
 * @param voice of what is said
 * @param bell of the bell
 * @param tones of the tones to breathe by
 * @param muted whether nothing is heard at all
 */
public record Volumes(int voice, int bell, int tones, boolean muted) {
  /** The largest. */
  public static final int FULL = 100;

  /** As meant. */
  public static final Volumes MEANT = new Volumes(FULL, FULL, FULL, false);

  /** Refuses what is not 0 to 100. */
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

  /** The same, muted or not. */
  public Volumes muted(boolean on) {
    return new Volumes(voice, bell, tones, on);
  }

  /** The factor for a kind of sound, 0 to 1: half way is 12 dB down, which sounds about half. */
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

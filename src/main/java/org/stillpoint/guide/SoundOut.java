package org.stillpoint.guide;

/**
 * A destination for sounds. Belongs to one thread, that of a {@link Guide}; its methods never block
 * for long.
 */
public interface SoundOut {

  /**
   * Plays a sound.
   *
   * @param timeNanos when it begins, from the beginning of the recording; a live sound begins now
   * @param gainDecibels on top of its volume, at most 0
   */
  void play(long timeNanos, Sound sound, double gainDecibels);

  /** Fades speech and tones; speech that is waiting is dropped. */
  void cut(long timeNanos);

  /** Changes the volumes, from now on; may be called by any thread. */
  void volumes(Volumes volumes);

  /** Whether sounds are still heard or kept. */
  boolean open();

  /** Plays the current sounds to their end, then closes. */
  void finish();
}

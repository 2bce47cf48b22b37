package org.stillpoint.guide;

/** Where sounds go. Belongs to one thread, that of a {@link Guide}; never blocks for long. */
public interface SoundOut {

  /**
   * Plays a sound.
   *
   * @param timeNanos when, from the beginning of the recording; what is played live begins now
   * @param gainDecibels on top of its volume, at most 0
   */
  void play(long timeNanos, Sound sound, double gainDecibels);

  /** Lets speech and tones fade; what waits to be said is forgotten. */
  void cut(long timeNanos);

  /** Changes the volumes, from now on; may be called by any thread. */
  void volumes(Volumes volumes);

  /** Whether what is played can be heard or is kept. */
  boolean open();

  /** Lets what sounds come to its end, then closes. */
  void finish();
}

package org.stillpoint.guide;

/** A finished piece of sound: one channel at {@link #RATE_HZ}, values -1 to 1. Immutable. */
public final class Sound {
  /** Samples a second of every sound that is mixed. */
  public static final int RATE_HZ = 44_100;

  private final SoundPart part;
  private final float[] samples;

  private Sound(SoundPart part, float[] samples) {
    this.part = part;
    this.samples = samples;
  }

  /** A sound with a copy of these samples. */
  public static Sound of(SoundPart part, float[] samples) {
    return new Sound(part, samples.clone());
  }

  /** A sound that keeps this array; the caller must not use it any more. */
  static Sound owning(SoundPart part, float[] samples) {
    return new Sound(part, samples);
  }

  /** What kind of sound it is. */
  public SoundPart part() {
    return part;
  }

  /** Number of samples. */
  public int length() {
    return samples.length;
  }

  /** How long it lasts. */
  public double seconds() {
    return (double) samples.length / RATE_HZ;
  }

  /** One sample, 0 to {@link #length()} - 1. */
  public float at(int index) {
    return samples[index];
  }

  /** A copy of the samples. */
  public float[] toArray() {
    return samples.clone();
  }
}

package org.stillpoint.guide;

/**
 * The sound of a file, mixed down to one channel. Immutable.
 *
 * @see WavFile
 */
public final class Pcm {
  private final float[] samples;
  private final int rateHz;
  private final int channels;
  private final int bits;

  Pcm(float[] samples, int rateHz, int channels, int bits) {
    this.samples = samples;
    this.rateHz = rateHz;
    this.channels = channels;
    this.bits = bits;
  }

  /** Samples a second. */
  public int rateHz() {
    return rateHz;
  }

  /** How many channels the file had. */
  public int channels() {
    return channels;
  }

  /** Bits of a sample in the file. */
  public int bits() {
    return bits;
  }

  /** How long it lasts. */
  public double seconds() {
    return (double) samples.length / rateHz;
  }

  /** The largest absolute value; 1 is full scale. */
  public double peak() {
    return Decibels.factor(Decibels.peak(samples));
  }

  /** A copy of the samples. */
  public float[] toArray() {
    return samples.clone();
  }
}

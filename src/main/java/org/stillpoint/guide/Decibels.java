package org.stillpoint.guide;

/** Converts between levels and factors: 0 dB is full scale, a factor of 1. */
public final class Decibels {
  private Decibels() {}

  /** The factor of a level; minus infinity gives 0. */
  public static double factor(double decibels) {
    return Math.pow(10, decibels / 20);
  }

  /** The level of a factor; 0 gives minus infinity. */
  public static double of(double factor) {
    return 20 * Math.log10(factor);
  }

  /** Root mean square of a range of samples as a level; minus infinity if it is empty or silent. */
  public static double rms(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return to > from ? of(Math.sqrt(sum / (to - from))) : Double.NEGATIVE_INFINITY;
  }

  /**
   * The largest absolute value as a level; minus infinity if there are no samples or only silence.
   */
  public static double peak(float[] samples) {
    double peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return of(peak);
  }
}

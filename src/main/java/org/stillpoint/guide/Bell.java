package org.stillpoint.guide;

/**
 * The sound of a softly struck bowl: partials that are not multiples of each other. Each is a pair
 * of sines that beats slowly, and the higher ones decay first. The ratios are close to those of a
 * metal bowl in Inacio, Henrique and Antunes 2006, "The dynamics of Tibetan singing bowls"; levels
 * and decays are a design decision. The sound is synthesised, so there is no recording to license.
 */
public final class Bell {
  /** Level of the loudest sample, in dB. */
  static final double PEAK_DB = -14;

  private static final double SECONDS = 4;
  private static final double PITCH_HZ = 233;
  private static final double ATTACK_SECONDS = 0.012;
  private static final double RELEASE_SECONDS = 0.5;
  private static final double[] RATIOS = {1, 2.77, 5.17, 8.14};
  private static final double[] LEVELS = {1, 0.45, 0.16, 0.05};
  private static final double[] DECAY_SECONDS = {1.15, 0.7, 0.4, 0.22};
  private static final double[] BEATS_HZ = {0.9, 1.6, 2.3, 3.1};

  /** The second of a pair is softer, so that the beating is gentle. */
  private static final double SECOND_OF_PAIR = 0.3;

  private Bell() {}

  /** One stroke, four seconds. */
  public static Sound stroke() {
    float[] samples = new float[(int) (SECONDS * Sound.RATE_HZ)];
    double peak = 0;
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (sum((double) i / Sound.RATE_HZ) * envelope(i, samples.length));
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    float gain = (float) (Decibels.factor(PEAK_DB) / peak);
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= gain;
    }
    return Sound.owning(SoundPart.BELL, samples);
  }

  private static double sum(double seconds) {
    double sum = 0;
    for (int k = 0; k < RATIOS.length; k++) {
      double hertz = PITCH_HZ * RATIOS[k];
      double pair =
          Math.sin(2 * Math.PI * (hertz - BEATS_HZ[k] / 2) * seconds)
              + SECOND_OF_PAIR * Math.sin(2 * Math.PI * (hertz + BEATS_HZ[k] / 2) * seconds);
      sum += LEVELS[k] * Math.exp(-seconds / DECAY_SECONDS[k]) * pair;
    }
    return sum;
  }

  private static double envelope(int i, int length) {
    double rise = Math.min(1, i / (ATTACK_SECONDS * Sound.RATE_HZ));
    double fall = Math.min(1, (length - 1 - i) / (RELEASE_SECONDS * Sound.RATE_HZ));
    return (0.5 - 0.5 * Math.cos(Math.PI * rise)) * (0.5 - 0.5 * Math.cos(Math.PI * fall));
  }
}

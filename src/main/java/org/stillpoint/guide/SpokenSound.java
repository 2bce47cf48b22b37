package org.stillpoint.guide;

import java.util.Arrays;

/**
 * Prepares speech from a file for the mixer: cuts the silence at both ends, slows it if wanted,
 * converts it to the mixer's rate, and makes every sentence equally loud whichever voice speaks it.
 */
final class SpokenSound {
  /** Level of the speech without its pauses, in dB. */
  static final double LEVEL_DB = -20;

  /** Level of the loudest sample allowed, in dB. */
  static final double PEAK_DB = -5;

  /** Samples this much softer than the loudest are not speech, in dB. */
  private static final double FLOOR_DB = -50;

  private static final double BEFORE_SECONDS = 0.03;
  private static final double AFTER_SECONDS = 0.10;
  private static final double FADE_SECONDS = 0.01;
  private static final double FRAME_SECONDS = 0.02;

  /** Frames this much softer than the loudest are pauses between the words, in dB. */
  private static final double PAUSE_DB = -25;

  private SpokenSound() {}

  /**
   * Speech that is ready for the mixer; without samples if the file holds only silence.
   *
   * @param speed 1 as spoken, 0.85 slower; 0.5 to 2
   */
  static Sound of(Pcm pcm, double speed) {
    float[] words = trimmed(pcm.toArray(), pcm.rateHz());
    float[] slowed = TimeStretch.stretch(words, pcm.rateHz(), speed);
    float[] samples = Resampler.resample(slowed, pcm.rateHz(), Sound.RATE_HZ);
    level(samples);
    fade(samples);
    return Sound.owning(SoundPart.VOICE, samples);
  }

  /** Length of the speech in seconds, without the silence around it. */
  static double seconds(Pcm pcm) {
    return (double) trimmed(pcm.toArray(), pcm.rateHz()).length / pcm.rateHz();
  }

  private static float[] trimmed(float[] in, int rateHz) {
    double floor = Decibels.factor(Decibels.peak(in) + FLOOR_DB);
    int first = 0;
    while (first < in.length && Math.abs(in[first]) <= floor) {
      first++;
    }
    if (first == in.length) {
      return new float[0];
    }
    int last = in.length - 1;
    while (Math.abs(in[last]) <= floor) {
      last--;
    }
    int from = Math.max(0, first - (int) (BEFORE_SECONDS * rateHz));
    int to = Math.min(in.length, last + 1 + (int) (AFTER_SECONDS * rateHz));
    return Arrays.copyOfRange(in, from, to);
  }

  private static void level(float[] samples) {
    double gain =
        Math.min(
            Decibels.factor(LEVEL_DB - speechLevel(samples)),
            Decibels.factor(PEAK_DB - Decibels.peak(samples)));
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= (float) gain;
    }
  }

  /** Level of the frames that hold speech. */
  static double speechLevel(float[] samples) {
    int frame = (int) (FRAME_SECONDS * Sound.RATE_HZ);
    double[] levels = new double[samples.length / frame];
    double loudest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Decibels.rms(samples, i * frame, (i + 1) * frame);
      loudest = Math.max(loudest, levels[i]);
    }
    double power = 0;
    int count = 0;
    for (double level : levels) {
      if (level > loudest + PAUSE_DB) {
        power += Decibels.factor(level) * Decibels.factor(level);
        count++;
      }
    }
    return count == 0
        ? Decibels.rms(samples, 0, samples.length)
        : Decibels.of(Math.sqrt(power / count));
  }

  private static void fade(float[] samples) {
    int frames = Math.min((int) (FADE_SECONDS * Sound.RATE_HZ), samples.length / 2);
    for (int i = 0; i < frames; i++) {
      float weight = (float) (0.5 - 0.5 * Math.cos(Math.PI * i / frames));
      samples[i] *= weight;
      samples[samples.length - 1 - i] *= weight;
    }
  }
}

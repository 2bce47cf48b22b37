package org.stillpoint.beat;

import java.util.Arrays;

/**
 * Hum of the mains, or the flicker of the lamps on it, in the newest second of the samples: how
 * large it is, in units of the wave.
 *
 * <p>A tone is measured by the algorithm of Goertzel 1958 (doi 10.2307/2310304) and counts when it
 * stands out of its neighbourhood, so that noise and the sharp waves of an ECG do not. Frequencies
 * above nearly half the sampling rate cannot be told: they fold back and look like something else,
 * at 49 samples a second even like a pulse. Belongs to one thread.
 */
final class MainsHum {
  /** Hum of the two mains of the world, and the light of lamps on them. */
  private static final double[] TONES = {50, 60, 100, 120};

  private static final long SPAN_NANOS = 1_000_000_000L;

  /** Samples a period for a tone to be told from its mirror image. */
  private static final double SAMPLES_PER_PERIOD = 2.2;

  /** Distance of the two frequencies that stand for the neighbourhood, both below the tone. */
  private static final double NEAR_HZ = 6;

  private static final double FAR_HZ = 10;

  /** A tone is this much larger than its neighbourhood. */
  private static final double STANDS_OUT = 3;

  /** A mirror image below this frequency cannot be told from a pulse by its place. */
  private static final double PULSE_HZ = 4;

  private static final double SLOWEST_PULSE_HZ = 0.5;

  private final SampleRing samples;
  private long from;
  private double rateHz;
  private double swing;
  private double foldedSwing;
  private final double[] intoPulse = new double[TONES.length];

  MainsHum(SampleRing samples) {
    this.samples = samples;
  }

  /** Measures the second before the newest sample. */
  void measure() {
    swing = 0;
    foldedSwing = 0;
    Arrays.fill(intoPulse, 0);
    long last = samples.end() - 1;
    from = samples.atOrAfter(samples.time(last) - SPAN_NANOS);
    if (last - from < 16) {
      return;
    }
    rateHz = (last - from) * 1e9 / (samples.time(last) - samples.time(from));
    for (int i = 0; i < TONES.length; i++) {
      double tone = TONES[i];
      if (SAMPLES_PER_PERIOD * tone <= rateHz) {
        swing = Math.max(swing, standingOut(tone));
      } else {
        double folded = Math.abs(tone - Math.rint(tone / rateHz) * rateHz);
        if (folded > PULSE_HZ) {
          foldedSwing = Math.max(foldedSwing, 2 * amplitude(folded));
        } else if (folded > SLOWEST_PULSE_HZ) {
          intoPulse[i] = folded;
        }
      }
    }
  }

  /** From trough to crest of the strongest tone that can be told; 0 without one. */
  double swing() {
    return swing;
  }

  /** The same at places to which tones fold that cannot be told; it may be something else. */
  double foldedSwing() {
    return foldedSwing;
  }

  /** Where among the pulse rates tones fold to, in hertz; 0 for one that does not. */
  double[] foldedIntoPulse() {
    return intoPulse.clone();
  }

  private double standingOut(double tone) {
    double amplitude = amplitude(tone);
    double around = (amplitude(tone - NEAR_HZ) + amplitude(tone - FAR_HZ)) / 2;
    return amplitude > STANDS_OUT * around ? 2 * amplitude : 0;
  }

  /** Amplitude of a frequency over the span, its straight line taken away first. */
  private double amplitude(double hertz) {
    long end = samples.end();
    int n = (int) (end - from);
    double first = samples.value(from);
    double slope = (samples.value(end - 1) - first) / (n - 1);
    double turn = 2 * Math.PI * hertz / rateHz;
    double twice = 2 * Math.cos(turn);
    double before = 0;
    double beforeThat = 0;
    for (int i = 0; i < n; i++) {
      double now = samples.value(from + i) - first - slope * i + twice * before - beforeThat;
      beforeThat = before;
      before = now;
    }
    double power = before * before + beforeThat * beforeThat - twice * before * beforeThat;
    return 2 * Math.sqrt(Math.max(0, power)) / n;
  }
}

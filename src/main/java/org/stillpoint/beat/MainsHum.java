package org.stillpoint.beat;

import java.util.Arrays;

/**
 * Mains hum, or the flicker of mains-powered lamps, in the newest second of samples: its size in
 * units of the wave.
 *
 * <p>The amplitude of a tone is measured by the algorithm of Goertzel 1958 (doi 10.2307/2310304). A
 * tone counts only if it exceeds the neighbouring frequencies, so that noise and the sharp waves of
 * an ECG do not count. Tones above nearly half the sampling rate cannot be identified: they alias
 * to other frequencies, at 49 samples per second even to that of a pulse. Belongs to one thread.
 */
final class MainsHum {
  /** The two mains frequencies in use, and the flicker of lamps at twice these frequencies, Hz. */
  private static final double[] TONES = {50, 60, 100, 120};

  private static final long SPAN_NANOS = 1_000_000_000L;

  /** Samples per period that are needed to distinguish a tone from its alias. */
  private static final double SAMPLES_PER_PERIOD = 2.2;

  /** Distances of the two frequencies that represent the neighbourhood, both below the tone. */
  private static final double NEAR_HZ = 6;

  private static final double FAR_HZ = 10;

  /** Least ratio of a tone to its neighbourhood. */
  private static final double STANDS_OUT = 3;

  /** An alias below this frequency cannot be distinguished from a pulse by its frequency. */
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

  /**
   * Measures the second before the newest sample; everything is 0 with fewer than 17 samples in it.
   */
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

  /** Peak-to-peak size of the strongest tone that can be identified; 0 without one. */
  double swing() {
    return swing;
  }

  /** Peak-to-peak size at the frequencies to which other tones alias; it may have another cause. */
  double foldedSwing() {
    return foldedSwing;
  }

  /**
   * Frequencies in the pulse range to which tones alias, in hertz; 0 for each tone that does not.
   */
  double[] foldedIntoPulse() {
    return intoPulse.clone();
  }

  private double standingOut(double tone) {
    double amplitude = amplitude(tone);
    double around = (amplitude(tone - NEAR_HZ) + amplitude(tone - FAR_HZ)) / 2;
    return amplitude > STANDS_OUT * around ? 2 * amplitude : 0;
  }

  /**
   * Amplitude of a frequency over the measured second, after a straight line has been subtracted.
   */
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

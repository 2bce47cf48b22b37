package org.stillpoint.hrv;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.MathArrays;
import org.jspecify.annotations.Nullable;

/**
 * The power of one modulation over a window, by breathing rate. It is a Fourier transform of the
 * unevenly spaced beats. A parabola is subtracted and outliers are limited first. Each beat is
 * weighted with its duration and a taper, which covers a quarter of the window at each end. The
 * same input gives the same output. Belongs to one thread.
 *
 * <p>A rhythm is distinguished from noise by its share: the power around one rate divided by all
 * power that is not much slower. Slower swings are left out of that sum because below 8 per minute
 * blood vessels and blood pressure oscillate by themselves (Mayer waves).
 */
final class BreathSpectrum {
  /** Distance between two rates, in breaths per minute. */
  static final double STEP = 0.25;

  static final int BINS = 121;
  private static final double LOWEST = 2;

  /**
   * Half the width, in bins, within which power belongs to one rhythm: the resolution of one
   * minute.
   */
  private static final int LOBE = 4;

  /**
   * Swings that are slower than a rhythm by more than this, and below 8 per minute, do not count
   * against it.
   */
  private static final double SLOWER = 4;

  private static final double SURELY_COUNTED = 8;
  private static final double SLOWEST_COUNTED = 3;

  /** Part of half the window that the taper covers at its end. */
  private static final double TAPER = 0.5;

  /** Share of the weight of a window that remains under the taper. */
  private static final double WHOLE = 1 - TAPER / 2;

  private static final double LEAST_COVERAGE = 0.8;
  private static final int FEWEST = 20;

  /**
   * Limit for single values, in standard deviations, which are estimated from the median deviation.
   */
  private static final double BOUND = 3 * 1.4826;

  /** Half the width, in bins, of what surrounds a rate; and of what does not belong to it. */
  private static final int AROUND = 24;

  private static final int OWN = 6;

  /** Swings below this rate do not count as noise around a rate. */
  private static final int NOISE_FROM = 4;

  /** Least level of the noise, as a share of the largest power. */
  private static final double LEAST_NOISE = 1e-3;

  /** Share of half the heart rate above which a rhythm is not seen. */
  private static final double SEEN = 0.95;

  /** The level of the noise is computed at every fourth rate. */
  private static final int NOISE_STEP = 4;

  private final BreathEffect effect;
  private final double[] power;
  private final double[] at;
  private final double[] lengths;
  private final double[] values;
  private double @Nullable [] noise;
  private final double[] sums = new double[BINS + 1];
  private final double fastest;
  private final double depth;

  private BreathSpectrum(
      BreathEffect effect, double[][] beats, double[] power, double fastest, double depth) {
    this.effect = effect;
    this.at = beats[0];
    this.lengths = beats[1];
    this.values = beats[2];
    this.power = power;
    this.fastest = fastest;
    this.depth = depth;
    for (int bin = 0; bin < BINS; bin++) {
      sums[bin + 1] = sums[bin] + power[bin];
    }
  }

  /**
   * The spectrum of a window.
   *
   * @param endNanos end of the window
   * @param seconds its length
   * @return null if there are fewer than 20 beats, if less than four fifths of the window are
   *     covered, or if nothing swings
   */
  static @Nullable BreathSpectrum of(Modulation modulation, long endNanos, double seconds) {
    long startNanos = endNanos - Math.round(seconds * 1e9);
    int first = modulation.firstAfter(startNanos);
    int count = modulation.firstAfter(endNanos) - first;
    if (count < FEWEST) {
      return null;
    }
    double[] at = new double[count];
    double[] weights = new double[count];
    double[] values = new double[count];
    double covered = 0;
    double length = 0;
    for (int i = 0; i < count; i++) {
      double each = modulation.seconds(first + i);
      double middle = (modulation.endNanos(first + i) - startNanos) / 1e9 - each / 2;
      at[i] = Math.max(-1, 2 * middle / seconds - 1);
      weights[i] = each * taper(at[i]);
      values[i] = modulation.value(first + i);
      covered += weights[i];
      length += each;
    }
    if (covered < LEAST_COVERAGE * WHOLE * seconds) {
      return null;
    }
    double mean = Parabola.takeOff(at, weights, values);
    bound(values);
    double square = 0;
    double[] lengths = new double[count];
    for (int i = 0; i < count; i++) {
      lengths[i] = modulation.seconds(first + i);
      square += weights[i] * values[i] * values[i];
      weights[i] *= values[i];
    }
    double depth = Math.sqrt(square / covered) / Math.abs(mean);
    if (!(depth > 1e-9)) {
      return null;
    }
    double nyquist = 30 * count / length;
    double[][] beats = {at, lengths, values};
    return new BreathSpectrum(
        modulation.effect(), beats, power(at, weights, seconds, nyquist), nyquist, depth);
  }

  private static double taper(double at) {
    double inEdge = Math.max(0, Math.abs(at) - (1 - TAPER)) / TAPER;
    return 0.5 + 0.5 * Math.cos(Math.PI * inEdge);
  }

  private static void bound(double[] values) {
    double[] sizes = MathArrays.copyOf(values);
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(sizes[i]);
    }
    Arrays.sort(sizes);
    double most = BOUND * sizes[sizes.length / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(-most, Math.min(most, values[i]));
    }
  }

  /** Rotates a phasor for each beat from rate to rate, which avoids most sines. */
  private static double[] power(double[] at, double[] weighted, double seconds, double nyquist) {
    double[] x = new double[at.length];
    double[] y = new double[at.length];
    double[] cos = new double[at.length];
    double[] sin = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      double angle = 2 * Math.PI * at[i] * seconds / 120;
      x[i] = weighted[i] * Math.cos(LOWEST * angle);
      y[i] = weighted[i] * Math.sin(LOWEST * angle);
      cos[i] = Math.cos(STEP * angle);
      sin[i] = Math.sin(STEP * angle);
    }
    double[] power = new double[BINS];
    int bins = (int) Math.min(BINS, Math.floor((nyquist - LOWEST) / STEP) + 1);
    for (int bin = 0; bin < bins; bin++) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < at.length; i++) {
        re += x[i];
        im += y[i];
        double turned = x[i] * cos[i] - y[i] * sin[i];
        y[i] = x[i] * sin[i] + y[i] * cos[i];
        x[i] = turned;
      }
      power[bin] = re * re + im * im;
    }
    return power;
  }

  /** Breaths per minute of a bin. */
  static double rate(int bin) {
    return LOWEST + STEP * bin;
  }

  /** The bin nearest to a rate; may be outside the spectrum. */
  static int bin(double rate) {
    return (int) Math.round((rate - LOWEST) / STEP);
  }

  /** The mean power of noise at every fourth bin, from the median of the bins around it. */
  private double[] noise() {
    if (noise != null) {
      return noise;
    }
    int bins = Math.min(BINS, bin(fastest));
    double[] levels = new double[BINS / NOISE_STEP + 2];
    double most = Arrays.stream(power).max().orElse(0);
    double[] around = new double[2 * AROUND];
    for (int i = 0; i < levels.length; i++) {
      int bin = i * NOISE_STEP;
      int count = 0;
      for (int k = Math.max(NOISE_FROM, bin - AROUND); k < Math.min(bins, bin + AROUND + 1); k++) {
        if (Math.abs(k - bin) > OWN) {
          around[count++] = power[k];
        }
      }
      Arrays.sort(around, 0, count);
      double median = count < OWN ? most : around[count / 2];
      levels[i] = Math.max(median / Math.log(2), LEAST_NOISE * most);
    }
    noise = levels;
    return levels;
  }

  /** Power of a bin divided by that of the noise around it; 0 for rates that cannot be seen. */
  double contrast(int bin) {
    if (rate(bin) > SEEN * fastest) {
      return 0;
    }
    double place = (double) bin / NOISE_STEP;
    int below = (int) place;
    double[] levels = noise();
    return power[bin] / (levels[below] + (place - below) * (levels[below + 1] - levels[below]));
  }

  /**
   * The swing at one rate around a moment of the window, as a complex number.
   *
   * @param rate in breaths per minute
   * @param middle of the part of the window that is looked at, -1 to 1
   * @param half half the length of that part, in the same unit
   * @param seconds length of the window
   * @return real and imaginary part, divided by the size of all swings of the window
   */
  double[] swing(double rate, double middle, double half, double seconds) {
    double re = 0;
    double im = 0;
    for (int i = 0; i < at.length; i++) {
      double off = (at[i] - middle) / half;
      if (Math.abs(off) < 1) {
        double weight = (0.5 + 0.5 * Math.cos(Math.PI * off)) * lengths[i] * values[i];
        double angle = Math.PI * rate * at[i] * seconds / 60;
        re += weight * Math.cos(angle);
        im -= weight * Math.sin(angle);
      }
    }
    double size = Math.sqrt(StatUtils.sumSq(values));
    return new double[] {re / size, im / size};
  }

  /** What the spectrum shows. */
  BreathEffect effect() {
    return effect;
  }

  /** Power around a bin. */
  double lobe(int bin) {
    int from = Math.max(0, bin - LOBE);
    int to = Math.min(BINS, bin + LOBE + 1);
    return from < to ? sums[to] - sums[from] : 0;
  }

  /** Power around a bin divided by all power that is not much slower, 0 to 1. */
  double share(int bin) {
    double from = Math.max(SLOWEST_COUNTED, Math.min(SURELY_COUNTED, rate(bin) - SLOWER));
    double counted = sums[BINS] - sums[bin(from)];
    return counted > 1e-4 * sums[BINS] ? Math.min(1, lobe(bin) / counted) : 0;
  }

  /** Power around a bin divided by all power, 0 to 1. */
  double wholeShare(int bin) {
    return lobe(bin) / sums[BINS];
  }

  /** The centre of the power around a bin, in breaths per minute. */
  double centre(int bin) {
    double moment = 0;
    for (int i = Math.max(0, bin - LOBE); i < Math.min(BINS, bin + LOBE + 1); i++) {
      moment += power[i] * rate(i);
    }
    return moment / lobe(bin);
  }

  /** Half the heart rate, per minute; faster breathing cannot be seen. */
  double fastest() {
    return fastest;
  }

  /** Standard deviation of the swings divided by the mean. */
  double depth() {
    return depth;
  }
}

package org.stillpoint.beat;

import java.util.Arrays;

/**
 * The last four seconds of a pulse wave in bins of 20 ms, in the frequency range of a pulse: how
 * high it is, how noisy and how regular. Belongs to one thread.
 */
final class PulseBand {
  static final long SPAN_NANOS = 4_000_000_000L;

  private static final long BIN_NANOS = 20_000_000L;
  private static final int BINS = (int) (SPAN_NANOS / BIN_NANOS);
  private static final int PER_SECOND = (int) (1_000_000_000L / BIN_NANOS);

  private static final int UPSTROKE = 12;

  /** Number of windows of one second that begin every half second. */
  private static final int STRETCHES = 2 * (BINS / PER_SECOND) - 1;

  /** Number of windows within the last one and a half seconds. */
  private static final int NEWEST = 2;

  /** Range of the interval between beats, in bins: from 200 to 38 per minute. */
  private static final int SHORTEST_LAG = 15;

  private static final int LONGEST_LAG = 79;

  /** Median of |x - mean of its neighbours| for white noise with standard deviation one. */
  private static final double MEDIAN_BEND = 0.826;

  private final SampleRing samples;
  private final double[] bins = new double[BINS];
  private final double[] pulse = new double[BINS];
  private final double[] ranges = new double[STRETCHES];
  private final double[] work = new double[BINS - 2];

  PulseBand(SampleRing samples) {
    this.samples = samples;
  }

  /** Measures the four seconds before the newest sample; the samples must cover them. */
  void measure() {
    fill(samples.time(samples.end() - 1) - SPAN_NANOS);
    detrend();
    for (int k = 0; k < STRETCHES; k++) {
      ranges[k] = range(k * PER_SECOND / 2, k * PER_SECOND / 2 + PER_SECOND);
    }
  }

  /**
   * Computes the mean of each bin; a bin without a sample is interpolated between its neighbours.
   */
  private void fill(long fromNanos) {
    long next = samples.atOrAfter(fromNanos);
    int filled = -1;
    for (int bin = 0; bin < BINS; bin++) {
      double sum = 0;
      int count = 0;
      long end = fromNanos + (bin + 1) * BIN_NANOS;
      while (next < samples.end() && samples.time(next) < end) {
        sum += samples.value(next++);
        count++;
      }
      if (count > 0) {
        bins[bin] = sum / count;
        bridge(filled, bin);
        filled = bin;
      }
    }
    Arrays.fill(bins, filled + 1, BINS, filled < 0 ? 0 : bins[filled]);
  }

  private void bridge(int before, int after) {
    for (int i = Math.max(0, before + 1); i < after; i++) {
      double share = before < 0 ? 1 : (double) (i - before) / (after - before);
      bins[i] = (before < 0 ? 0 : (1 - share) * bins[before]) + share * bins[after];
    }
  }

  /** Subtracts from each bin the mean of the second around it. */
  private void detrend() {
    for (int i = 0; i < BINS; i++) {
      int from = Math.max(0, i - PER_SECOND / 2);
      int to = Math.min(BINS, i + PER_SECOND / 2 + 1);
      double sum = 0;
      for (int k = from; k < to; k++) {
        sum += bins[k];
      }
      pulse[i] = bins[i] - sum / (to - from);
    }
  }

  private double range(int from, int to) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      low = Math.min(low, bins[i]);
      high = Math.max(high, bins[i]);
    }
    return high - low;
  }

  /** Range of the wave within the newest second. */
  double newestRange() {
    return ranges[STRETCHES - 1];
  }

  /** The largest range of a window of one second within the last one and a half seconds. */
  double widestRange() {
    double widest = 0;
    for (int k = STRETCHES - NEWEST; k < STRETCHES; k++) {
      widest = Math.max(widest, ranges[k]);
    }
    return widest;
  }

  /** The median of the ranges: that of the pulse, even if there was one jump. */
  double usualRange() {
    double[] sorted = ranges.clone();
    Arrays.sort(sorted);
    return sorted[STRETCHES / 2];
  }

  /** The largest rise over 240 ms in the last two seconds; the upstroke of a pulse is as quick. */
  double upstroke() {
    double highest = 0;
    for (int i = BINS / 2; i < BINS - UPSTROKE; i++) {
      highest = Math.max(highest, bins[i + UPSTROKE] - bins[i]);
    }
    return highest;
  }

  /** Standard deviation of the noise from bin to bin, over the last two seconds. */
  double noise() {
    int n = BINS / 2;
    for (int i = 0; i < n; i++) {
      int at = BINS - 2 - i;
      work[i] = Math.abs(bins[at] - (bins[at - 1] + bins[at + 1]) / 2);
    }
    Arrays.sort(work, 0, n);
    return work[n / 2] / MEDIAN_BEND;
  }

  /**
   * The highest correlation of the wave with itself one beat earlier, -1 to 1; an even pulse has
   * 0.7 or more.
   *
   * @param limit bound on the magnitude of each value, because a large wave before a small one says
   *     little
   */
  double regularity(double limit) {
    double[] cut = new double[BINS];
    double[] energy = new double[BINS + 1];
    for (int i = 0; i < BINS; i++) {
      cut[i] = Math.max(-limit, Math.min(limit, pulse[i]));
      energy[i + 1] = energy[i] + cut[i] * cut[i];
    }
    double best = -1;
    for (int lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
      double product = 0;
      for (int i = lag; i < BINS; i++) {
        product += cut[i] * cut[i - lag];
      }
      double size = Math.sqrt((energy[BINS] - energy[lag]) * energy[BINS - lag]);
      best = size > 0 ? Math.max(best, product / size) : best;
    }
    return best;
  }

  /** Share of the power of the wave in a single tone, 0 to 1; 0 if the wave does not move. */
  double toneShare(double hertz) {
    double turn = 2 * Math.PI * hertz * BIN_NANOS / 1e9;
    double re = 0;
    double im = 0;
    double energy = 0;
    for (int i = 0; i < BINS; i++) {
      re += pulse[i] * Math.cos(turn * i);
      im += pulse[i] * Math.sin(turn * i);
      energy += pulse[i] * pulse[i];
    }
    return energy > 0 ? 2 * (re * re + im * im) / (BINS * energy) : 0;
  }
}

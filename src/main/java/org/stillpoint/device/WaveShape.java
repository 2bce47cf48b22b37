package org.stillpoint.device;

/**
 * Measures whether numbers, taken as samples, look like a pulse wave. It is not a detector: it only
 * checks features that any pulse wave has and the values of other instruments lack. A pulse wave
 * moves (a constant and a quiet instrument do not). It is smooth (noise is not). It goes up and
 * down at least twice (a counter and a drift do not). No single step accounts for most of it (as in
 * a switch and a counter that starts again). It is not a symmetrical oscillation (as hum, a sine
 * and a triangle are): it rises faster than it falls, or stays low for longer than high. Skewness
 * as a feature of the pulse wave: Elgendi, Bioengineering 3(4):21, 2016,
 * doi:10.3390/bioengineering3040021.
 */
final class WaveShape {
  /** Smallest range in converter counts; a quiet input moves by a few counts. */
  private static final double LEAST_RANGE = 12;

  /** Mean square of the steps over the variance (von Neumann): 2 for noise, near 0 for a curve. */
  private static final double MOST_ROUGHNESS = 0.5;

  private static final double MOST_ROUGHNESS_OF_WAVES = 0.14;

  /** Largest share of the range for one step, where the rate is not known. */
  static final double LARGEST_STEP = 0.7;

  private static final double LEAST_SKEWNESS = 0.2;
  private static final double LEAST_STEEPNESS = 1.25;

  /** How far from the mean the wave must go to count as up or down, in standard deviations. */
  private static final double SWING = 0.4;

  private static final int LEAST_RISES = 2;
  private static final int LEAST_VALUES = 24;

  private final double[] values;
  private final int from;
  private final int to;
  private double mean;
  private double variance;
  private double skewness;
  private double steps;
  private double rise;
  private double fall;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  /** Measures the values from {@code from} to {@code to}, exclusive; the array is not copied. */
  WaveShape(double[] values, int from, int to) {
    this.values = values;
    this.from = from;
    this.to = to;
    measure();
  }

  private void measure() {
    int n = Math.max(1, to - from);
    for (int i = from; i < to; i++) {
      mean += values[i] / n;
      least = Math.min(least, values[i]);
      most = Math.max(most, values[i]);
    }
    for (int i = from; i < to; i++) {
      double off = values[i] - mean;
      variance += off * off / n;
      skewness += off * off * off / n;
    }
    skewness /= Math.pow(Math.max(variance, 1e-9), 1.5);
    for (int i = from + 1; i < to; i++) {
      double step = values[i] - values[i - 1];
      steps += step * step / n;
      rise = Math.max(rise, step);
      fall = Math.max(fall, -step);
    }
  }

  /** Whether the values move and are smooth, as far as a few values can show. */
  boolean curve() {
    return to - from >= LEAST_VALUES
        && most - least >= LEAST_RANGE
        && steps <= MOST_ROUGHNESS * variance;
  }

  /**
   * Whether the values are far smoother than intervals between beats. At 50 samples a second and
   * more, the roughness of pulse waves is at most 0.11 (three recorded and virtual ones, pieces of
   * 128); that of intervals is mostly above 0.25 (thirteen records of 1 minute to 24 hours).
   */
  boolean smootherThanIntervals() {
    return most - least >= LEAST_RANGE && steps <= MOST_ROUGHNESS_OF_WAVES * variance;
  }

  /**
   * Whether the values can be a pulse wave of a few beats.
   *
   * @param largestStep largest share of the range for one step
   */
  boolean pulse(double largestStep) {
    boolean lopsided = skewness >= LEAST_SKEWNESS || rise >= LEAST_STEEPNESS * fall;
    boolean gradual = Math.max(rise, fall) <= largestStep * (most - least);
    return curve() && lopsided && gradual && rises() >= LEAST_RISES;
  }

  /** How often the values went from clearly low to clearly high. */
  int rises() {
    double swing = SWING * Math.sqrt(variance);
    boolean low = false;
    int rises = 0;
    for (int i = from; i < to; i++) {
      double off = values[i] - mean;
      if (off < -swing) {
        low = true;
      } else if (off > swing && low) {
        low = false;
        rises++;
      }
    }
    return rises;
  }
}

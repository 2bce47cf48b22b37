package org.stillpoint.beat;

import java.util.Arrays;

/**
 * The latest seconds of an ECG on an even time grid: slope, bend and energy.
 *
 * <p>Slope and bend, its change over 20 ms, form a pair like sine and cosine around 16 Hz, where
 * the complex (QRS) stands out best from P and T waves, drift and hum; the root of the sum of their
 * squares is one hump over a complex of whatever shape and polarity. Belongs to one thread.
 */
final class ComplexTrack {
  /** Grid spacing: half the kernel's standard deviation. */
  static final long STEP_NANOS = 5_000_000L;

  /** {@link #STEP_NANOS} in seconds. */
  static final double STEP_SECONDS = 0.005;

  /** Kept length, about five seconds; a power of two. */
  private static final int CAPACITY = 1024;

  /** Grid steps to either side over which the bend is taken: over 20 ms mains hum has none. */
  private static final int BEND_STEPS = 2;

  /** Gives slope and bend about equal weight where a complex has most of its energy. */
  private static final double BEND_WEIGHT = 0.75;

  /** Grid steps over which the usual energy between the complexes is taken: 3 s. */
  private static final int NOISE_STEPS = 600;

  /** It is taken anew after so many grid steps: 100 ms. */
  private static final int NOISE_PACE = 20;

  private final SlopeTrack slopes = new SlopeTrack(CAPACITY);
  private final double[] energies = new double[CAPACITY];
  private final double[] sorted = new double[NOISE_STEPS];
  private double noise;
  private long noiseSince;

  void restart(long grid) {
    slopes.restart(grid);
    noise = 0;
    noiseSince = Long.MIN_VALUE;
  }

  void add(double slope) {
    slopes.add(slope, 0);
    long at = lastBend();
    boolean whole = at >= firstBend();
    energies[slot(at)] = whole ? Math.hypot(slopes.slope(at), BEND_WEIGHT * bend(at)) : 0;
  }

  SlopeTrack slopes() {
    return slopes;
  }

  long end() {
    return slopes.end();
  }

  /** The first grid number that has a bend. */
  long firstBend() {
    return slopes.first() + BEND_STEPS;
  }

  /** The last grid number that has a bend; before {@link #firstBend()} when there is none. */
  long lastBend() {
    return slopes.end() - 1 - BEND_STEPS;
  }

  /** How the slope changes around a grid number, in units of the wave per second. */
  double bend(long grid) {
    return slopes.slope(grid + BEND_STEPS) - slopes.slope(grid - BEND_STEPS);
  }

  /** In units of the wave per second. */
  double energy(long grid) {
    return energies[slot(grid)];
  }

  /** Whether the last but one of the energies is a peak. */
  boolean isPeakBehind() {
    long last = lastBend();
    if (last - 2 < firstBend()) {
      return false;
    }
    double peak = energy(last - 1);
    return peak > 0 && peak > energy(last - 2) && peak >= energy(last);
  }

  /** That peak. */
  Rise peakBehind() {
    long grid = lastBend() - 1;
    return new Rise(grid, grid * STEP_NANOS, energy(grid), 1);
  }

  /**
   * What is there most of the time: the median of the energy over 3 s. Complexes and T waves are
   * rarer than that.
   */
  double noise() {
    long pace = Math.floorDiv(lastBend(), NOISE_PACE);
    if (pace != noiseSince) {
      noiseSince = pace;
      noise = median();
    }
    return noise;
  }

  private double median() {
    int count = (int) Math.max(0, Math.min(NOISE_STEPS, lastBend() - firstBend() + 1));
    for (int i = 0; i < count; i++) {
      sorted[i] = energy(lastBend() - i);
    }
    Arrays.sort(sorted, 0, count);
    return count == 0 ? 0 : sorted[count / 2];
  }

  private static int slot(long grid) {
    return (int) (grid & (CAPACITY - 1));
  }
}

package org.stillpoint.beat;

import java.util.Arrays;

/**
 * The latest seconds of an ECG on an even time grid: slope, bend and energy.
 *
 * <p>The bend is the change of the slope over 20 ms. Slope and bend form a pair like sine and
 * cosine around 16 Hz, where the complex (QRS) stands out best from P and T waves, drift and hum.
 * The energy is the root of the sum of their squares: a single hump over a complex, whatever its
 * shape and polarity. Belongs to one thread.
 */
final class ComplexTrack {
  /** Grid spacing: half the kernel's standard deviation. */
  static final long STEP_NANOS = 5_000_000L;

  /** {@link #STEP_NANOS} in seconds. */
  static final double STEP_SECONDS = 0.005;

  /** Number of grid steps kept, about five seconds; a power of two. */
  private static final int CAPACITY = 1024;

  /**
   * Grid steps on each side over which the bend is computed: over 20 ms, mains hum contributes
   * nothing.
   */
  private static final int BEND_STEPS = 2;

  /** Makes slope and bend weigh about the same where a complex has most of its energy. */
  private static final double BEND_WEIGHT = 0.75;

  /** Grid steps over which the noise is measured: 3 s. */
  private static final int NOISE_STEPS = 600;

  /** Grid steps between two measurements of the noise: 100 ms. */
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

  /** The first grid number with a bend. */
  long firstBend() {
    return slopes.first() + BEND_STEPS;
  }

  /** The last grid number with a bend; less than {@link #firstBend()} if there is none. */
  long lastBend() {
    return slopes.end() - 1 - BEND_STEPS;
  }

  /** Change of the slope around a grid number, in units of the wave per second. */
  double bend(long grid) {
    return slopes.slope(grid + BEND_STEPS) - slopes.slope(grid - BEND_STEPS);
  }

  /** Energy at a grid number, in units of the wave per second. */
  double energy(long grid) {
    return energies[slot(grid)];
  }

  /** Whether the second newest energy is a peak. */
  boolean isPeakBehind() {
    long last = lastBend();
    if (last - 2 < firstBend()) {
      return false;
    }
    double peak = energy(last - 1);
    return peak > 0 && peak > energy(last - 2) && peak >= energy(last);
  }

  /** The peak at the second newest energy; only valid if {@link #isPeakBehind()}. */
  Rise peakBehind() {
    long grid = lastBend() - 1;
    return new Rise(grid, grid * STEP_NANOS, energy(grid), 1);
  }

  /**
   * The noise: the median of the energy over 3 s, 0 without any. Complexes and T waves occupy less
   * than half of the time, so they hardly affect it.
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

package org.stillpoint.beat;

/**
 * The latest seconds of slope on an even time grid, addressed by grid number; the grid is anchored
 * on time zero of the recording, so it does not depend on where listening began. Belongs to one
 * thread.
 */
final class SlopeTrack {
  /** Grid spacing: a third of the bell's standard deviation, so a parabola fits a slope peak. */
  static final long STEP_NANOS = 10_000_000L;

  /** {@link #STEP_NANOS} in seconds. */
  static final double STEP_SECONDS = 0.01;

  /** Kept length, about five seconds; a power of two. */
  private static final int CAPACITY = 512;

  private final double[] slopes = new double[CAPACITY];
  private final double[] scatters = new double[CAPACITY];
  private long first;
  private long end;

  void restart(long gridNumber) {
    first = gridNumber;
    end = gridNumber;
  }

  void add(double slope, double scatter) {
    slopes[(int) (end & (CAPACITY - 1))] = slope;
    scatters[(int) (end & (CAPACITY - 1))] = scatter;
    end++;
    first = Math.max(first, end - CAPACITY);
  }

  long first() {
    return first;
  }

  long end() {
    return end;
  }

  double slope(long gridNumber) {
    return slopes[(int) (gridNumber & (CAPACITY - 1))];
  }

  double scatter(long gridNumber) {
    return scatters[(int) (gridNumber & (CAPACITY - 1))];
  }
}

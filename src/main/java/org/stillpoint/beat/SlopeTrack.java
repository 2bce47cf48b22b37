package org.stillpoint.beat;

/**
 * The latest seconds of slope on an even time grid, addressed by grid number. The grid is anchored
 * at time zero of the recording, so it does not depend on when the measurement began. Belongs to
 * one thread.
 */
final class SlopeTrack {
  /**
   * Grid spacing: a third of the standard deviation of the kernel, so that a parabola fits a slope
   * peak.
   */
  static final long STEP_NANOS = 10_000_000L;

  /** {@link #STEP_NANOS} in seconds. */
  static final double STEP_SECONDS = 0.01;

  private final double[] slopes;
  private final double[] scatters;
  private long first;
  private long end;

  /**
   * Creates an empty track.
   *
   * @param capacity number of grid steps that are kept, a power of two
   */
  SlopeTrack(int capacity) {
    slopes = new double[capacity];
    scatters = new double[capacity];
  }

  void restart(long gridNumber) {
    first = gridNumber;
    end = gridNumber;
  }

  void add(double slope, double scatter) {
    slopes[slot(end)] = slope;
    scatters[slot(end)] = scatter;
    end++;
    first = Math.max(first, end - slopes.length);
  }

  long first() {
    return first;
  }

  long end() {
    return end;
  }

  double slope(long gridNumber) {
    return slopes[slot(gridNumber)];
  }

  double scatter(long gridNumber) {
    return scatters[slot(gridNumber)];
  }

  private int slot(long gridNumber) {
    return (int) (gridNumber & (slopes.length - 1));
  }
}

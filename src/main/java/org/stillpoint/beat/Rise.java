package org.stillpoint.beat;

/**
 * A place where a pulse wave rises fastest, or where an ECG has most energy: a candidate for a
 * beat.
 *
 * @param grid number of the grid step nearest to it
 * @param timeNanos its time, refined between grid steps
 * @param slope the slope there, or the strength of the complex, in units of the wave per second,
 *     positive
 * @param likeness similarity to the beats before it, -1 to 1; 1 where it was not determined
 */
record Rise(long grid, long timeNanos, double slope, double likeness) {

  /** The same place with a different strength and likeness. */
  Rise weighing(double strength, double howLike) {
    return new Rise(grid, timeNanos, strength, howLike);
  }

  /** Whether the slope peaks at the step before the newest one, and the wave rises there. */
  static boolean isBehind(SlopeTrack track, long newest) {
    if (newest - 2 < track.first()) {
      return false;
    }
    double peak = track.slope(newest - 1);
    return peak > 0 && peak > track.slope(newest - 2) && peak >= track.slope(newest);
  }

  /**
   * The peak at the step before the newest one, refined by the parabola through it and its
   * neighbours.
   */
  static Rise behind(SlopeTrack track, long newest) {
    double before = track.slope(newest - 2);
    double peak = track.slope(newest - 1);
    double after = track.slope(newest);
    double offset = 0.5 * (before - after) / (before - 2 * peak + after);
    long time = (newest - 1) * SlopeTrack.STEP_NANOS + Math.round(offset * SlopeTrack.STEP_NANOS);
    return new Rise(newest - 1, time, peak - 0.25 * (before - after) * offset, 1);
  }
}

package org.stillpoint.beat;

/**
 * The part of the wave that rises around a slope peak.
 *
 * @param foot number of the first grid step of the rise
 * @param top number of the last grid step of the rise, or the newest one if the wave still rises
 * @param height height of the smoothed wave between the two, in the sensor's units, positive
 */
record RiseExtent(long foot, long top, double height) {
  /**
   * Longest time from the foot of a systolic rise to its steepest point, in grid steps; drift takes
   * longer.
   */
  private static final int LONGEST_APPROACH = 40;

  private static final long HOLD_STEPS = BeatDetector.HOLD_NANOS / SlopeTrack.STEP_NANOS;

  static RiseExtent around(SlopeTrack track, Rise rise) {
    long oldest = Math.max(track.first(), rise.grid() - LONGEST_APPROACH);
    long foot = rise.grid();
    double sum = track.slope(foot);
    while (foot > oldest && track.slope(foot - 1) > 0) {
      foot--;
      sum += track.slope(foot);
    }
    long top = rise.grid();
    long newest = Math.min(track.end() - 1, rise.grid() + HOLD_STEPS);
    while (top < newest && track.slope(top + 1) > 0) {
      top++;
      sum += track.slope(top);
    }
    return new RiseExtent(foot, top, sum * SlopeTrack.STEP_SECONDS);
  }
}

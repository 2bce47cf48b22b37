package org.stillpoint.hrv;

/**
 * Foot and width of one pulse, read off the wave: breathing moves both (intensity: Karlen et al.
 * 2013, doi 10.1109/TBME.2013.2246160; width: Lazaro et al. 2013, doi 10.1007/s11517-012-0954-0).
 *
 * @param foot the lowest value before its rise, in units of the wave; NaN where the wave has a hole
 * @param widthSeconds how long it is above half its height; NaN where that cannot be seen
 */
record PulseShape(double foot, double widthSeconds) {
  private static final long FOOT_BEFORE_NANOS = 300_000_000;
  private static final long PEAK_AFTER_NANOS = 400_000_000;

  /**
   * Reads a pulse.
   *
   * @param beatNanos its steepest rise
   * @param nextNanos that of the next pulse
   */
  static PulseShape of(CoarseWave wave, long beatNanos, long nextNanos) {
    long beat = CoarseWave.step(beatNanos);
    long next = CoarseWave.step(nextNanos);
    long foot = beat;
    for (long i = beat; i >= CoarseWave.step(beatNanos - FOOT_BEFORE_NANOS); i--) {
      foot = wave.mean(i) < wave.mean(foot) ? i : foot;
    }
    long peak = beat;
    for (long i = beat; i <= Math.min(next, CoarseWave.step(beatNanos + PEAK_AFTER_NANOS)); i++) {
      peak = wave.mean(i) > wave.mean(peak) ? i : peak;
    }
    double level = 0.5 * (wave.mean(foot) + wave.mean(peak));
    long up = peak;
    while (up > foot && wave.mean(up - 1) >= level) {
      up--;
    }
    long down = peak;
    while (down < next && wave.mean(down + 1) >= level) {
      down++;
    }
    boolean seen = up > foot && down < next;
    double steps = crossing(wave, down, down + 1, level) + crossing(wave, up, up - 1, level);
    double width = (down - up + steps) * CoarseWave.STEP_NANOS / 1e9;
    return new PulseShape(wave.mean(foot), seen ? width : Double.NaN);
  }

  /** Share of a step from one above the level to its neighbour below it. */
  private static double crossing(CoarseWave wave, long above, long below, double level) {
    return (wave.mean(above) - level) / (wave.mean(above) - wave.mean(below));
  }
}

package org.stillpoint.hrv;

/**
 * The shape of one pulse in the wave. Breathing modulates all of it (intensity and height: Karlen
 * et al. 2013, doi 10.1109/TBME.2013.2246160; width: Lazaro et al. 2013, doi
 * 10.1007/s11517-012-0954-0).
 *
 * @param foot the lowest value before the rise, in units of the wave; NaN where samples are missing
 * @param peak the highest value after it, in units of the wave
 * @param mean mean of the wave from this beat to the next, in units of the wave
 * @param widthSeconds time above half the height; NaN where it cannot be measured
 */
record PulseShape(double foot, double peak, double mean, double widthSeconds) {
  private static final long FOOT_BEFORE_NANOS = 300_000_000;
  private static final long PEAK_AFTER_NANOS = 400_000_000;

  /** How much of its height the pulse keeps on average until the next one, about 0 to 1. */
  double fill() {
    return (mean - foot) / (peak - foot);
  }

  /**
   * Measures a pulse.
   *
   * @param wave the wave around the pulse
   * @param beatNanos time of its steepest rise
   * @param nextNanos time of the steepest rise of the next pulse
   */
  static PulseShape of(CoarseWave wave, long beatNanos, long nextNanos) {
    long beat = wave.step(beatNanos);
    long next = wave.step(nextNanos);
    long foot = beat;
    for (long i = beat; i >= wave.step(beatNanos - FOOT_BEFORE_NANOS); i--) {
      foot = wave.mean(i) < wave.mean(foot) ? i : foot;
    }
    long peak = beat;
    for (long i = beat; i <= Math.min(next, wave.step(beatNanos + PEAK_AFTER_NANOS)); i++) {
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
    double width = (down - up + steps) * wave.stepNanos() / 1e9;
    return new PulseShape(
        wave.mean(foot),
        wave.mean(peak),
        wave.mean(beatNanos, nextNanos),
        seen ? width : Double.NaN);
  }

  /**
   * Fraction of a step from a value above the level to the crossing before its neighbour below the
   * level.
   */
  private static double crossing(CoarseWave wave, long above, long below, double level) {
    return (wave.mean(above) - level) / (wave.mean(above) - wave.mean(below));
  }
}

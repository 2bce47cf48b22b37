package org.stillpoint.hrv;

/**
 * The shape of one QRS complex in an ECG. Breathing turns the axis of the heart against the
 * electrodes and so changes how high the waves are and how strong the complex is (Moody et al.
 * 1985, Computers in Cardiology 12:113-116). The level just before the complex is the zero.
 *
 * @param top the highest value of the complex, in units of the wave; NaN where samples are missing
 * @param bottom its lowest value, in units of the wave
 * @param strength standard deviation of the values of the complex, in units of the wave
 */
record ComplexShape(double top, double bottom, double strength) {
  private static final long LEVEL_FROM_NANOS = 120_000_000;
  private static final long BEFORE_NANOS = 60_000_000;
  private static final long AFTER_NANOS = 80_000_000;

  /**
   * Measures a complex.
   *
   * @param wave the wave around it
   * @param beatNanos time of its dominant deflection
   */
  static ComplexShape of(CoarseWave wave, long beatNanos) {
    double level = wave.mean(beatNanos - LEVEL_FROM_NANOS, beatNanos - BEFORE_NANOS);
    long from = wave.step(beatNanos - BEFORE_NANOS);
    long to = wave.step(beatNanos + AFTER_NANOS);
    double top = level;
    double bottom = level;
    double sum = 0;
    double squares = 0;
    for (long i = from; i < to; i++) {
      double value = wave.mean(i);
      top = Math.max(top, value); // NaN if any value is
      bottom = Math.min(bottom, value);
      sum += value - level;
      squares += (value - level) * (value - level);
    }
    double mean = sum / (to - from);
    double variance = Math.max(0, squares / (to - from) - mean * mean);
    return new ComplexShape(top - level, bottom - level, Math.sqrt(variance));
  }
}

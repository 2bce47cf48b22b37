package org.stillpoint.hrv;

/**
 * Power density over frequency, one-sided, on an even grid. Immutable: the density handed over is
 * not changed by anybody afterwards.
 */
final class PowerSpectrum {
  private final int firstStep;
  private final double stepHz;
  private final double[] density;

  /**
   * Of densities at neighbouring multiples of a step.
   *
   * @param firstStep which multiple the first stands at
   * @param density power per Hz, in the squared unit of the series, such as ms2/Hz
   */
  PowerSpectrum(int firstStep, double stepHz, double[] density) {
    this.firstStep = firstStep;
    this.stepHz = stepHz;
    this.density = density;
  }

  int size() {
    return density.length;
  }

  double hz(int i) {
    return (firstStep + i) * stepHz;
  }

  double density(int i) {
    return density[i];
  }

  /** A step at a frequency or a little before it. */
  private int near(double hz) {
    return (int) Math.max(0, hz / stepHz - firstStep - 1);
  }

  private boolean within(int i, double fromHz, double belowHz) {
    return hz(i) >= fromHz && hz(i) < belowHz;
  }

  /** Power of a band, {@code from <= f < below}: sum of the densities times the step. */
  double power(double fromHz, double belowHz) {
    double sum = 0;
    for (int i = near(fromHz); i < density.length && hz(i) < belowHz; i++) {
      sum += within(i, fromHz, belowHz) ? density[i] : 0;
    }
    return sum * stepHz;
  }

  /** Power of a band by trapezoids between its frequencies; 0 below two of them. */
  double trapezoidPower(double fromHz, double belowHz) {
    double sum = 0;
    for (int i = 1; i < density.length; i++) {
      if (within(i - 1, fromHz, belowHz) && within(i, fromHz, belowHz)) {
        sum += (density[i - 1] + density[i]) / 2;
      }
    }
    return sum * stepHz;
  }

  /** Frequency of the largest density of a band; NaN when the band holds no frequency. */
  double peakHz(double fromHz, double belowHz) {
    int peak = -1;
    for (int i = near(fromHz); i < density.length && hz(i) < belowHz; i++) {
      if (within(i, fromHz, belowHz) && (peak < 0 || density[i] > density[peak])) {
        peak = i;
      }
    }
    return peak < 0 ? Double.NaN : hz(peak);
  }
}

package org.stillpoint.hrv;

/**
 * One-sided power density over frequency, on an even grid. Immutable; the caller must not change
 * the density array after handing it over.
 */
final class PowerSpectrum {
  private final int firstStep;
  private final double stepHz;
  private final double[] density;

  /**
   * Creates a spectrum from densities at consecutive multiples of a step.
   *
   * @param firstStep multiple of the step at which the first density is
   * @param stepHz distance between two frequencies
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

  /** Index at or slightly below a frequency. */
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

  /**
   * Power of a band by the trapezoid rule between its frequencies; 0 for fewer than two of them.
   */
  double trapezoidPower(double fromHz, double belowHz) {
    double sum = 0;
    for (int i = 1; i < density.length; i++) {
      if (within(i - 1, fromHz, belowHz) && within(i, fromHz, belowHz)) {
        sum += (density[i - 1] + density[i]) / 2;
      }
    }
    return sum * stepHz;
  }

  /** Frequency of the largest density in a band; NaN if the band contains no frequency. */
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

package org.stillpoint.hrv;

import org.apache.commons.math3.stat.StatUtils;

/**
 * Power spectrum of the intervals without resampling (Lomb 1976, Astrophys Space Sci 39:447-462;
 * Scargle 1982, Astrophys J 263:835-853): the classical periodogram P as a one-sided density {@code
 * 2 dt P}, where dt is the mean distance of the intervals, at multiples of {@code 1 / (4 n dt)} up
 * to 0.5 Hz. Pure functions.
 */
final class LombScargle {
  private static final double HIGHEST_HZ = 0.5;

  /** Number of frequencies after which the rotated sine and cosine are computed exactly again. */
  private static final int EXACT_EVERY = 64;

  private LombScargle() {}

  /**
   * The spectrum.
   *
   * @param timesSeconds time of each interval, increasing from 0, at least two
   * @param rrMillis the intervals
   */
  static PowerSpectrum of(double[] timesSeconds, double[] rrMillis) {
    int n = rrMillis.length;
    double spacing = timesSeconds[n - 1] / (n - 1);
    double step = 1 / (4 * n * spacing);
    int count = (int) Math.floor(HIGHEST_HZ / step);
    double mean = StatUtils.mean(rrMillis);
    double[] density = new double[count];
    double[] cosine = new double[n];
    double[] sine = new double[n];
    double[] turnCosine = new double[n];
    double[] turnSine = new double[n];
    for (int i = 0; i < n; i++) {
      turnCosine[i] = Math.cos(2 * Math.PI * step * timesSeconds[i]);
      turnSine[i] = Math.sin(2 * Math.PI * step * timesSeconds[i]);
    }
    for (int k = 1; k <= count; k++) {
      double omega = 2 * Math.PI * step * k;
      double xc = 0;
      double xs = 0;
      double cc = 0;
      double cs = 0;
      for (int i = 0; i < n; i++) {
        if (k % EXACT_EVERY == 1) {
          cosine[i] = Math.cos(omega * timesSeconds[i]);
          sine[i] = Math.sin(omega * timesSeconds[i]);
        } else {
          double c = cosine[i] * turnCosine[i] - sine[i] * turnSine[i];
          sine[i] = sine[i] * turnCosine[i] + cosine[i] * turnSine[i];
          cosine[i] = c;
        }
        double x = rrMillis[i] - mean;
        xc += x * cosine[i];
        xs += x * sine[i];
        cc += cosine[i] * cosine[i];
        cs += cosine[i] * sine[i];
      }
      density[k - 1] = 2 * spacing * power(xc, xs, cc, cs, n - cc);
    }
    return new PowerSpectrum(1, step, density);
  }

  /** The periodogram at one frequency, with the phase that makes sine and cosine independent. */
  private static double power(double xc, double xs, double cc, double cs, double ss) {
    double angle = Math.atan2(2 * cs, cc - ss) / 2;
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double along = c * xc + s * xs;
    double across = c * xs - s * xc;
    return 0.5
        * (along * along / (c * c * cc + 2 * c * s * cs + s * s * ss)
            + across * across / (c * c * ss - 2 * c * s * cs + s * s * cc));
  }
}

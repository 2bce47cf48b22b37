package org.stillpoint.hrv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.Tachogram;

/**
 * One-sided power density of a short tachogram in one piece: the intervals over the times at which
 * they end, resampled at 4 Hz by a cubic spline, mean removed, Hann window, padded with zeros.
 * Immutable.
 */
final class TachogramSpectrum {
  private static final double RATE_HZ = 4;

  /** Fine enough for a band of 0.03 Hz, long enough for 17 minutes. */
  private static final int LENGTH = 4096;

  private static final double STEP_HZ = RATE_HZ / LENGTH;
  private static final int FEWEST = 20;

  private final double[] density;

  private TachogramSpectrum(double[] density) {
    this.density = density;
  }

  /**
   * The spectrum of the intervals that end in a stretch.
   *
   * @param leastSeconds how much of it they must cover
   * @return empty when one of them is not normal or does not begin where the one before it ended,
   *     when they cover too little, or when they are longer than 17 minutes
   */
  static Optional<TachogramSpectrum> of(Tachogram tachogram, double leastSeconds) {
    List<RrInterval> inside = new ArrayList<>();
    for (RrInterval each : tachogram.intervals()) {
      if (each.endNanos() > tachogram.startNanos() && each.endNanos() <= tachogram.endNanos()) {
        if (!each.normal() || !(inside.isEmpty() || each.continues())) {
          return Optional.empty();
        }
        inside.add(each);
      }
    }
    double seconds = inside.stream().mapToDouble(RrInterval::millis).sum() / 1000;
    if (inside.size() < FEWEST || seconds < leastSeconds || seconds > LENGTH / RATE_HZ) {
      return Optional.empty();
    }
    return Optional.of(new TachogramSpectrum(density(resampled(inside))));
  }

  private static double[] resampled(List<RrInterval> intervals) {
    double[] at = new double[intervals.size()];
    double[] millis = new double[intervals.size()];
    double seconds = 0;
    for (int i = 0; i < at.length; i++) {
      millis[i] = intervals.get(i).millis();
      seconds += i == 0 ? 0 : millis[i] / 1000;
      at[i] = seconds;
    }
    PolynomialSplineFunction spline = new SplineInterpolator().interpolate(at, millis);
    double[] values = new double[(int) Math.floor(seconds * RATE_HZ) + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = spline.value(Math.min(i / RATE_HZ, seconds));
    }
    return values;
  }

  private static double[] density(double[] values) {
    double mean = StatUtils.mean(values);
    double[] padded = new double[LENGTH];
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / values.length);
      padded[i] = hann * (values[i] - mean);
      squares += hann * hann;
    }
    Complex[] bins =
        new FastFourierTransformer(DftNormalization.STANDARD)
            .transform(padded, TransformType.FORWARD);
    double[] density = new double[LENGTH / 2];
    for (int i = 0; i < density.length; i++) {
      double size = bins[i].abs();
      density[i] = 2 * size * size / (RATE_HZ * squares);
    }
    return density;
  }

  /** Power in ms2 from one frequency to another, both included. */
  double power(double fromHz, double toHz) {
    double sum = 0;
    for (int i = bin(fromHz); i * STEP_HZ <= toHz && i < density.length; i++) {
      sum += density[i];
    }
    return sum * STEP_HZ;
  }

  /** The frequency with most power from one to another, both included. */
  double peakHz(double fromHz, double toHz) {
    int best = bin(fromHz);
    for (int i = best; i * STEP_HZ <= toHz; i++) {
      best = density[i] > density[best] ? i : best;
    }
    return best * STEP_HZ;
  }

  private static int bin(double fromHz) {
    return Math.max(0, (int) Math.ceil(fromHz / STEP_HZ));
  }
}

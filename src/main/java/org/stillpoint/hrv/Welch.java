package org.stillpoint.hrv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.Tachogram;

/**
 * Power spectrum as the mean over segments (Welch 1967, IEEE Trans Audio Electroacoust 15:70-73).
 * Segments are 256 s long, or the whole of a shorter series, and overlap by half. Each has its mean
 * subtracted, is weighted with a periodic Hann window and is padded to 4096 values. Belongs to one
 * thread.
 */
final class Welch {
  private static final int SEGMENT = PaddedTransform.MOST_VALUES;
  private static final int PADDED = PaddedTransform.SIZE;

  /** Distance between two frequencies. */
  static final double STEP_HZ = EvenTachogram.RATE_HZ / PADDED;

  private final PaddedTransform transform = new PaddedTransform();
  private final double[] segment = new double[SEGMENT];
  private final double[] density = new double[PADDED / 2 + 1];
  private final Map<Integer, double[]> windows = new HashMap<>();
  private double[] window = new double[0];
  private double windowPower;

  /** The spectrum of an evenly spaced series at 4 Hz with at least two values. */
  static PowerSpectrum of(double[] even) {
    return new Welch().spectrum(even);
  }

  /**
   * The spectrum of the intervals that end in a window.
   *
   * @param leastSeconds time that they must cover
   * @return empty if one of them is not usable or does not begin where the one before it ended, or
   *     if they cover too little
   */
  static Optional<PowerSpectrum> of(Tachogram tachogram, double leastSeconds) {
    return new Welch().spectrum(tachogram, leastSeconds);
  }

  /** The same as {@link #of(Tachogram, double)}, with the working memory of this instance. */
  Optional<PowerSpectrum> spectrum(Tachogram tachogram, double leastSeconds) {
    List<RrInterval> inside = tachogram.ending();
    double[] rr = inside.stream().mapToDouble(RrInterval::millis).toArray();
    boolean whole = true;
    for (int i = 0; i < inside.size(); i++) {
      whole &= inside.get(i).usable() && (i == 0 || inside.get(i).continues());
    }
    if (!whole || rr.length < 2 || StatUtils.sum(rr) < 1000 * leastSeconds) {
      return Optional.empty();
    }
    double[] times = EvenTachogram.timesSeconds(rr);
    return Optional.of(spectrum(EvenTachogram.of(times, rr, CubicSpline.End.NOT_A_KNOT)));
  }

  /**
   * The spectrum of an evenly spaced series at 4 Hz; the result shares no memory with this
   * instance.
   */
  PowerSpectrum spectrum(double[] even) {
    int length = Math.min(SEGMENT, even.length);
    prepare(length);
    int step = length - length / 2;
    int segments = 0;
    for (int start = 0; start + length <= even.length; start += step) {
      add(even, start, length);
      segments++;
    }
    double scale = 1 / (EvenTachogram.RATE_HZ * windowPower * segments);
    double[] result = new double[density.length];
    for (int i = 0; i < result.length; i++) {
      boolean twice = i > 0 && i < result.length - 1;
      result[i] = density[i] * scale * (twice ? 2 : 1);
    }
    return new PowerSpectrum(0, STEP_HZ, result);
  }

  private void prepare(int length) {
    java.util.Arrays.fill(density, 0);
    window = windows.computeIfAbsent(length, Welch::hann);
    windowPower = 0;
    for (double each : window) {
      windowPower += each * each;
    }
  }

  private static double[] hann(int length) {
    double[] hann = new double[length];
    for (int i = 0; i < length; i++) {
      hann[i] = length == 1 ? 1 : 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
    }
    return hann;
  }

  private void add(double[] even, int start, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += even[start + i];
    }
    double mean = sum / length;
    for (int i = 0; i < length; i++) {
      segment[i] = (even[start + i] - mean) * window[i];
    }
    transform.addSquares(segment, length, density);
  }
}

package org.stillpoint.hrv;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Power spectrum as the mean over segments (Welch 1967, IEEE Trans Audio Electroacoust 15:70-73):
 * segments of 256 s or the whole of a shorter series, half overlapping, each without its mean,
 * periodic Hann window, padded to 4096 values. Belongs to one thread.
 */
final class Welch {
  private static final int SEGMENT = 1024;
  private static final int PADDED = 4096;

  private final double[] real = new double[PADDED];
  private final double[] imaginary = new double[PADDED];
  private final double[] density = new double[PADDED / 2 + 1];
  private double[] window = new double[0];
  private double windowPower;

  /** The spectrum of an even series of 4 Hz with at least two values. */
  static PowerSpectrum of(double[] even) {
    return new Welch().spectrum(even);
  }

  /** The spectrum; the result shares nothing with this. */
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
    return new PowerSpectrum(0, EvenTachogram.RATE_HZ / PADDED, result);
  }

  private void prepare(int length) {
    java.util.Arrays.fill(density, 0);
    if (window.length == length) {
      return;
    }
    window = new double[length];
    windowPower = 0;
    for (int i = 0; i < length; i++) {
      window[i] = length == 1 ? 1 : 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
      windowPower += window[i] * window[i];
    }
  }

  private void add(double[] even, int start, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += even[start + i];
    }
    double mean = sum / length;
    java.util.Arrays.fill(real, 0);
    java.util.Arrays.fill(imaginary, 0);
    for (int i = 0; i < length; i++) {
      real[i] = (even[start + i] - mean) * window[i];
    }
    FastFourierTransformer.transformInPlace(
        new double[][] {real, imaginary}, DftNormalization.STANDARD, TransformType.FORWARD);
    for (int i = 0; i < density.length; i++) {
      density[i] += real[i] * real[i] + imaginary[i] * imaginary[i];
    }
  }
}

package org.stillpoint.hrv;

import java.util.Arrays;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * The Fourier transform of up to 1024 real values, padded with zeros to 4096. It performs the same
 * additions and multiplications as {@link FastFourierTransformer}, so that the result is identical
 * to the bit. It is faster for two reasons: it stores the powers of the roots of unity, which the
 * library computes again in every block, and it skips the blocks of one value and zeros, whose
 * transform is that value everywhere. Belongs to one thread.
 */
final class PaddedTransform {
  /** Logarithm to base 2 of the padded length. */
  private static final int LOG_SIZE = 12;

  static final int SIZE = 1 << LOG_SIZE;

  /**
   * With more values the first two steps of the transform would be needed, which the library
   * combines into one.
   */
  static final int MOST_VALUES = SIZE / 4;

  private static final double[][] COSINES = new double[LOG_SIZE + 1][];
  private static final double[][] SINES = new double[LOG_SIZE + 1][];

  static {
    for (int log = 1; log <= LOG_SIZE; log++) {
      powersOfRoot(log);
    }
  }

  private final double[] real = new double[SIZE];
  private final double[] imaginary = new double[SIZE];

  /** Computes the powers of a root: they are the transform of a single 1 at the second place. */
  private static void powersOfRoot(int log) {
    double[] re = new double[1 << log];
    double[] im = new double[1 << log];
    re[1] = 1;
    FastFourierTransformer.transformInPlace(
        new double[][] {re, im}, DftNormalization.STANDARD, TransformType.FORWARD);
    COSINES[log] = Arrays.copyOf(re, re.length / 2);
    SINES[log] = Arrays.copyOf(im, im.length / 2);
  }

  /**
   * Adds the squared magnitudes of the transform to sums.
   *
   * @param values the values to transform
   * @param length number of values to use, 1 to {@link #MOST_VALUES}
   * @param sums one per frequency, from 0 upwards, up to {@link #SIZE}
   */
  void addSquares(double[] values, int length, double[] sums) {
    for (int half = spread(values, length); half < SIZE; half *= 2) {
      double[] cos = COSINES[Integer.numberOfTrailingZeros(half) + 1];
      double[] sin = SINES[Integer.numberOfTrailingZeros(half) + 1];
      for (int even = 0; even < SIZE; even += 2 * half) {
        combine(even, half, cos, sin);
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += real[i] * real[i] + imaginary[i] * imaginary[i];
    }
  }

  /** Stores the values in bit-reversed order; returns the length of the finished blocks. */
  private int spread(double[] values, int length) {
    int block = Integer.highestOneBit(SIZE / length);
    int shift = Integer.SIZE - LOG_SIZE;
    Arrays.fill(imaginary, 0);
    for (int i = 0; i < SIZE / block; i++) {
      int at = Integer.reverse(i) >>> shift;
      Arrays.fill(real, at, at + block, i < length ? values[i] : 0);
    }
    return block;
  }

  private void combine(int even, int half, double[] cos, double[] sin) {
    double[] re = real;
    double[] im = imaginary;
    int odd = even + half;
    for (int k = 0; k < half; k++) {
      double x = re[even + k];
      double y = im[even + k];
      double a = cos[k] * re[odd + k];
      double b = sin[k] * im[odd + k];
      double c = cos[k] * im[odd + k];
      double d = sin[k] * re[odd + k];
      re[even + k] = x + a - b; // in the order of the library, for the same last bit
      im[even + k] = y + c + d;
      re[odd + k] = x - (a - b);
      im[odd + k] = y - (c + d);
    }
  }
}

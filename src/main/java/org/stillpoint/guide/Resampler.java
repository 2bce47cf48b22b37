package org.stillpoint.guide;

/**
 * Changes the sampling rate with a Kaiser-windowed sinc. Frequencies below 0.85 of half the smaller
 * rate are kept within 0.1 dB, and those that cannot be represented are 80 dB down. Source: J. O.
 * Smith, Digital Audio Resampling Home Page, "Windowed sinc interpolation".
 */
final class Resampler {
  /** Zero crossings of the sinc on each side. */
  private static final int CROSSINGS = 32;

  /**
   * Where the band ends, as a share of half the smaller rate; the slope of the window is around it.
   */
  private static final double EDGE = 0.93;

  private static final double KAISER_BETA = 8.5;

  private final float[] in;
  private final int fromHz;
  private final int toHz;
  private final double scale;
  private final int reach;
  private final float[][] kernels;

  private Resampler(float[] in, int fromHz, int toHz) {
    int common = gcd(fromHz, toHz);
    this.in = in;
    this.fromHz = fromHz / common;
    this.toHz = toHz / common;
    this.scale = EDGE * Math.min(1, (double) toHz / fromHz);
    this.reach = (int) Math.ceil(CROSSINGS / scale);
    this.kernels = new float[this.toHz][];
  }

  /**
   * The same sound at another rate. It begins at the same moment and has the same length within a
   * sample.
   *
   * @param fromHz rate of the input, above 0
   * @param toHz rate of the output, above 0
   */
  static float[] resample(float[] in, int fromHz, int toHz) {
    return fromHz == toHz ? in.clone() : new Resampler(in, fromHz, toHz).run();
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private float[] run() {
    float[] out = new float[(int) ((in.length * (long) toHz + fromHz - 1) / fromHz)];
    for (int i = 0; i < out.length; i++) {
      long position = (long) i * fromHz;
      int phase = (int) (position % toHz);
      if (kernels[phase] == null) {
        kernels[phase] = kernel((double) phase / toHz);
      }
      out[i] = at((int) (position / toHz), kernels[phase]);
    }
    return out;
  }

  private float at(int whole, float[] kernel) {
    int first = whole - reach + 1;
    int from = Math.max(0, -first);
    int to = Math.min(kernel.length, in.length - first);
    double sum = 0;
    for (int k = from; k < to; k++) {
      sum += (double) in[first + k] * kernel[k];
    }
    return (float) sum;
  }

  /**
   * Weights of the samples around a point that is this fraction of a sample, 0 to 1, after a
   * sample.
   */
  private float[] kernel(double fraction) {
    double[] weights = new double[2 * reach];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double distance = k - reach + 1 - fraction;
      weights[k] = sinc(scale * distance) * kaiser(distance / reach);
      sum += weights[k];
    }
    float[] kernel = new float[weights.length];
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] = (float) (weights[k] / sum);
    }
    return kernel;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
  }

  /** The modified Bessel function of order 0, by its series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-12 * sum; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}

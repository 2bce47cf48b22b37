package org.stillpoint.hrv;

import java.util.Random;
import java.util.stream.IntStream;

/** Artificial series of intervals, ms. */
final class Series {
  private Series() {}

  static double[] noise(int n, double mean, double sd, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, n).mapToDouble(i -> mean + sd * random.nextGaussian()).toArray();
  }

  /** A random walk that is drawn back to a mean, with breathing: similar to a person. */
  static double[] person(int n, long seed) {
    Random random = new Random(seed);
    double[] rr = new double[n];
    double drift = 0;
    for (int i = 0; i < n; i++) {
      drift = 0.97 * drift + 8 * random.nextGaussian();
      rr[i] = 880 + drift + 30 * Math.sin(1.3 * i) + 10 * random.nextGaussian();
    }
    return rr;
  }

  /** The interval that ends at t is on a sine around the mean. */
  static double[] sine(double seconds, double mean, double amplitude, double hz) {
    double[] rr = new double[(int) (2 * seconds)];
    int n = 0;
    double t = 0;
    while (t < seconds) {
      double next = mean;
      for (int k = 0; k < 60; k++) {
        next = mean + amplitude * Math.sin(2 * Math.PI * hz * (t + next / 1000));
      }
      rr[n++] = next;
      t += next / 1000;
    }
    return java.util.Arrays.copyOf(rr, n);
  }

  static double[] map(double[] values, java.util.function.DoubleUnaryOperator change) {
    return java.util.Arrays.stream(values).map(change).toArray();
  }
}

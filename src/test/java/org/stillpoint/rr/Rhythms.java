package org.stillpoint.rr;

import java.util.Arrays;
import java.util.Random;

/** Artificial series of intervals, and damage to them. */
final class Rhythms {
  private Rhythms() {}

  /** A heart at rest: breathing, slower waves, some noise; the same seed gives the same series. */
  static double[] resting(int n, long seed) {
    Random random = new Random(seed);
    double[] rr = new double[n];
    double drift = 0;
    for (int i = 0; i < n; i++) {
      drift = 0.95 * drift + 6 * random.nextGaussian();
      rr[i] = 900 + 40 * Math.sin(2 * Math.PI * i / 4.7) + drift + 8 * random.nextGaussian();
    }
    return rr;
  }

  /** The beat between two intervals is missed. */
  static double[] missing(double[] rr, int i) {
    double[] out = new double[rr.length - 1];
    System.arraycopy(rr, 0, out, 0, i);
    out[i] = rr[i] + rr[i + 1];
    System.arraycopy(rr, i + 2, out, i + 1, rr.length - i - 2);
    return out;
  }

  /** An extra beat is detected within an interval, after a share of it. */
  static double[] extra(double[] rr, int i, double share) {
    double[] out = new double[rr.length + 1];
    System.arraycopy(rr, 0, out, 0, i);
    out[i] = share * rr[i];
    out[i + 1] = (1 - share) * rr[i];
    System.arraycopy(rr, i + 1, out, i + 2, rr.length - i - 1);
    return out;
  }

  /** The beat that ends an interval comes early, by a share of the interval. */
  static double[] early(double[] rr, int i, double share) {
    double[] out = rr.clone();
    out[i] -= share * rr[i];
    out[i + 1] += share * rr[i];
    return out;
  }

  static double total(double[] rr) {
    return Arrays.stream(rr).sum();
  }

  static double rmssd(double[] rr) {
    double sum = 0;
    for (int i = 1; i < rr.length; i++) {
      sum += (rr[i] - rr[i - 1]) * (rr[i] - rr[i - 1]);
    }
    return Math.sqrt(sum / (rr.length - 1));
  }
}

package org.stillpoint.hrv;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Generates the intervals of a heart that follows a breath, a Mayer wave and 1/f noise, by integral
 * pulse frequency modulation. Depths are shares of the rate; the Mayer wave varies in frequency and
 * size. The same settings always give the same intervals.
 */
final class VirtualHeart {
  private static final double STEP_SECONDS = 0.005;
  private static final double[] NOISE_TAUS = {2, 8, 32, 128};

  private final Random random;
  private double seconds = 240;
  private double rate = 70;
  private double breathsPerMinute = 15;
  private double breathDepth;
  private double mayerDepth;
  private double noiseDepth = 0.006;

  VirtualHeart(long seed) {
    random = new Random(seed * 7919 + 13);
  }

  VirtualHeart seconds(double value) {
    seconds = value;
    return this;
  }

  /** Beats per minute. */
  VirtualHeart rate(double value) {
    rate = value;
    return this;
  }

  VirtualHeart breath(double perMinute, double depth) {
    breathsPerMinute = perMinute;
    breathDepth = depth;
    return this;
  }

  VirtualHeart mayer(double depth) {
    mayerDepth = depth;
    return this;
  }

  /** Standard deviation of each of four noises that together form 1/f noise. */
  VirtualHeart noise(double depth) {
    noiseDepth = depth;
    return this;
  }

  /** The intervals, in ms, each with 3 ms of white noise. */
  double[] rrMillis() {
    List<Double> intervals = new ArrayList<>();
    double integral = 0;
    double breath = 2 * Math.PI * random.nextDouble();
    double mayer = 2 * Math.PI * random.nextDouble();
    double mayerHz = 0.085 + 0.03 * random.nextDouble();
    double[] wander = new double[3];
    double[] noise = new double[NOISE_TAUS.length];
    double last = Double.NaN;
    for (double t = 0; t < seconds; t += STEP_SECONDS) {
      wander[0] = step(wander[0], 20, 0.03);
      wander[1] = step(wander[1], 15, 0.08);
      wander[2] = step(wander[2], 15, 0.3);
      breath += 2 * Math.PI * breathsPerMinute / 60 * (1 + wander[0]) * STEP_SECONDS;
      mayer += 2 * Math.PI * mayerHz * (1 + wander[1]) * STEP_SECONDS;
      double swing = breathDepth * (Math.sin(breath) + 0.15 * Math.sin(2 * breath + 1));
      swing += mayerDepth * (1 + wander[2]) * Math.sin(mayer);
      for (int k = 0; k < noise.length; k++) {
        noise[k] = step(noise[k], NOISE_TAUS[k], noiseDepth);
        swing += noise[k];
      }
      integral += rate / 60 * (1 + swing) * STEP_SECONDS;
      if (integral >= 1) {
        integral -= 1;
        if (last >= 0) {
          intervals.add((t - last) * 1000 + 3 * random.nextGaussian());
        }
        last = t;
      }
    }
    return intervals.stream().mapToDouble(m -> Math.max(320, m)).toArray();
  }

  private double step(double value, double tau, double sigma) {
    double pull = STEP_SECONDS / tau;
    return value * (1 - pull) + sigma * Math.sqrt(2 * pull) * random.nextGaussian();
  }
}

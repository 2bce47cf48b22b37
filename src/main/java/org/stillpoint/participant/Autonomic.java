package org.stillpoint.participant;

import java.util.Random;

/**
 * The hidden part of a virtual person: arousal, and what it makes of heart rate and breathing. All
 * numbers are choices that look like a person at rest; none is a finding.
 *
 * <p>A responder stays at their start while the baseline is taken, then settles with a lag. The
 * arousal follows a plan of its own and does not hear the prompts yet.
 */
final class Autonomic {
  private static final double SETTLING_BEGINS_SECONDS = 165;
  private static final double[] NOISE_TAUS = {2, 8, 32, 128};

  private final Random random;
  private final OuNoise arousalNoise;
  private final OuNoise breathNoise = new OuNoise(20, 0.03);
  private final OuNoise[] rateNoise = new OuNoise[NOISE_TAUS.length];
  private final double restingRate;
  private final double arousalRate;
  private final double settledArousal;
  private final double settlingSeconds;
  private final double breathsPerSecond;
  private final double rsaDepth;
  private double settled = 1;
  private double arousal = 1;
  private double breathPhase;
  private double mayerPhase;
  private double seconds;

  Autonomic(Random random) {
    this.random = random;
    this.arousalNoise = new OuNoise(60, 0.06);
    this.restingRate = 56 + 10 * random.nextDouble();
    this.arousalRate = 6 + 4 * random.nextDouble();
    this.settledArousal = 0.1 + 0.2 * random.nextDouble();
    this.settlingSeconds = 120 + 60 * random.nextDouble();
    this.breathsPerSecond = (12 + 3 * random.nextDouble()) / 60;
    this.rsaDepth = 0.03 + 0.02 * random.nextDouble();
    this.breathPhase = 2 * Math.PI * random.nextDouble();
    this.mayerPhase = 2 * Math.PI * random.nextDouble();
    for (int i = 0; i < rateNoise.length; i++) {
      rateNoise[i] = new OuNoise(NOISE_TAUS[i], 0.006);
    }
  }

  /**
   * Lets time pass.
   *
   * @return heartbeats per second now
   */
  double step(double dt) {
    seconds += dt;
    double target = seconds < SETTLING_BEGINS_SECONDS ? 1 : settledArousal;
    settled += (target - settled) * dt / settlingSeconds;
    arousal = StrictMath.max(0, settled + arousalNoise.step(dt, random));
    breathPhase += 2 * Math.PI * breathsPerSecond * (1 + breathNoise.step(dt, random)) * dt;
    mayerPhase += 2 * Math.PI * 0.095 * dt;
    double variation = rsaDepth * (1 + 0.7 * (1 - arousal)) * StrictMath.sin(breathPhase);
    variation += 0.012 * StrictMath.sin(mayerPhase);
    for (OuNoise noise : rateNoise) {
      variation += noise.step(dt, random);
    }
    return (restingRate + arousalRate * arousal) / 60 * (1 + variation);
  }

  /** Hidden arousal: 1 at the start, 0 wholly settled. */
  double arousal() {
    return arousal;
  }

  /** Breathing as -1 (out) to 1 (in). */
  double breath() {
    return StrictMath.sin(breathPhase);
  }
}

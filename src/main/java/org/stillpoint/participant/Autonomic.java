package org.stillpoint.participant;

import java.util.OptionalDouble;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The hidden part of a virtual person: arousal, and how it changes heart rate and breathing. All
 * numbers are choices that resemble a person at rest; none is a finding.
 *
 * <p>{@link ArousalModel} is the response of the mind to guidance, and {@link GuidedBreathing} that
 * of the lungs to a pacer.
 */
final class Autonomic {
  private static final double WIDTH_SWING = 0.04;
  private static final double LOW_HRV_SHARE = 0.2;
  private static final double[] NOISE_TAUS = {2, 8, 32, 128};

  private final Random random;
  private final OuNoise arousalNoise;
  private final @Nullable Breathing chosen;
  private final OuNoise breathNoise;
  private final OuNoise[] rateNoise = new OuNoise[NOISE_TAUS.length];
  private final double restingRate;
  private final double arousalRate;
  private final ArousalModel mind;
  private final GuidedBreathing lungs;
  private final double breathsPerSecond;
  private final double rsaDepth;
  private double arousal = 1;
  private double breathPhase;
  private double mayerPhase;
  private double seconds;

  /**
   * A body at time 0.
   *
   * @param family what kind of person
   * @param random random numbers for what all families do
   * @param other random numbers for what only some families do
   * @param chosen how it breathes; null leaves it to the body, which then breathes evenly in a sine
   */
  Autonomic(Family family, Random random, Random other, @Nullable Breathing chosen) {
    this.random = random;
    this.chosen = chosen;
    this.breathNoise = new OuNoise(20, chosen == null ? 0.03 : chosen.irregularity());
    this.arousalNoise = new OuNoise(60, 0.06);
    this.restingRate = 56 + 10 * random.nextDouble();
    this.arousalRate = 6 + 4 * random.nextDouble();
    double settledArousal = 0.1 + 0.2 * random.nextDouble();
    double settlingSeconds = 120 + 60 * random.nextDouble();
    this.mind = new ArousalModel(family, settledArousal, settlingSeconds);
    this.breathsPerSecond = (12 + 3 * random.nextDouble()) / 60;
    this.rsaDepth =
        (0.03 + 0.02 * random.nextDouble()) * (family == Family.LOW_HRV ? LOW_HRV_SHARE : 1);
    this.lungs = new GuidedBreathing(family, 60 * breathsPerSecond, other);
    this.breathPhase = 2 * Math.PI * random.nextDouble();
    this.mayerPhase = 2 * Math.PI * random.nextDouble();
    for (int i = 0; i < rateNoise.length; i++) {
      rateNoise[i] = new OuNoise(NOISE_TAUS[i], 0.006);
    }
  }

  /**
   * Lets time pass.
   *
   * @param dt seconds
   * @return the heart rate afterwards, in beats per second
   */
  double step(double dt) {
    seconds += dt;
    arousal = StrictMath.max(0, mind.step(dt) + arousalNoise.step(dt, random));
    lungs.step(dt, arousal);
    breathPhase += 2 * Math.PI * breathsPerSecond() * (1 + breathNoise.step(dt, random)) * dt;
    mayerPhase += 2 * Math.PI * 0.095 * dt;
    double variation = rsaDepth() * (1 + 0.7 * (1 - arousal)) * breath();
    variation += 0.012 * StrictMath.sin(mayerPhase);
    for (OuNoise noise : rateNoise) {
      variation += noise.step(dt, random);
    }
    return (restingRate + arousalRate * arousal) / 60 * (1 + variation);
  }

  private double breathsPerSecond() {
    if (chosen != null) {
      return chosen.perMinute(seconds) / 60;
    }
    return lungs.lead() ? lungs.perMinute() / 60 : breathsPerSecond;
  }

  private double rsaDepth() {
    if (chosen != null) {
      return rsaDepth * chosen.heartShare() * Breathing.depth(chosen.perMinute(seconds));
    }
    return lungs.lead()
        ? rsaDepth * Breathing.depth(lungs.perMinute()) / Breathing.depth(60 * breathsPerSecond)
        : rsaDepth;
  }

  /** The person hears this from now on. */
  void hears(Stimulus heard) {
    mind.hears(heard);
  }

  /** The rate of a breath pacer that the person hears; empty when it is off. */
  void paced(OptionalDouble breathsPerMinute) {
    lungs.paced(breathsPerMinute);
  }

  /** Hidden arousal: 1 in the baseline, 0 wholly settled. */
  double arousal() {
    return arousal;
  }

  /** Whether the mind is restless in the quiet. */
  boolean restless() {
    return mind.restless();
  }

  /** Fullness of the lungs, -1 (out) to 1 (in). */
  double breath() {
    return chosen == null ? StrictMath.sin(breathPhase) : Breathing.lungs(breathPhase);
  }

  /**
   * Number of breaths so far, with fractions; without chosen breathing a breath begins in the
   * middle of the in-breath.
   */
  double breaths() {
    return breathPhase / (2 * Math.PI);
  }

  /** How far the height and the level of the pulse follow the breath; 1 in most people. */
  double pulseShare() {
    return chosen == null ? 1 : chosen.pulseShare();
  }

  /** Width of a pulse after its peak; 1 without chosen breathing. */
  double pulseWidth() {
    return chosen == null ? 1 : 1 + WIDTH_SWING * chosen.pulseShare() * breath();
  }
}

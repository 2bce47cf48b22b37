package org.stillpoint.participant;

import java.util.OptionalDouble;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stillpoint.participant.Traits.HeartTraits;

/**
 * The hidden part of a virtual person: arousal, and how it changes heart rate and breathing. All
 * numbers are choices that resemble a person at rest; none is a finding.
 *
 * <p>{@link ArousalModel} is the response of the mind to guidance, {@link GuidedBreathing} the
 * breathing, and {@link EpisodeEffects} what comes over the person whatever they hear.
 */
final class Autonomic {
  private static final double DEEPEST_RSA = 0.16;
  private static final double WIDTH_SWING = 0.04;
  private static final double SLOW_SECONDS = 20;
  private static final double MINUTES_SECONDS = 90;
  private static final double[] NOISE_TAUS = {2, 8, 32, 128};
  private static final long EFFECTS_SALT = 1006;
  private static final long LUNGS_SALT = 1002;

  private final Random random;
  private final OuNoise arousalNoise;
  private final @Nullable Breathing chosen;
  private final OuNoise breathNoise;
  private final OuNoise[] rateNoise = new OuNoise[NOISE_TAUS.length];
  private final OuNoise rsaSway;
  private final OuNoise waveHeight;
  private final OuNoise waveRate;
  private final HeartTraits heart;
  private final ArousalModel mind;
  private final GuidedBreathing lungs;
  private final EpisodeEffects effects;
  private double calm = 1;
  private double breathPhase;
  private double mayerPhase;
  private double seconds;

  /**
   * A body at time 0.
   *
   * @param random random numbers of this person
   * @param chosen how it breathes; null leaves it to the body
   */
  Autonomic(Family family, Traits traits, long seed, Random random, @Nullable Breathing chosen) {
    this.random = random;
    this.chosen = chosen;
    this.breathNoise = new OuNoise(20, chosen == null ? 0 : chosen.irregularity());
    this.arousalNoise = new OuNoise(60, 0.06, traits.unhurriedSeconds());
    this.heart = traits.heart();
    this.mind = new ArousalModel(family, traits.mind());
    this.lungs = new GuidedBreathing(family, traits.lungs(), Seeds.random(seed, LUNGS_SALT));
    this.effects = new EpisodeEffects(family, Seeds.random(seed, EFFECTS_SALT + family.salt()));
    this.breathPhase = 2 * Math.PI * random.nextDouble();
    this.mayerPhase = 2 * Math.PI * random.nextDouble();
    this.rsaSway = new OuNoise(MINUTES_SECONDS, heart.rsaSway(), traits.unhurriedSeconds());
    this.waveHeight = new OuNoise(SLOW_SECONDS, 2 * heart.sway(), traits.unhurriedSeconds());
    this.waveRate = new OuNoise(SLOW_SECONDS, heart.sway(), traits.unhurriedSeconds());
    for (int i = 0; i < rateNoise.length; i++) {
      boolean fast = i < 2;
      rateNoise[i] =
          new OuNoise(
              NOISE_TAUS[i],
              fast ? heart.fastNoise() : heart.slowNoise(),
              fast ? 0 : traits.unhurriedSeconds());
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
    calm = StrictMath.max(0, mind.step(dt) + arousalNoise.step(dt, random));
    effects.step(seconds);
    if (chosen == null) {
      lungs.step(dt, calm, effects.breathing());
    } else {
      double even = chosen.perMinute(seconds) / 60;
      breathPhase += 2 * Math.PI * even * (1 + breathNoise.step(dt, random)) * dt;
    }
    double sway = heart.rsaSway() > 0 ? Math.max(0, 1 + rsaSway.step(dt, random)) : 1;
    double variation = rsaDepth() * (1 + 0.7 * (1 - calm)) * breath() * sway;
    variation += wave(dt);
    for (OuNoise noise : rateNoise) {
      variation += noise.step(dt, random);
    }
    double rate = heart.restingRate() + heart.arousalRate() * calm + effects.heartRate();
    return rate / 60 * StrictMath.max(0.3, 1 + effects.variability() * variation);
  }

  /** The wave of the blood pressure near 0.1 Hz: a sine in a plain heart, else uneven. */
  private double wave(double dt) {
    double height = heart.mayerDepth() * lungs.alone();
    double rate = heart.mayerHz();
    if (heart.sway() > 0) {
      height *= Math.max(0, 1 + waveHeight.step(dt, random));
      rate *= Math.max(0.5, 1 + waveRate.step(dt, random));
    }
    mayerPhase += 2 * Math.PI * rate * dt;
    return height * StrictMath.sin(mayerPhase);
  }

  private double rsaDepth() {
    return chosen == null
        ? DEEPEST_RSA * StrictMath.tanh(heart.rsaDepth() * lungs.depth() / DEEPEST_RSA)
        : heart.rsaDepth() * chosen.heartShare() * Breathing.depth(chosen.perMinute(seconds));
  }

  /** The person hears this from now on. */
  void hears(Stimulus heard) {
    mind.hears(heard);
    if (heard == Stimulus.RETURN) {
      effects.returns(seconds);
    }
  }

  /** The rate of a breath pacer that the person hears; empty when it is off. */
  void paced(OptionalDouble breathsPerMinute) {
    lungs.paced(breathsPerMinute);
  }

  /**
   * Hidden arousal: 1 in the baseline, 0 wholly settled, above 1 uneasy. Distress that comes over
   * the person counts by what it adds to the heart rate.
   */
  double arousal() {
    return calm + effects.distress() / heart.arousalRate();
  }

  /** Whether the mind is restless in the quiet. */
  boolean restless() {
    return mind.restless();
  }

  /** Fullness of the lungs, -1 (out) to 1 (in). */
  double breath() {
    return chosen == null ? lungs.breath() : Breathing.lungs(breathPhase);
  }

  /** Number of breaths so far, with fractions. */
  double breaths() {
    return chosen == null ? lungs.breaths() : breathPhase / (2 * Math.PI);
  }

  /** What comes over the person. */
  Episode episode() {
    return effects.episode();
  }

  /** Whether the body moves so much that a pulse wave is lost in it. */
  boolean moves() {
    return effects.moves(seconds);
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

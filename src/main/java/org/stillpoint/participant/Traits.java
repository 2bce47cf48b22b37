package org.stillpoint.participant;

import java.util.Random;

/**
 * What makes one virtual person different from another; it does not change during their life. The
 * spread is that of people: heart rate 45 to 90 per minute, RMSSD 8 to 120 ms, 7 to 20 breaths a
 * minute. How it compares with recordings is in docs/evidence.md.
 *
 * @param heart how the heart beats
 * @param mind how guidance settles it
 * @param lungs how the person breathes without a pacer
 * @param pulse the shape of the pulse wave
 * @param unhurriedSeconds how often slow parts are simulated; 0 for every step
 */
record Traits(
    HeartTraits heart,
    MindTraits mind,
    LungTraits lungs,
    PulseForm pulse,
    double unhurriedSeconds) {
  private static final double MAYER_HZ = 0.095;
  private static final double USUAL_RMSSD = 32;
  private static final double UNHURRIED_SECONDS = 0.25;

  /** RMSSD of the two fast noises together, as a multiple of the standard deviation of each. */
  private static final double RMSSD_OF_NOISE = 0.94;

  /**
   * How the heart beats. Depths and noise are shares of the heart rate.
   *
   * @param restingRate heart rate at arousal 0, per minute
   * @param arousalRate what arousal 1 adds to it, per minute
   * @param rsaDepth how far the rate follows the breath at the person's own breathing rate
   * @param rsaSway how far that depth wanders within minutes, as a share; 0 for not at all
   * @param mayerDepth depth of the wave of the blood pressure near 0.1 Hz
   * @param mayerHz its frequency
   * @param sway how unevenly that wave swings, as a share; 0 for a sine
   * @param fastNoise standard deviation of each of two noises, with time constants of 2 and 8 s
   * @param slowNoise the same with 32 and 128 s
   * @param earlyChance chance of a beat to come early
   */
  record HeartTraits(
      double restingRate,
      double arousalRate,
      double rsaDepth,
      double rsaSway,
      double mayerDepth,
      double mayerHz,
      double sway,
      double fastNoise,
      double slowNoise,
      double earlyChance) {}

  /**
   * How guidance settles the mind.
   *
   * @param floor the lowest arousal that it settles to
   * @param settlingSeconds time constant of the settling
   * @param careGain how far one sentence of care takes it
   * @param careLagSeconds how slowly
   */
  record MindTraits(double floor, double settlingSeconds, double careGain, double careLagSeconds) {}

  /**
   * How the person breathes. The length and the depth of breaths vary, with a sigh or a pause now
   * and then.
   *
   * @param perMinute breaths a minute
   * @param spread standard deviation of the logarithm of the length of a breath
   * @param depthSpread the same of the depth
   * @param sighChance chance of a breath to be a sigh
   * @param pauseChance chance of a breath to be followed by a pause
   */
  record LungTraits(
      double perMinute, double spread, double depthSpread, double sighChance, double pauseChance) {}

  /** A person of a family, as different from the next as people are. */
  static Traits drawn(Family family, Random random) {
    double rate = clamp(68 + 10 * random.nextGaussian(), 45, 90);
    double usual = 3.5 - 0.02 * (rate - 68) + 0.5 * random.nextGaussian();
    double rmssd = clamp(StrictMath.exp(usual), 8, 120);
    if (family == Family.LOW_HRV) {
      rmssd = between(random, 8, 15);
    }
    double perMinute = clamp(13.5 + 3 * random.nextGaussian(), 7, 20);
    return new Traits(
        heart(rate, rmssd, perMinute, random),
        new MindTraits(
            between(random, 0.05, 0.35),
            between(random, 90, 240),
            between(random, 0.04, 0.1),
            between(random, 4, 16)),
        new LungTraits(
            perMinute,
            between(random, 0.1, 0.22),
            between(random, 0.1, 0.3),
            between(random, 0.003, 0.02),
            between(random, 0, 0.05)),
        PulseForm.drawn(random),
        UNHURRIED_SECONDS);
  }

  /** RMSSD is shared out to breath, wave of the blood pressure and noise. */
  private static HeartTraits heart(double rate, double rmssd, double perMinute, Random random) {
    double interval = 60 / rate;
    double arousalRate = rate * between(random, 0.09, 0.15);
    double more = StrictMath.log(rmssd / USUAL_RMSSD);
    double byBreath = clamp(between(random, 0.12, 0.65) + 0.2 * more, 0.1, 0.85);
    double usualWave = between(random, 14, 34) * StrictMath.exp(0.4 * more);
    double wave = 1e-3 * Math.min(usualWave, 0.8 * rmssd);
    double hz = between(random, 0.08, 0.11);
    double waveRmssd = 2 * wave * StrictMath.sin(Math.PI * hz * interval);
    double total = 1e-6 * rmssd * rmssd;
    double rest = Math.max(0.05 * total, (1 - byBreath) * total - waveRmssd * waveRmssd);
    double turns = StrictMath.sin(Math.PI * perMinute / 60 * interval);
    return new HeartTraits(
        rate - arousalRate,
        arousalRate,
        Math.sqrt(byBreath * total / 2) / (turns * interval),
        between(random, 0.03, 0.2),
        Math.sqrt(2) * wave / interval,
        hz,
        between(random, 0.1, 0.25),
        Math.sqrt(rest) / (RMSSD_OF_NOISE * interval),
        0.004 * StrictMath.pow(2.5, random.nextDouble()),
        0.0002 * StrictMath.pow(30, random.nextDouble()));
  }

  /**
   * A person with a plain heart, whose breathing is prescribed: to measure what only breathing
   * does.
   */
  static Traits plain(Family family, Random random) {
    double restingRate = 56 + 10 * random.nextDouble();
    double arousalRate = 6 + 4 * random.nextDouble();
    double floor = 0.1 + 0.2 * random.nextDouble();
    double settlingSeconds = 120 + 60 * random.nextDouble();
    double perMinute = 12 + 3 * random.nextDouble();
    double rsaDepth = (0.03 + 0.02 * random.nextDouble()) * (family == Family.LOW_HRV ? 0.2 : 1);
    return new Traits(
        new HeartTraits(
            restingRate, arousalRate, rsaDepth, 0, 0.012, MAYER_HZ, 0, 0.006, 0.006, 0.002),
        new MindTraits(floor, settlingSeconds, 0.07, 8),
        new LungTraits(perMinute, 0, 0, 0, 0),
        PulseForm.USUAL,
        0);
  }

  private static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}

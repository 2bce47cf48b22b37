package org.stillpoint.participant;

import java.util.Random;
import org.stillpoint.participant.Traits.LungTraits;

/**
 * Breathes as people do: no breath is as long or as deep as the one before, and now and then there
 * is a sigh or a pause. The length of each breath is drawn when it begins, so a slower twin takes
 * the same breaths, only longer.
 */
final class BreathCycle {
  private static final double EVEN_SPREAD = 0.04;

  /** Who breathes with a pacer breathes deeper. */
  private static final double LED_DEPTH = 1.4;

  private static final double ALIKE = 0.3;
  private static final double SIGH_DEPTH = 2;
  private static final double SIGH_LENGTH = 1.4;
  private static final double PAUSE_SECONDS = 1;
  private static final double LONGER_PAUSE_SECONDS = 2.5;

  /** The heart follows a deeper breath not at once. */
  private static final double FOLLOW_SECONDS = 2.5;

  private final LungTraits traits;
  private final Random random;
  private final double ownDepth;
  private long begun;
  private double share;
  private double length = 1;
  private double drift;
  private double depthGoal = 1;
  private double depth = 1;
  private double pauseSeconds;
  private double breath = -1;

  /** Lungs that are somewhere in a breath. */
  BreathCycle(LungTraits traits, Random random) {
    this.traits = traits;
    this.random = random;
    this.ownDepth = Breathing.depth(traits.perMinute());
    this.share = random.nextDouble();
  }

  /**
   * Lets time pass.
   *
   * @param dt seconds
   * @param perMinute breaths a minute, on average
   * @param evenly whether a pacer leads: then breaths are nearly alike
   */
  void step(double dt, double perMinute, boolean evenly) {
    if (pauseSeconds > 0) {
      pauseSeconds -= dt;
    } else {
      share += perMinute / 60 / length * dt;
      if (share >= 1) {
        share -= 1;
        begin(perMinute, evenly);
      }
      breath = Breathing.lungs(2 * Math.PI * share);
    }
    depth += (depthGoal - depth) * dt / FOLLOW_SECONDS;
  }

  private void begin(double perMinute, boolean evenly) {
    begun++;
    drift = ALIKE * drift + Math.sqrt(1 - ALIKE * ALIKE) * random.nextGaussian();
    double deeper = random.nextGaussian();
    boolean sighs = random.nextDouble() < traits.sighChance() && !evenly;
    double pause = random.nextDouble() / Math.max(1e-9, traits.pauseChance());
    double spread = evenly ? EVEN_SPREAD : traits.spread();
    length = StrictMath.exp(spread * drift) * (sighs ? SIGH_LENGTH : 1);
    pauseSeconds = pause < 1 && !evenly ? PAUSE_SECONDS + LONGER_PAUSE_SECONDS * pause : 0;
    double volume = StrictMath.exp((evenly ? EVEN_SPREAD : traits.depthSpread()) * deeper);
    depthGoal =
        volume
            * (sighs ? SIGH_DEPTH : evenly ? LED_DEPTH : 1)
            * Breathing.depth(Math.min(60, perMinute / length))
            / ownDepth;
  }

  /** Fullness of the lungs, -1 (out) to 1 (in). */
  double breath() {
    return breath;
  }

  /** How far the heart follows this breath; 1 for a usual breath at the person's own rate. */
  double depth() {
    return depth;
  }

  /** Number of breaths so far, with fractions. */
  double breaths() {
    return begun + share;
  }
}

package org.stillpoint.participant;

import java.util.OptionalDouble;
import java.util.Random;
import org.stillpoint.participant.Traits.LungTraits;

/**
 * The breathing of a virtual person: at their own rate, with the changes of their family, or with a
 * pacer. Prescribed breathing is {@link Breathing}.
 */
final class GuidedBreathing {
  private static final double CHANGES_FROM_SECONDS = 360;
  private static final double CHANGING_SECONDS = 420;
  private static final double SLOWED_TO_SHARE = 0.5;
  private static final double HASTENED_TO_SHARE = 1.4;
  private static final double MOST_HASTENED_PER_MINUTE = 24;
  private static final double STEP_SHARE = 0.08;
  private static final double STEP_SECONDS = 90;
  private static final double LEAST_STEPPED_SHARE = 0.5;
  private static final double FIRST_PACE = 6.5;
  private static final double LAST_PACE = 4.5;
  private static final double PACE_STEP = 0.5;
  private static final double PACE_SECONDS = 120;
  private static final double FOLLOW_SECONDS = 12;
  private static final double TAKEN_ALONG_PER_MINUTE = 7;
  private static final double TAKEN_ALONG = 0.15;
  private static final double DOZING_BELOW = 0.35;
  private static final double WEAK = 0.25;
  private static final double FADED = 0.1;
  private static final double FADED_MEAN_SECONDS = 30;
  private static final double CLEAR_MEAN_SECONDS = 40;

  private final Family family;
  private final double ownPerMinute;
  private final BreathCycle cycle;
  private final OuNoise dozing = new OuNoise(15, 0.25);
  private final Random random;
  private OptionalDouble pacer = OptionalDouble.empty();
  private double evenPerMinute;
  private double seconds;
  private double alone = 1;
  private boolean faded;
  private double fadesAtSeconds;

  /** Lungs at rest. */
  GuidedBreathing(Family family, LungTraits traits, Random random) {
    this.family = family;
    this.ownPerMinute = traits.perMinute();
    this.evenPerMinute = ownPerMinute;
    this.random = random;
    this.cycle = new BreathCycle(traits, new SingleRandom(random.nextLong()));
  }

  /** The rate of a breath pacer that the person hears; empty when it is off. */
  void paced(OptionalDouble breathsPerMinute) {
    pacer = breathsPerMinute;
  }

  /**
   * Lets time pass.
   *
   * @param dt seconds
   * @param arousal hidden arousal now
   * @param hastened factor of the person's own rate
   */
  void step(double dt, double arousal, double hastened) {
    seconds += dt;
    boolean dozes = family == Family.DROWSY && arousal < DOZING_BELOW;
    boolean follows = pacer.isPresent() && !dozes;
    double goal = follows ? pacer.getAsDouble() : own() * hastened;
    evenPerMinute += (goal - evenPerMinute) * dt / FOLLOW_SECONDS;
    double uneven = family == Family.DROWSY ? dozing.step(dt, random) : 0;
    double rate = evenPerMinute * (1 + (dozes ? Math.max(-0.5, uneven) : 0));
    boolean evenly = follows || (family == Family.BREATH_PACES && changing());
    cycle.step(dt, rate, evenly);
    double apart = Math.max(0, Math.min(1, (rate - TAKEN_ALONG_PER_MINUTE) / 3));
    double goalAlone = evenly ? TAKEN_ALONG + (1 - TAKEN_ALONG) * apart : 1;
    alone += (goalAlone - alone) * dt / FOLLOW_SECONDS;
    fade();
  }

  /** Whether the heart follows the breath comes and goes in some people. */
  private void fade() {
    if (family.fades() && seconds >= fadesAtSeconds) {
      faded = !faded;
      double mean = faded ? FADED_MEAN_SECONDS : CLEAR_MEAN_SECONDS;
      fadesAtSeconds += mean * (0.5 - 0.5 * StrictMath.log(1 - random.nextDouble()));
    }
  }

  /** How far the heart follows the breath now; 1 for a usual breath at the person's own rate. */
  double depth() {
    double share = family.fades() && faded ? FADED : family.weak() ? WEAK : 1;
    return share * cycle.depth();
  }

  /**
   * How far the wave of the blood pressure swings by itself: 1, and less in even slow breathing,
   * which takes it along.
   */
  double alone() {
    return alone;
  }

  /** Fullness of the lungs, -1 (out) to 1 (in). */
  double breath() {
    return cycle.breath();
  }

  /** Number of breaths so far, with fractions. */
  double breaths() {
    return cycle.breaths();
  }

  private boolean changing() {
    return seconds >= CHANGES_FROM_SECONDS;
  }

  private double own() {
    if (!changing()) {
      return ownPerMinute;
    }
    double since = seconds - CHANGES_FROM_SECONDS;
    double share = Math.min(1, since / CHANGING_SECONDS);
    return switch (family) {
      case BREATH_ONLY, WEAK_RSA_SLOWER, FADING_RSA_SLOWER ->
          ownPerMinute * (1 - (1 - SLOWED_TO_SHARE) * share);
      case BREATH_FASTER ->
          ownPerMinute
              + share
                  * (Math.min(MOST_HASTENED_PER_MINUTE, HASTENED_TO_SHARE * ownPerMinute)
                      - ownPerMinute);
      case BREATH_STEPS -> {
        double steps = 1 + StrictMath.floor(since / STEP_SECONDS);
        double stepped = StrictMath.pow(1 - STEP_SHARE, steps);
        yield ownPerMinute * Math.max(LEAST_STEPPED_SHARE, stepped);
      }
      case BREATH_PACES ->
          Math.max(LAST_PACE, FIRST_PACE - PACE_STEP * StrictMath.floor(since / PACE_SECONDS));
      default -> ownPerMinute;
    };
  }
}

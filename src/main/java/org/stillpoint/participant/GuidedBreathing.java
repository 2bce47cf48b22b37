package org.stillpoint.participant;

import java.util.OptionalDouble;
import java.util.Random;

/**
 * The breathing rate of a guided virtual person: their own, or that of a pacer. Used when they do
 * more than breathe evenly at their own rate. Prescribed breathing is {@link Breathing}.
 */
final class GuidedBreathing {
  private static final double SLOWING_FROM_SECONDS = 360;
  private static final double SLOWING_SECONDS = 420;
  private static final double SLOWED_TO_SHARE = 0.5;
  private static final double FOLLOW_SECONDS = 12;
  private static final double DOZING_BELOW = 0.35;

  private final Family family;
  private final double ownPerMinute;
  private final OuNoise dozing = new OuNoise(15, 0.25);
  private final Random random;
  private OptionalDouble pacer = OptionalDouble.empty();
  private boolean paced;
  private double evenPerMinute;
  private double perMinute;
  private double seconds;

  /**
   * Lungs at rest.
   *
   * @param ownPerMinute breaths a minute without a pacer
   */
  GuidedBreathing(Family family, double ownPerMinute, Random random) {
    this.family = family;
    this.ownPerMinute = ownPerMinute;
    this.evenPerMinute = ownPerMinute;
    this.perMinute = ownPerMinute;
    this.random = random;
  }

  /** The rate of a breath pacer that the person hears; empty when it is off. */
  void paced(OptionalDouble breathsPerMinute) {
    pacer = breathsPerMinute;
    paced |= breathsPerMinute.isPresent();
  }

  /**
   * Lets time pass.
   *
   * @param dt seconds
   * @param arousal hidden arousal now
   */
  void step(double dt, double arousal) {
    if (!lead()) {
      return;
    }
    seconds += dt;
    boolean dozes = family == Family.DROWSY && arousal < DOZING_BELOW;
    double goal = pacer.isPresent() && !dozes ? pacer.getAsDouble() : own();
    evenPerMinute += (goal - evenPerMinute) * dt / FOLLOW_SECONDS;
    double uneven = family == Family.DROWSY ? dozing.step(dt, random) : 0;
    perMinute = evenPerMinute * (1 + (dozes ? Math.max(-0.5, uneven) : 0));
  }

  /** Whether these lungs, and not the person's own even rate, decide how they breathe. */
  boolean lead() {
    return paced || family == Family.BREATH_ONLY || family == Family.DROWSY;
  }

  /** Breaths a minute now. */
  double perMinute() {
    return perMinute;
  }

  private double own() {
    if (family != Family.BREATH_ONLY) {
      return ownPerMinute;
    }
    double slowed = Math.max(0, Math.min(1, (seconds - SLOWING_FROM_SECONDS) / SLOWING_SECONDS));
    return ownPerMinute * (1 - (1 - SLOWED_TO_SHARE) * slowed);
  }
}

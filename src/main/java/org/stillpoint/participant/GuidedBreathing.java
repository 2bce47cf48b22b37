package org.stillpoint.participant;

import java.util.OptionalDouble;
import java.util.Random;

/**
 * How fast a guided virtual person breathes: by themselves, or after a pacer. Only for families
 * that do more than breathe evenly; the rest is {@link Breathing}.
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
   * @param ownPerMinute breaths a minute when nobody paces them
   */
  GuidedBreathing(Family family, double ownPerMinute, Random random) {
    this.family = family;
    this.ownPerMinute = ownPerMinute;
    this.evenPerMinute = ownPerMinute;
    this.perMinute = ownPerMinute;
    this.random = random;
  }

  /** A pacer gives this rate; empty when it is off. */
  void paced(OptionalDouble breathsPerMinute) {
    pacer = breathsPerMinute;
    paced |= breathsPerMinute.isPresent();
  }

  /** Lets time pass. */
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

  /** Whether they do anything but breathe at their own rate. */
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

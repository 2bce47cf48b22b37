package org.stillpoint.participant;

import java.util.Random;

/**
 * What comes over a person of a family whatever they hear: an alarm, a slow worsening, a movement,
 * sleep. Its size is that of the family, its moment that of the person.
 */
final class EpisodeEffects {
  private static final double ALARM_SECONDS = 360;
  private static final double SLOW_FROM_SECONDS = 300;
  private static final double DECLINE_SECONDS = 660;
  private static final double PAIN_SECONDS = 600;
  private static final double SITS_UP_UNTOLD_SECONDS = 1110;
  private static final double MOVEMENT_SECONDS = 6;

  /**
   * One effect.
   *
   * @param when when it is felt
   * @param heartRate what it adds to the heart rate at its height, per minute
   * @param variability what remains of the variability of the rate, as a share; a faster heart
   *     lowers RMSSD further
   * @param breathing factor of the breathing rate
   * @param distress whether the person suffers it, so that it counts as arousal
   */
  private record Effect(
      Episode when, double heartRate, double variability, double breathing, boolean distress) {}

  private final boolean sitsUp;
  private final double sitsUpAfterSeconds;
  private final double arriving;
  private final double arrivingSeconds;
  private Effect first;
  private Effect second = nothing();
  private boolean returning;
  private double heartRate;
  private double distress;
  private double variability = 1;
  private double breathing = 1;

  /** What comes over one person. */
  EpisodeEffects(Family family, Random random) {
    double later = random.nextDouble();
    double share = random.nextDouble();
    this.first = effect(family, later);
    this.sitsUp = family == Family.GETS_UP;
    this.sitsUpAfterSeconds = 15 + 45 * later;
    this.arriving = family == Family.ARRIVING ? 16 + 6 * share : 0;
    this.arrivingSeconds = 160 + 60 * later;
    if (sitsUp) {
      sitUp(SITS_UP_UNTOLD_SECONDS);
    } else if (family == Family.TURNS_OVER) {
      second = new Effect(Episode.forGood(first.when.beginsSeconds(), 10), 4, 0.85, 1, false);
    }
  }

  private static Effect nothing() {
    return new Effect(Episode.NONE, 0, 1, 1, false);
  }

  private static Effect effect(Family family, double later) {
    return switch (family) {
      case PANIC -> new Effect(Episode.forGood(ALARM_SECONDS, 15), 22, 0.45, 1.5, true);
      case SLOW_DECLINE ->
          new Effect(Episode.forGood(SLOW_FROM_SECONDS, DECLINE_SECONDS), 6, 0.6, 1, true);
      case SLOW_PAIN ->
          new Effect(Episode.forGood(SLOW_FROM_SECONDS, PAIN_SECONDS), 18, 0.7, 1.1, true);
      case FLARE -> new Effect(Episode.passing(420 + 120 * later, 20, 160, 20), 15, 0.6, 1.1, true);
      case STARTLE -> new Effect(Episode.passing(540 + 120 * later, 3, 55, 10), 22, 0.6, 1.2, true);
      case DOZE -> new Effect(Episode.forGood(480 + 120 * later, 120), -7, 1.1, 0.9, false);
      case TURNS_OVER ->
          new Effect(Episode.passing(540 + 120 * later, MOVEMENT_SECONDS, 10, 20), 9, 1, 1, false);
      default -> nothing();
    };
  }

  /** The return begins, as the person hears. */
  void returns(double seconds) {
    if (sitsUp && !returning) {
      returning = true;
      sitUp(seconds + sitsUpAfterSeconds);
    }
  }

  private void sitUp(double seconds) {
    first = new Effect(Episode.passing(seconds, MOVEMENT_SECONDS, 8, 20), 8, 1, 1, false);
    second = new Effect(Episode.forGood(seconds, MOVEMENT_SECONDS), 12, 0.5, 1.1, false);
  }

  /** Computes everything for a moment. */
  void step(double seconds) {
    double one = first.when.level(seconds);
    double two = second.when.level(seconds);
    double all = one * first.heartRate + two * second.heartRate;
    distress = first.distress ? all : 0;
    heartRate = all + (arriving > 0 ? arriving * StrictMath.exp(-seconds / arrivingSeconds) : 0);
    variability = (1 - one * (1 - first.variability)) * (1 - two * (1 - second.variability));
    breathing = (1 - one * (1 - first.breathing)) * (1 - two * (1 - second.breathing));
  }

  /** What it adds to the heart rate, per minute. */
  double heartRate() {
    return heartRate;
  }

  /** The part of it that the person suffers, per minute. */
  double distress() {
    return distress;
  }

  /** What remains of the variability, as a share. */
  double variability() {
    return variability;
  }

  /** Factor of the breathing rate. */
  double breathing() {
    return breathing;
  }

  /** What comes over the person; {@link Episode#NONE} in most families. */
  Episode episode() {
    return first.when;
  }

  /** Whether the body moves so much that a pulse wave is lost in it. */
  boolean moves(double seconds) {
    boolean turns = second.when.happens();
    double since = seconds - first.when.beginsSeconds();
    return turns && since >= 0 && since < MOVEMENT_SECONDS;
  }
}

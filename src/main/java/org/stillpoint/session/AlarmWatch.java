package org.stillpoint.session;

import java.util.OptionalDouble;

/**
 * Watches the heart rate between the looks. It reports a rise that is steep enough to ask the
 * person how to go on, and a fall like that of a person who dozes off. A pure state machine.
 */
final class AlarmWatch {
  private static final double RISE_SECONDS = 60;
  private static final double RISE_PER_MINUTE = 10;
  private static final double ASK_AGAIN_SECONDS = 180;
  private static final int MOST_QUESTIONS = 3;
  private static final double FALL_SECONDS = 120;
  private static final double UNFOLLOWED_SECONDS = 120;
  private static final double FALL_PER_MINUTE = 0.5;
  private static final double CALL_AGAIN_SECONDS = 120;

  private final Readings rates = new Readings(FALL_SECONDS);
  private int rising;
  private int questions;
  private double askedSeconds = Double.NEGATIVE_INFINITY;

  /** Heart rate a minute before the rise that was asked about; infinite without one. */
  private double beforeRise = Double.POSITIVE_INFINITY;

  private double latest;
  private double calledSeconds = Double.NEGATIVE_INFINITY;

  /** Takes the heart rate of the last minute at a step; absent when its quality is not good. */
  void step(double seconds, OptionalDouble heartRate) {
    boolean rises =
        heartRate.isPresent()
            && rates.change(seconds, heartRate.getAsDouble(), RISE_SECONDS).stream()
                .anyMatch(rise -> rise >= RISE_PER_MINUTE);
    rising = rises ? rising + 1 : 0;
    latest = heartRate.orElse(Double.NaN);
    heartRate.ifPresent(rate -> rates.add(seconds, rate));
  }

  /** Forgets the heart rates so far: they cannot be compared with those to come. */
  void forget() {
    rates.clear();
    rising = 0;
    beforeRise = Double.POSITIVE_INFINITY;
  }

  /**
   * Whether to ask now: two steps in a row show the rise, or a rise that was asked about lasts. It
   * is so at most three times, and at most once in three minutes.
   */
  boolean alarmed(double seconds) {
    boolean rose = rising >= 2;
    boolean lasts = latest >= beforeRise + RISE_PER_MINUTE; // false when it is not known
    if (!(rose || lasts)
        || questions >= MOST_QUESTIONS
        || seconds - askedSeconds < ASK_AGAIN_SECONDS) {
      return false;
    }
    if (rose && !lasts) {
      OptionalDouble rise = rates.change(seconds, latest, RISE_SECONDS);
      beforeRise = latest - rise.orElse(RISE_PER_MINUTE);
    }
    askedSeconds = seconds;
    rising = 0;
    questions++;
    return true;
  }

  /**
   * Whether the person seems to doze; true at most once in two minutes.
   *
   * @param unfollowedSeconds how long the pacer has not been followed
   */
  boolean dozes(double seconds, OptionalDouble heartRate, double unfollowedSeconds) {
    boolean falls =
        heartRate.isPresent()
            && rates.change(seconds, heartRate.getAsDouble(), FALL_SECONDS).stream()
                .anyMatch(change -> change <= -FALL_PER_MINUTE);
    boolean dozes = falls && unfollowedSeconds >= UNFOLLOWED_SECONDS;
    if (!dozes || seconds - calledSeconds < CALL_AGAIN_SECONDS) {
      return false;
    }
    calledSeconds = seconds;
    return true;
  }
}

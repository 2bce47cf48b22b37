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
  private static final double FALL_SECONDS = 120;
  private static final double UNFOLLOWED_SECONDS = 120;
  private static final double FALL_PER_MINUTE = 0.5;
  private static final double CALL_AGAIN_SECONDS = 120;

  private final Readings rates = new Readings(FALL_SECONDS);
  private int rising;
  private double askedSeconds = Double.NEGATIVE_INFINITY;
  private double calledSeconds = Double.NEGATIVE_INFINITY;

  /** Takes the heart rate of the last minute at a step; absent when its quality is not good. */
  void step(double seconds, OptionalDouble heartRate) {
    boolean rises =
        heartRate.isPresent()
            && rates.change(seconds, heartRate.getAsDouble(), RISE_SECONDS).stream()
                .anyMatch(rise -> rise >= RISE_PER_MINUTE);
    rising = rises ? rising + 1 : 0;
    heartRate.ifPresent(rate -> rates.add(seconds, rate));
  }

  /** Forgets the heart rates so far: they cannot be compared with those to come. */
  void forget() {
    rates.clear();
    rising = 0;
  }

  /**
   * Whether to ask now: two steps in a row show the rise, and no question was asked in the last
   * three minutes.
   */
  boolean alarmed(double seconds) {
    if (rising < 2 || seconds - askedSeconds < ASK_AGAIN_SECONDS) {
      return false;
    }
    askedSeconds = seconds;
    rising = 0;
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

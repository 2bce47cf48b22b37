package org.stillpoint.session;

/**
 * What the conductor decided, at one of its looks every 30 s or when something calls for it.
 *
 * @param seconds session time
 * @param state the state from now on
 * @param changed whether the decision changed the pacing
 * @param applied false when pacing is fixed: then it says what would have been done
 * @param gains how silences and voice are changed, or would be
 * @param remark what is said to the person about it, outside the script
 * @param reason why, in plain words: what it means to the person, then the figures; without the
 *     first capital letter and the last full stop
 */
public record Decision(
    double seconds,
    PacingState state,
    boolean changed,
    boolean applied,
    Gains gains,
    Remark remark,
    String reason) {
  /**
   * So often a person is asked to see to the sensor; then they are told once that it goes on
   * without it.
   */
  public static final int MOST_ADVICE = 2;

  /**
   * Something that is said about the session itself. What follows in the script waits for it.
   *
   * @see #seconds
   */
  public enum Remark {
    /** Nothing. */
    NONE(0),
    /** Is the person comfortable: go on, change position, or end gently? */
    CHECK_IN(10),
    /** A gentle call to a person who dozes. */
    CALL(11),
    /** The breath pacer is offered. */
    PACER_OFFER(8),
    /** The breath pacer falls silent, because the person's breath did not follow it. */
    PACER_RESTS(8),
    /** The signal has been poor for some time: the person is asked to see to the sensor. */
    SENSOR(12),
    /** The signal is still poor: the session continues as written, without the sensor. */
    WITHOUT_SENSOR(10),
    /** Nothing more is said: the person sleeps. */
    GOOD_NIGHT(0),
    /** No baseline could be measured: the session continues as written. */
    NO_BASELINE(9),
    /** Nothing is said: the reason holds the result of an assessment, to be read afterwards. */
    RESULT(0);

    private final double seconds;

    Remark(double seconds) {
      this.seconds = seconds;
    }

    /** The time that is kept free for saying it, in seconds. */
    public double seconds() {
      return seconds;
    }
  }

  /** The pacing changes. */
  static Decision change(double seconds, PacingState state, Gains gains, String reason) {
    return new Decision(seconds, state, true, true, gains, Remark.NONE, reason);
  }

  /** The pacing stays as it is. */
  static Decision keep(double seconds, PacingState state, Gains gains, String reason) {
    return new Decision(seconds, state, false, true, gains, Remark.NONE, reason);
  }

  /** The script as written from now on. */
  static Decision asWritten(double seconds, String reason) {
    return change(seconds, PacingState.NOMINAL, Gains.AS_WRITTEN, reason);
  }

  /** What an assessment found. */
  public static Decision result(double seconds, String reason) {
    return keep(seconds, PacingState.NOMINAL, Gains.AS_WRITTEN, reason).with(Remark.RESULT);
  }

  /** The same decision with a remark. */
  Decision with(Remark spoken) {
    return new Decision(seconds, state, changed, applied, gains, spoken, reason);
  }

  /** The same decision, made but not carried out. */
  Decision unapplied() {
    return new Decision(seconds, state, changed, false, gains, Remark.NONE, reason);
  }
}

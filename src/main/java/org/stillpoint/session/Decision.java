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
 * @param reason one plain sentence, without its capital letter and full stop
 */
public record Decision(
    double seconds,
    PacingState state,
    boolean changed,
    boolean applied,
    Gains gains,
    Remark remark,
    String reason) {

  /** Something that is said about the session itself. */
  public enum Remark {
    /** Nothing. */
    NONE,
    /** The heart beats faster: go on, change position, or end gently? */
    CHECK_IN,
    /** A gentle call to a person who dozes. */
    CALL,
    /** The breath pacer is offered. */
    PACER_OFFER,
    /** The signal has been poor for some time: the person is asked to see to the sensor. */
    SENSOR,
    /** Nothing more is said: the person sleeps. */
    GOOD_NIGHT,
    /** No baseline could be measured: the session continues as written. */
    NO_BASELINE,
    /** Nothing is said: the reason holds the result of an assessment, to be read afterwards. */
    RESULT
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

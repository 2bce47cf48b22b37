package org.stillpoint.session;

/**
 * What the conductor decided, at one of its looks every 30 s or when something calls for it.
 *
 * @param seconds session time
 * @param state what holds from now on
 * @param changed whether that changed the pacing
 * @param applied false when adapting is switched off: what would have been done
 * @param gains how silences and voice would be or are changed
 * @param remark what is said to the person because of it, beside the script
 * @param reason one plain sentence
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
    /** A gentle call to somebody who dozes. */
    CALL,
    /** The breath pacer is there for who wants it. */
    PACER_OFFER,
    /** The signal has been poor for long: see to the sensor. */
    SENSOR,
    /** Nothing is said any more: the person sleeps. */
    GOOD_NIGHT,
    /** No start could be measured: the session goes on as written. */
    NO_START,
    /** Nothing: the reason is what an assessment found, to be read afterwards. */
    RESULT
  }

  /** What an assessment found. */
  public static Decision result(double seconds, String reason) {
    return new Decision(
        seconds, PacingState.NOMINAL, false, true, Gains.AS_WRITTEN, Remark.RESULT, reason);
  }

  /** The same, found but not done. */
  Decision unapplied() {
    return new Decision(seconds, state, changed, false, gains, Remark.NONE, reason);
  }
}

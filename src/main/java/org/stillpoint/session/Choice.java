package org.stillpoint.session;

/** What a person can ask of the conductor while a session runs. */
public enum Choice {
  /** All is well: the answer to a check-in. */
  GO_ON,
  /** Time to lie or sit differently. */
  CHANGE_POSITION,
  /** The return now, and then the end. */
  END_GENTLY,
  /** The breath pacer, please. */
  PACER_ON,
  /** No pacer any more. */
  PACER_OFF,
  /** The pacer is too slow. */
  PACER_TOO_SLOW
}

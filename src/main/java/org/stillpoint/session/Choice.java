package org.stillpoint.session;

/** What a person can ask of the conductor while a session runs. */
public enum Choice {
  /** Continue, all is well: an answer to the conductor's question, or an end of its support. */
  GO_ON,
  /** Time to lie or sit differently. */
  CHANGE_POSITION,
  /** The return now, and then the end. */
  END_GENTLY,
  /** Switch the breath pacer on. */
  PACER_ON,
  /** Switch the breath pacer off. */
  PACER_OFF,
  /** The pacer is too slow. */
  PACER_TOO_SLOW
}

package org.stillpoint.session;

/** How the conductor reads the person's signals, and what it does about them. */
public enum PacingState {
  /** The script as written. */
  NOMINAL,
  /** The person settles: longer silences, fewer words, a softer voice. */
  DEEPEN,
  /** Nothing has changed for three minutes: a change of modality, once in a stage. */
  VARY,
  /** The person is unsettled: shorter silences, points of contact, permission to move. */
  SUPPORT,
  /**
   * The heart has become much faster: a question, and no index on the screen until it is answered.
   */
  CHECK_IN,
  /** The signal cannot be trusted: the script as written, no adaptation. */
  HOLD,
  /** The person dozes. */
  DROWSY
}

package org.stillpoint.session;

/** What the conductor makes of the person's signals. */
public enum PacingState {
  /** The script as written. */
  NOMINAL,
  /** The person settles: longer silences, fewer words, a softer voice. */
  DEEPEN,
  /** Nothing has changed for long: one change of sense, once a stage. */
  VARY,
  /** The person is unsettled: shorter silences, touch points, leave to move. */
  SUPPORT,
  /** The heart has become much faster: one choice, and no number on the screen until it is made. */
  CHECK_IN,
  /** The signal cannot be trusted: the script as written, no adaptation. */
  HOLD,
  /** The person dozes. */
  DROWSY
}

package org.stillpoint.session;

/** What the conductor makes of the index. */
public enum PacingState {
  /** The script as written. */
  NOMINAL,
  /** The person settles: longer silences, fewer words. */
  DEEPEN,
  /** The person is unsettled: shorter silences, touch points, leave to move. */
  SUPPORT,
  /** The signal cannot be trusted: the script as written, no adaptation. */
  HOLD
}

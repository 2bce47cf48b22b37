package org.stillpoint.session;

/** Whether a session follows the person. */
public enum Pacing {
  /** The script follows the index of the person. */
  ADAPTIVE,
  /** The script is played as written; what would have been done is recorded. */
  FIXED
}

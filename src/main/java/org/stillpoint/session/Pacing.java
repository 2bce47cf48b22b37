package org.stillpoint.session;

/** Whether a session follows the person. */
public enum Pacing {
  /** It does. */
  ADAPTIVE,
  /** The script as written; what would have been done is recorded. */
  FIXED
}

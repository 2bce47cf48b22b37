package org.stillpoint.session;

/** What is done when the person dozes; chosen before the session. */
public enum WhenDrowsy {
  /** A gentle call, at most twice. */
  CALL,
  /** Nothing; the return wakes the person. */
  DRIFT,
  /** Nothing more is said, and the person is not called back. */
  BEDTIME
}

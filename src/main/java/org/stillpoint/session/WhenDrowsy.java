package org.stillpoint.session;

/** What is done when the person dozes; chosen before. */
public enum WhenDrowsy {
  /** A gentle call, at most twice. */
  CALL,
  /** Nothing; the return wakes. */
  DRIFT,
  /** Nothing is said any more, and nobody is called back. */
  BEDTIME
}

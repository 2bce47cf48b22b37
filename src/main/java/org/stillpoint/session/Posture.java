package org.stillpoint.session;

/** How the person lies or sits; starts are only compared with starts in the same posture. */
public enum Posture {
  /** On the back or the side. */
  LYING,
  /** In a chair. */
  SITTING
}

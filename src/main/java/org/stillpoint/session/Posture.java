package org.stillpoint.session;

/** How the person lies or sits. Baselines are compared only with baselines in the same posture. */
public enum Posture {
  /** On the back or the side. */
  LYING,
  /** In a chair. */
  SITTING
}

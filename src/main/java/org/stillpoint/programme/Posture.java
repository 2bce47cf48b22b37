package org.stillpoint.programme;

/** How the person lies or sits. Baselines are compared only with baselines in the same posture. */
public enum Posture {
  /** On the back. */
  LYING,
  /** On one side. */
  SIDE,
  /** In a chair. */
  SITTING
}

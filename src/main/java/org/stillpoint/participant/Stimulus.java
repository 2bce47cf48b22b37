package org.stillpoint.participant;

/** What a virtual person hears or is left with, from the moment it begins. */
public enum Stimulus {
  /** The quiet start, or a part that guides nobody: the mind stays where it is. */
  START,
  /** Guidance that is always spoken. */
  GUIDANCE,
  /** Guidance that could be left out. */
  DETAIL,
  /** Nothing, in a guided part. */
  SILENCE,
  /**
   * A sentence that brings the attention back to where the body is held, or gives leave to move.
   */
  CARE
}

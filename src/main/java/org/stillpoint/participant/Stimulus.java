package org.stillpoint.participant;

/** What a virtual person hears, or the silence they are in, from the moment it begins. */
public enum Stimulus {
  /** The baseline, or another part without guidance: the mind stays as it is. */
  START,
  /** Guidance that is always spoken. */
  GUIDANCE,
  /** Guidance that can be left out. */
  DETAIL,
  /** A silence in a guided part. */
  SILENCE,
  /**
   * A sentence that brings the attention back to where the body is held, or gives permission to
   * move.
   */
  CARE,
  /** Anything in the return, in which the person moves, sits up and is awake. */
  RETURN
}

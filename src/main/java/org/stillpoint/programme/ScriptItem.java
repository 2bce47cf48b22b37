package org.stillpoint.programme;

/**
 * A spoken prompt or a silence, in the order of the session.
 *
 * @param kind {@link Kind#INSTRUCTION}, {@link Kind#OPTIONAL} or {@link Kind#SILENCE}
 * @param text what is said; empty for a silence
 * @param seconds nominal length: the estimated speaking time, or the silence before any adaptation
 */
public record ScriptItem(Kind kind, String text, double seconds) {

  /** Refuses the kinds that wait in reserve as a {@link Cue}. */
  public ScriptItem {
    if (kind.isCue()) {
      throw new IllegalArgumentException("a cue is not part of the running script: " + kind);
    }
  }

  /** Whether something is said. */
  public boolean spoken() {
    return kind != Kind.SILENCE;
  }
}

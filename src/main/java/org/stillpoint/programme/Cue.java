package org.stillpoint.programme;

/**
 * A short sentence in reserve, spoken only when the person seems to need it.
 *
 * @param kind {@link Kind#CONTACT} or {@link Kind#SUPPORT}
 * @param text what is said, never empty
 * @param seconds how long it takes to say at the pace of {@link SpeakingPace}
 */
public record Cue(Kind kind, String text, double seconds) {

  /** Refuses the kinds that are part of the running script. */
  public Cue {
    if (!kind.isCue()) {
      throw new IllegalArgumentException("not a kind of cue: " + kind);
    }
  }
}

package org.stillpoint.programme;

import java.util.Objects;

/**
 * A spoken prompt or a silence, in the order of the session.
 *
 * @param kind {@link PromptKind#INSTRUCTION}, {@link PromptKind#OPTIONAL} or {@link
 *     PromptKind#SILENCE}
 * @param text what is said; empty for a silence
 * @param seconds nominal length: the estimated speaking time, or the silence before any adaptation
 * @param id name of the prompt, unique in its programme and the same in all its lengths; empty for
 *     a silence and in scripts that an earlier version stored
 * @param needsPacer whether it is left out while the breath pacer does not run
 * @param ease what is said instead to a person who is uneasy, in the same time; empty for most
 */
public record ScriptItem(
    PromptKind kind, String text, double seconds, String id, boolean needsPacer, String ease) {
  /** What the id of a prompt ends with when its other words are said. */
  public static final String EASE = "-ease";

  /** Refuses the kinds that are kept in reserve as a {@link Cue}. */
  public ScriptItem {
    if (kind.isCue()) {
      throw new IllegalArgumentException("a cue is not part of the running script: " + kind);
    }
    id = Objects.requireNonNullElse(id, "");
    ease = Objects.requireNonNullElse(ease, "");
  }

  /** A prompt that is the same for everybody, or a silence. */
  public ScriptItem(PromptKind kind, String text, double seconds, String id) {
    this(kind, text, seconds, id, false, "");
  }

  /** Whether something is said. */
  public boolean spoken() {
    return kind != PromptKind.SILENCE;
  }
}

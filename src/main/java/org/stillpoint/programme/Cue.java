package org.stillpoint.programme;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A short sentence that is kept in reserve and spoken only when the person seems to need it.
 *
 * @param kind {@link PromptKind#CONTACT}, {@link PromptKind#SUPPORT} or {@link PromptKind#VARY}
 * @param text what is said, never empty
 * @param seconds how long it takes to say at the pace of {@link SpeakingPace}
 * @param id name of the prompt, unique in its programme; empty in scripts that an earlier version
 *     stored
 * @param modality where a vary cue leads the attention; null for the other kinds
 */
public record Cue(
    PromptKind kind, String text, double seconds, String id, @Nullable Modality modality) {

  /** Refuses the kinds that are part of the running script. */
  public Cue {
    if (!kind.isCue()) {
      throw new IllegalArgumentException("not a kind of cue: " + kind);
    }
    id = Objects.requireNonNullElse(id, "");
  }
}

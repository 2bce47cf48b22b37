package org.stillpoint.programme;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a stage as written: something to say, or a silence.
 *
 * @param id its name in recordings, unique within the programme; empty for a silence
 * @param kind what it is
 * @param text what is said; empty for a silence
 * @param needsPacer whether it is left out while the breath pacer does not run
 * @param ease what is said instead to a person who is uneasy; empty for most
 * @param weight a silence's share of the stage's quiet time against the other silences; above 0 for
 *     a silence, 0 for speech
 * @param modality where a vary cue leads the attention; null for everything else
 * @param only the lengths in minutes that have this entry; empty means every length of the stage
 * @param line its line in the file, from 1; 0 if unknown
 */
public record Prompt(
    String id,
    PromptKind kind,
    String text,
    boolean needsPacer,
    String ease,
    double weight,
    @Nullable Modality modality,
    Set<Integer> only,
    int line) {

  /** Keeps its own copy of the lengths. */
  public Prompt {
    only = Set.copyOf(only);
  }

  /** Whether the script of this length has the entry. */
  public boolean in(int minutes) {
    return only.isEmpty() || only.contains(minutes);
  }
}

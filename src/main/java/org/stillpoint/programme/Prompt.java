package org.stillpoint.programme;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a stage as written: something to say, or a silence.
 *
 * @param kind what it is
 * @param wordings the ways to say it, which mean the same and last as long; empty for a silence
 * @param needsPacer whether it is left out while the breath pacer does not run
 * @param ease what is said instead to a person who is uneasy; empty for most
 * @param weight a silence's share of the stage's quiet time against the other silences; above 0 for
 *     a silence, 0 for speech
 * @param modality where a vary cue leads the attention; null for everything else
 * @param only the lengths in minutes that have this entry; empty means every length of the stage
 * @param postures the postures that it suits; empty means every posture
 * @param line its line in the file, from 1; 0 if unknown
 */
public record Prompt(
    PromptKind kind,
    List<Wording> wordings,
    boolean needsPacer,
    String ease,
    double weight,
    @Nullable Modality modality,
    Set<Integer> only,
    Set<Posture> postures,
    int line) {

  private static final Wording NOTHING = new Wording("", "", null);

  /** Keeps its own copies. */
  public Prompt {
    wordings = List.copyOf(wordings);
    only = Set.copyOf(only);
    postures = Set.copyOf(postures);
  }

  /** Whether the script of this length has the entry in some posture. */
  public boolean in(int minutes) {
    return only.isEmpty() || only.contains(minutes);
  }

  /** Whether the script of this length has the entry for a person in this posture. */
  public boolean in(int minutes, Posture posture) {
    return in(minutes) && (postures.isEmpty() || postures.contains(posture));
  }

  /**
   * What is said on an occasion; without id and text for a silence. Wordings for the focus of the
   * occasion come before those that suit any, and those before all others. They take turns.
   */
  public Wording wording(Occasion occasion) {
    if (wordings.isEmpty()) {
      return NOTHING;
    }
    List<Wording> fitting =
        occasion.focus() == null
            ? List.of()
            : wordings.stream().filter(each -> each.focus() == occasion.focus()).toList();
    if (fitting.isEmpty()) {
      fitting = wordings.stream().filter(each -> each.focus() == null).toList();
    }
    if (fitting.isEmpty()) {
      fitting = wordings;
    }
    return fitting.get((occasion.number() - 1) % fitting.size());
  }

  /** The wording that takes longest to say; without id and text for a silence. */
  Wording longest() {
    return wordings.stream()
        .max(Comparator.comparingLong(each -> SpeakingPace.ticks(each.text())))
        .orElse(NOTHING);
  }
}

package org.stillpoint.programme;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a timed script.
 *
 * @param id its name in the script file, unique within it
 * @param title its name for people
 * @param role what it is for
 * @param planSeconds nominal length; exactly the sum of the items' seconds
 * @param items prompts and silences in order
 * @param contactCues sentences in reserve that bring the attention to the body; may be empty
 * @param supportCues sentences in reserve that give permission; may be empty
 * @param varyCues sentences in reserve that change the modality, one of which is said at most once
 *     in the stage; may be empty
 * @param pacer the rate that the breath pacer leads to; null if the script asks for none
 */
public record ScriptStage(
    String id,
    String title,
    Role role,
    double planSeconds,
    List<ScriptItem> items,
    List<Cue> contactCues,
    List<Cue> supportCues,
    List<Cue> varyCues,
    @Nullable Pacer pacer) {

  /**
   * Keeps its own copies of the lists. A script that an earlier version stored has no vary cues.
   */
  public ScriptStage {
    items = List.copyOf(items);
    contactCues = List.copyOf(contactCues);
    supportCues = List.copyOf(supportCues);
    varyCues = List.copyOf(Objects.requireNonNullElse(varyCues, List.of()));
  }

  /** The time of the plan in which nothing is said, in seconds. */
  public double silenceSeconds() {
    return seconds(PromptKind.SILENCE);
  }

  /** The time of all optional prompts together, in seconds. */
  public double optionalSeconds() {
    return seconds(PromptKind.OPTIONAL);
  }

  private double seconds(PromptKind kind) {
    return items.stream()
        .filter(item -> item.kind() == kind)
        .mapToDouble(ScriptItem::seconds)
        .sum();
  }
}

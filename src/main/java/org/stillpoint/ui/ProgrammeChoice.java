package org.stillpoint.ui;

import java.util.List;
import java.util.Set;

/**
 * A programme to choose.
 *
 * @param id its short name
 * @param title its name for people
 * @param minutes the lengths offered, at least one
 * @param stages the stages that can be chosen or left out
 */
public record ProgrammeChoice(
    String id, String title, List<Integer> minutes, List<OptionalStage> stages) {

  /** Keeps its own copies of the lists. */
  public ProgrammeChoice {
    minutes = List.copyOf(minutes);
    stages = List.copyOf(stages);
  }

  /**
   * A stage that can be chosen or left out.
   *
   * @param id its short name
   * @param title its name for people
   * @param usual whether it is played unless it is left out
   * @param minutes the lengths that have it
   */
  public record OptionalStage(String id, String title, boolean usual, Set<Integer> minutes) {

    /** Keeps its own copy of the lengths. */
    public OptionalStage {
      minutes = Set.copyOf(minutes);
    }
  }

  /** What a list shows. */
  @Override
  public String toString() {
    return title;
  }
}

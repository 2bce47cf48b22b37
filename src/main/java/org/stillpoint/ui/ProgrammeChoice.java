package org.stillpoint.ui;

import java.util.List;
import java.util.Set;

/**
 * A programme that the person can choose.
 *
 * @param id its short name
 * @param title its name for people
 * @param minutes the lengths that it offers, at least one
 * @param stages its optional stages
 */
public record ProgrammeChoice(
    String id, String title, List<Integer> minutes, List<OptionalStage> stages) {

  /** Copies the lists. */
  public ProgrammeChoice {
    minutes = List.copyOf(minutes);
    stages = List.copyOf(stages);
  }

  /**
   * An optional stage.
   *
   * @param id its short name
   * @param title its name for people
   * @param usual whether it is included by default
   * @param minutes the lengths that have it
   */
  public record OptionalStage(String id, String title, boolean usual, Set<Integer> minutes) {

    /** Copies the lengths. */
    public OptionalStage {
      minutes = Set.copyOf(minutes);
    }
  }

  /** The title, which a list shows. */
  @Override
  public String toString() {
    return title;
  }
}

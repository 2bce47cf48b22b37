package org.stillpoint.ui;

import java.util.List;

/**
 * A programme to choose.
 *
 * @param id its short name
 * @param title its name for people
 * @param minutes the lengths offered, at least one
 */
public record ProgrammeChoice(String id, String title, List<Integer> minutes) {

  /** Keeps its own copy of the lengths. */
  public ProgrammeChoice {
    minutes = List.copyOf(minutes);
  }

  /** What a list shows. */
  @Override
  public String toString() {
    return title;
  }
}

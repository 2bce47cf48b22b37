package org.stillpoint.ui;

import java.util.Set;

/**
 * What a person chose to be guided.
 *
 * @param programmeId short name of the programme
 * @param minutes one of its lengths
 * @param stages ids of the optional stages to play
 */
public record SessionWish(String programmeId, int minutes, Set<String> stages) {

  /** Keeps its own copy. */
  public SessionWish {
    stages = Set.copyOf(stages);
  }
}

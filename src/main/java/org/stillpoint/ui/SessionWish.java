package org.stillpoint.ui;

import java.util.Set;
import org.stillpoint.session.SessionOptions;

/**
 * What a person chose to be guided.
 *
 * @param programmeId short name of the programme
 * @param minutes one of its lengths
 * @param stages ids of the optional stages to play
 * @param options how it is conducted
 */
public record SessionWish(
    String programmeId, int minutes, Set<String> stages, SessionOptions options) {

  /** Keeps its own copy. */
  public SessionWish {
    stages = Set.copyOf(stages);
  }
}

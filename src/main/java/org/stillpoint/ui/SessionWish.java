package org.stillpoint.ui;

import java.util.Set;
import org.stillpoint.session.SessionOptions;

/**
 * The session that the person wants.
 *
 * @param programmeId short name of the programme
 * @param minutes one of its lengths
 * @param stages ids of the optional stages to include
 * @param options how to conduct it
 */
public record SessionWish(
    String programmeId, int minutes, Set<String> stages, SessionOptions options) {

  /** Copies the set. */
  public SessionWish {
    stages = Set.copyOf(stages);
  }
}

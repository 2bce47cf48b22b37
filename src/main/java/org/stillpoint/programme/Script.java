package org.stillpoint.programme;

import java.util.List;

/**
 * The script of one length, timed: what the conductor plays.
 *
 * @param programmeId the programme it comes from
 * @param title the programme's name for people
 * @param minutes length of the session; the stages' plans sum exactly to it
 * @param stages in order; the last one is the return
 */
public record Script(String programmeId, String title, int minutes, List<ScriptStage> stages) {

  /** Keeps its own copy of the stages. */
  public Script {
    stages = List.copyOf(stages);
  }
}

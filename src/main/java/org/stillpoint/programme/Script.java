package org.stillpoint.programme;

import java.util.List;
import java.util.Objects;

/**
 * The script of one length, timed: what the conductor plays.
 *
 * @param programmeId the programme it comes from
 * @param title the programme's name for people
 * @param minutes length of the session; the stages' plans sum exactly to it
 * @param stages in order; the last one is the return, or the rest if it ends in sleep
 * @param kind what the programme is for
 * @param ending whether it ends with a return or in sleep
 * @param occasion what chose its lines and wordings
 */
public record Script(
    String programmeId,
    String title,
    int minutes,
    List<ScriptStage> stages,
    ProgrammeKind kind,
    Ending ending,
    Occasion occasion) {

  /**
   * Keeps its own copy of the stages. A script that an earlier version stored has no kind, no
   * ending and no occasion: it is guided, has a return, and was always spoken as the first time.
   */
  public Script {
    stages = List.copyOf(stages);
    kind = Objects.requireNonNullElse(kind, ProgrammeKind.GUIDED);
    ending = Objects.requireNonNullElse(ending, Ending.RETURN);
    occasion = Objects.requireNonNullElse(occasion, Occasion.first(Posture.LYING));
  }
}

package org.stillpoint.app;

import java.util.Set;
import org.stillpoint.programme.Occasion;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.Script;

/**
 * A programme with the length and the optional stages that a person chose.
 *
 * @param programme the programme
 * @param minutes one of its lengths
 * @param stages ids of the optional stages to play
 */
record ChosenProgramme(Programme programme, int minutes, Set<String> stages) {

  /** Keeps its own copy. */
  ChosenProgramme {
    stages = Set.copyOf(stages);
  }

  /**
   * Its script on an occasion.
   *
   * @throws ProgrammeException if the length, a stage or the posture is not offered
   */
  Script script(Occasion occasion) throws ProgrammeException {
    return programme.forMinutes(minutes, stages, occasion);
  }
}

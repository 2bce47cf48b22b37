package org.stillpoint.programme;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One stage as written, for all lengths.
 *
 * @param id unique within the programme
 * @param title its name for people
 * @param role what it is for
 * @param inclusion whether a person can leave it out
 * @param pacer the rate that the breath pacer leads to; null if the script asks for none
 * @param planSeconds length of the stage in whole seconds, by length of the session in minutes; a
 *     length that is absent does not have the stage
 * @param script what is said and the silences between, in order
 * @param cues contact, support and vary cues in reserve
 * @param line where it begins in the file, from 1; 0 if unknown
 */
public record Stage(
    String id,
    String title,
    Role role,
    Inclusion inclusion,
    @Nullable Pacer pacer,
    Map<Integer, Integer> planSeconds,
    List<Prompt> script,
    List<Prompt> cues,
    int line) {

  /** Keeps its own copies. */
  public Stage {
    planSeconds = Map.copyOf(planSeconds);
    script = List.copyOf(script);
    cues = List.copyOf(cues);
  }

  /**
   * Whether the script of this length has the stage, as long as the person does not leave it out.
   */
  public boolean in(int minutes) {
    return planSeconds.containsKey(minutes);
  }

  /**
   * Length of the stage in seconds in a session of this length; 0 if that session does not have it.
   */
  int seconds(int minutes) {
    return planSeconds.getOrDefault(minutes, 0);
  }
}

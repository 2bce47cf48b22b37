package org.stillpoint.trial;

import java.util.List;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.StageStart;

/**
 * What became of a session with a virtual person. All times are session time in seconds.
 *
 * @param stages as they began
 * @param prompts prompts and silences as they began
 * @param decisions what the conductor decided
 * @param steps one every five seconds
 * @param endSeconds arrival of the bytes with which it was over; a beat late at most
 */
public record SessionTrace(
    List<StageStart> stages,
    List<PromptCue> prompts,
    List<Decision> decisions,
    List<TraceStep> steps,
    double endSeconds) {

  /**
   * What is known and what is hidden at a moment.
   *
   * @param index NaN when absent
   * @param live whether pacing may follow it
   * @param arousal hidden
   * @param quiet whether the person is left with a silence in a guided part
   * @param restless whether their mind is restless in it
   */
  public record TraceStep(
      double seconds,
      double index,
      boolean live,
      double arousal,
      boolean quiet,
      boolean restless) {}

  /** Keeps its own copies. */
  public SessionTrace {
    stages = List.copyOf(stages);
    prompts = List.copyOf(prompts);
    decisions = List.copyOf(decisions);
    steps = List.copyOf(steps);
  }
}

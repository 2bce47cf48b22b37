package org.stillpoint.trial;

import java.util.List;
import org.stillpoint.participant.Episode;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.StageStart;

/**
 * The trace of a session with a virtual person. All times are session time in seconds.
 *
 * @param stages the stages that began, in order
 * @param prompts the prompts and silences that began, in order
 * @param decisions the decisions of the conductor, in order
 * @param steps one step every five seconds
 * @param endSeconds arrival of the bytes with which the session was over, at most a beat late
 * @param ending what is reported in the end, and what came over the person
 */
public record SessionTrace(
    List<StageStart> stages,
    List<PromptCue> prompts,
    List<Decision> decisions,
    List<TraceStep> steps,
    double endSeconds,
    TraceEnding ending) {

  /**
   * What is known after a session.
   *
   * @param reportedIndex the index that the program reports as the result; NaN when there is none
   * @param arriving whether the program says that the heart was still slowing in the start
   * @param episode what came over the person, hidden from the program, in session time
   */
  public record TraceEnding(double reportedIndex, boolean arriving, Episode episode) {
    static final TraceEnding UNKNOWN = new TraceEnding(Double.NaN, false, Episode.NONE);
  }

  /** A trace that ends without a report. */
  SessionTrace(
      List<StageStart> stages,
      List<PromptCue> prompts,
      List<Decision> decisions,
      List<TraceStep> steps,
      double endSeconds) {
    this(stages, prompts, decisions, steps, endSeconds, TraceEnding.UNKNOWN);
  }

  /**
   * What is known and what is hidden at a moment.
   *
   * @param seconds session time
   * @param index the index, NaN when absent
   * @param live whether pacing may follow the index
   * @param arousal hidden arousal
   * @param quiet whether the person is in a silence of a guided part
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

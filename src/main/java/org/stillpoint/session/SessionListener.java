package org.stillpoint.session;

import java.util.OptionalDouble;

/** Receives what the conductor does, in order, on the thread that drives it. */
public interface SessionListener {

  /** A stage begins. */
  void stage(StageStart stage);

  /** A prompt or silence begins. */
  void prompt(PromptCue prompt);

  /** The conductor decided something. */
  void decision(Decision decision);

  /**
   * The pacer begins to lead, changes its rate or falls silent.
   *
   * @param perMinute breaths a minute now; absent when it falls silent
   * @param why one plain clause
   */
  void pacer(double seconds, OptionalDouble perMinute, String why);

  /** A paced breath begins. */
  void breath(Breath breath);

  /** The last stage is over. */
  void ended(double seconds);
}

package org.stillpoint.session;

/** Told what the conductor does, in order, on the thread that drives it. */
public interface SessionListener {

  /** A stage begins. */
  void stage(StageStart stage);

  /** A prompt or silence begins. */
  void prompt(PromptCue prompt);

  /** The conductor looked at the index. */
  void decision(Decision decision);

  /** The last stage is over. */
  void ended(double seconds);
}

package org.stillpoint.ui;

/** What becomes of a wish to begin a session. Called on the event thread. */
public interface SessionNews {

  /** How far it is prepared, in words. */
  void preparing(String words);

  /** Why something is not heard, in a sentence; the session goes on with text. */
  void unheard(String why);

  /** It cannot begin, or its recording cannot go on; a sentence. */
  void failed(String why);
}

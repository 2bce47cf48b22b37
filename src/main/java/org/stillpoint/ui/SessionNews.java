package org.stillpoint.ui;

/** Reports what happens after a session was asked for. Called on the event thread. */
public interface SessionNews {

  /** Reports how far the session is prepared, in words. */
  void preparing(String words);

  /** Reports why something is not heard, in one sentence. The session continues with text. */
  void unheard(String why);

  /** Reports why the session cannot begin or its recording cannot continue, in one sentence. */
  void failed(String why);
}

package org.stillpoint.guide;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders every sentence once before it is needed, so that it is available at once later. A step
 * renders one sentence; the caller decides when, and on which thread. May be used by one thread at
 * a time.
 */
public final class Rehearsal {
  /** A program that has failed this often in a row will not recover. */
  private static final int MOST_FAILURES = 3;

  private final Voice voice;
  private final List<Sentence> sentences;
  private final Map<String, Double> seconds = new HashMap<>();
  private int done;
  private int failuresInARow;
  private String trouble = "";

  /**
   * A rehearsal that has rendered nothing yet.
   *
   * @param sentences in the order in which they are needed
   */
  public Rehearsal(Voice voice, List<Sentence> sentences) {
    this.voice = voice;
    this.sentences = List.copyOf(sentences);
  }

  /**
   * Renders the next sentence.
   *
   * @return false if there was none, or after too many failures in a row
   */
  public boolean step() {
    if (done >= sentences.size() || failuresInARow >= MOST_FAILURES) {
      return false;
    }
    Sentence sentence = sentences.get(done);
    try {
      voice
          .seconds(sentence)
          .ifPresent(length -> seconds.merge(sentence.text(), length, Math::max));
      failuresInARow = 0;
    } catch (IOException e) {
      failuresInARow++;
      trouble = String.valueOf(e.getMessage());
    }
    done++;
    return true;
  }

  /** How many sentences have been tried. */
  public int done() {
    return done;
  }

  /** How many sentences there are. */
  public int total() {
    return sentences.size();
  }

  /** Whether every sentence has been rendered without a failure. */
  public boolean complete() {
    return done == sentences.size() && trouble.isEmpty();
  }

  /** The last failure, in one sentence; empty if there was none. */
  public String trouble() {
    return trouble;
  }

  /** The longest time that each rendered text takes, in seconds. */
  public Map<String, Double> lengths() {
    return Map.copyOf(seconds);
  }
}

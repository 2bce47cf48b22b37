package org.stillpoint.guide;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Has a voice say everything once before it is needed, so that later it is there at once. A step is
 * a sentence; whoever drives it decides when, and on which thread. For one thread at a time.
 */
public final class Rehearsal {
  /** A program that failed so often in a row will not recover. */
  private static final int MOST_FAILURES = 3;

  private final Voice voice;
  private final List<Sentence> sentences;
  private final Map<String, Double> seconds = new HashMap<>();
  private int done;
  private int failuresInARow;
  private String trouble = "";

  /**
   * Nothing said yet.
   *
   * @param sentences in the order in which they are needed
   */
  public Rehearsal(Voice voice, List<Sentence> sentences) {
    this.voice = voice;
    this.sentences = List.copyOf(sentences);
  }

  /** Renders the next sentence; tells whether there was one. */
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

  /** How many sentences were gone through. */
  public int done() {
    return done;
  }

  /** How many there are. */
  public int total() {
    return sentences.size();
  }

  /** Whether it was gone through to its end without a failure. */
  public boolean complete() {
    return done == sentences.size() && trouble.isEmpty();
  }

  /** What failed last, in one sentence; empty when nothing did. */
  public String trouble() {
    return trouble;
  }

  /** How long each text takes at most, in seconds, of those that were said. */
  public Map<String, Double> lengths() {
    return Map.copyOf(seconds);
  }
}

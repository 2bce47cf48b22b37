package org.stillpoint.programme;

import java.util.StringTokenizer;

/**
 * Estimates how long a text takes to say in slow, guided speech: 110 words per minute, and half a
 * second of breath after each sentence.
 *
 * <p>Reading aloud takes about 150 to 180 words per minute; the slower figure is a design decision
 * for a listener who lies with closed eyes. A word is a run of characters between spaces with at
 * least one letter or digit, so the estimate suits languages that are written with spaces. A
 * sentence ends with a word that ends in {@code . ! ?} or an ellipsis, perhaps before a closing
 * quote; words after the last such end count as one more sentence.
 */
public final class SpeakingPace {
  /** Words spoken in a minute, without the pauses between sentences. */
  public static final double WORDS_PER_MINUTE = 110;

  /** Pause after a sentence, in seconds. */
  public static final double SENTENCE_PAUSE_SECONDS = 0.5;

  /** Times are rounded up to whole eighths of a second, so that their sums are exact. */
  public static final int TICKS_PER_SECOND = 8;

  private static final String ENDS = ".!?\u2026";
  private static final String CLOSERS = "\"')\u201d\u2019";

  private SpeakingPace() {}

  /** Seconds it takes to say the text; 0 for a text without words. */
  public static double seconds(String text) {
    return (double) ticks(text) / TICKS_PER_SECOND;
  }

  /** The same in eighths of a second. */
  static long ticks(String text) {
    int words = 0;
    int sentences = 0;
    boolean open = false;
    StringTokenizer tokens = new StringTokenizer(text);
    while (tokens.hasMoreTokens()) {
      String token = tokens.nextToken();
      if (token.codePoints().anyMatch(Character::isLetterOrDigit)) {
        words++;
        open = true;
      }
      if (open && endsSentence(token)) {
        sentences++;
        open = false;
      }
    }
    if (open) {
      sentences++;
    }
    double seconds = words * 60 / WORDS_PER_MINUTE + sentences * SENTENCE_PAUSE_SECONDS;
    return (long) Math.ceil(seconds * TICKS_PER_SECOND);
  }

  private static boolean endsSentence(String token) {
    int last = token.length() - 1;
    while (last >= 0 && CLOSERS.indexOf(token.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && ENDS.indexOf(token.charAt(last)) >= 0;
  }
}

package org.stillpoint.guide;

/** Makes a text safe for any speech program. */
final class SpokenText {
  /** A prompt has at most 300 characters. */
  private static final int MOST_CHARS = 1_000;

  /** Characters that some program takes for markup, a command or the end of an argument. */
  private static final String MARKUP = "<>[]{}|\\`$^~\"";

  private SpokenText() {}

  /**
   * The text as one line of words: no line breaks or other control characters, no markup, no
   * beginning that could be taken for an option, and at most 1000 characters. Empty if no words
   * remain.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    int count = Math.min(text.length(), MOST_CHARS);
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      boolean dropped = Character.isISOControl(c) || MARKUP.indexOf(c) >= 0 || unpaired(text, i);
      clean.append(c == '&' ? " and " : dropped ? " " : String.valueOf(c));
    }
    String words = clean.toString().replaceAll("[\\s\\u00A0\\u2028\\u2029]+", " ").strip();
    int first = 0;
    while (first < words.length() && "-@/ ".indexOf(words.charAt(first)) >= 0) {
      first++;
    }
    String said = words.substring(first);
    return said.chars().anyMatch(Character::isLetterOrDigit) ? said : "";
  }

  private static boolean unpaired(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}

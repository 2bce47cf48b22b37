package org.stillpoint.programme;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/** Reads the characters of a script file and refuses a text that cannot be a script. */
final class ScriptText {
  /** A script is a few pages; a longer text is some other file, or an attack. */
  static final int MOST_CHARS = 200_000;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ScriptText() {}

  /** The whole text: printable and not empty. Reads no further than the limit. */
  static String read(Source source, Reader reader) throws ProgrammeException {
    String text;
    try {
      text = readLimited(reader);
    } catch (IOException e) {
      ProgrammeException failed =
          source.mistake(0, "the script cannot be read", "check that the file can be opened");
      failed.initCause(e);
      throw failed;
    }
    if (text.length() > MOST_CHARS) {
      throw source.mistake(
          0,
          "the file holds more than " + MOST_CHARS + " characters",
          "choose a session script, which is a few pages of text");
    }
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    requirePrintable(source, text);
    if (text.isBlank()) {
      throw source.mistake(0, "the script is empty", "begin it with id, title, minutes and stages");
    }
    return text;
  }

  private static String readLimited(Reader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[8192];
    int count = reader.read(buffer);
    while (count >= 0 && text.length() <= MOST_CHARS) {
      text.append(buffer, 0, count);
      count = reader.read(buffer);
    }
    return text.toString();
  }

  private static void requirePrintable(Source source, String text) throws ProgrammeException {
    int line = 1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      if (point == '\n') {
        line++;
      }
      if (!printable(point)) {
        throw source.mistake(
            line,
            String.format(Locale.ROOT, "the character U+%04X does not belong in a script", point),
            "save the script as plain text in UTF-8");
      }
    }
  }

  /**
   * What YAML allows, except the replacement character that decoding puts in for bytes that are not
   * UTF-8.
   */
  private static boolean printable(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0x7E)
        || (point >= 0xA0 && point <= 0xD7FF)
        || (point >= 0xE000 && point < 0xFFFD && point != BYTE_ORDER_MARK)
        || point >= 0x10000;
  }
}

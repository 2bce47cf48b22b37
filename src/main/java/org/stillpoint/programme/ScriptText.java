package org.stillpoint.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Reads the characters of a script file and refuses a text that cannot be a script. */
final class ScriptText {
  /** A script is a few pages; a longer text is some other file, or an attack. */
  static final int MOST_CHARS = 200_000;

  /** The language that every shipped script exists in. */
  static final String ENGLISH = "en";

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");
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

  /**
   * The text of a file.
   *
   * @throws ProgrammeException with why it cannot be read
   */
  static String read(Source source, Path file) throws ProgrammeException {
    if (!Files.exists(file)) {
      throw source.mistake(0, "there is no such file", "check its name and folder");
    }
    if (!Files.isRegularFile(file)) {
      throw source.mistake(0, "it is not a plain file", "name a script that ends in .yaml");
    }
    try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      return read(source, text);
    } catch (IOException e) {
      throw source.mistake(
          0, "the script cannot be read", "check that you are allowed to open the file");
    }
  }

  /**
   * A text that comes with the program.
   *
   * @param folder where the language folders are, such as "programmes"
   * @param language English is used if the file is missing there or this does not name a language
   * @throws ProgrammeException if it is missing
   */
  static String shipped(Source source, String folder, String language) throws ProgrammeException {
    try (InputStream translated = open(folder, language, source.name());
        InputStream english = translated == null ? open(folder, ENGLISH, source.name()) : null) {
      InputStream bytes = translated == null ? english : translated;
      if (bytes != null) {
        return read(source, new InputStreamReader(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      Logger.warn(e, "not read: {}", source.name());
    }
    throw source.mistake(
        0, "this script is missing from the installation", "install the program again");
  }

  private static @Nullable InputStream open(String folder, String language, String name) {
    return LANGUAGE.matcher(language).matches()
        ? ScriptText.class.getResourceAsStream("/" + folder + "/" + language + "/" + name)
        : null;
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

package org.stillpoint.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads session scripts, both a teacher's own and those that come with the program. */
public final class ProgrammeReader {
  /** The language in which every shipped script exists. */
  public static final String ENGLISH = "en";

  private static final List<String> SHIPPED =
      List.of(
          "back-pain",
          "neck-and-shoulders",
          "flare-up",
          "reset",
          "at-the-desk",
          "sleep",
          "awake-at-night",
          "breath-at-resonance",
          "resonance-assessment",
          "quiet-rest",
          "morning-reading");

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");

  private ProgrammeReader() {}

  /**
   * Reads and checks a script. Whatever the text holds, it throws nothing but the exception below,
   * and it reads no more than a few hundred thousand characters.
   *
   * @param sourceName name of the source in messages, such as its file name
   * @param text the script; left open
   * @throws ProgrammeException with every mistake found, if it cannot be used in every length that
   *     it offers
   */
  public static Programme read(String sourceName, Reader text) throws ProgrammeException {
    Source source = new Source(sourceName);
    String characters = ScriptText.read(source, text);
    return new ProgrammeParser(source).programme(new YamlTree(source).compose(characters));
  }

  /**
   * Reads a script that comes with the program, in English.
   *
   * @throws ProgrammeException if no shipped script has that id; the message names those that exist
   */
  public static Programme shipped(String id) throws ProgrammeException {
    return shipped(id, ENGLISH);
  }

  /**
   * Reads a script that comes with the program.
   *
   * @param language a folder of scripts, such as "en" or "de"; English is used if the script is
   *     missing there or the text does not name a language
   * @throws ProgrammeException if no shipped script has that id; the message names those that exist
   */
  public static Programme shipped(String id, String language) throws ProgrammeException {
    if (!SHIPPED.contains(id)) {
      throw new ProgrammeException(
          "There is no programme "
              + Source.quoted(id)
              + " among those shipped; choose one of: "
              + String.join(", ", SHIPPED)
              + ".");
    }
    String name = id + ".yaml";
    try (InputStream translated = open(language, name);
        InputStream english = translated == null ? open(ENGLISH, name) : null) {
      InputStream bytes = translated == null ? english : translated;
      if (bytes == null) {
        throw missing(name);
      }
      return read(name, new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      ProgrammeException missing = missing(name);
      missing.initCause(e);
      throw missing;
    }
  }

  private static @Nullable InputStream open(String language, String name) {
    return LANGUAGE.matcher(language).matches()
        ? ProgrammeReader.class.getResourceAsStream("/programmes/" + language + "/" + name)
        : null;
  }

  /** Ids of the scripts that come with the program, in the order to offer them. */
  public static List<String> shippedIds() {
    return SHIPPED;
  }

  private static ProgrammeException missing(String name) {
    return new Source(name)
        .mistake(0, "this script is missing from the installation", "install the program again");
  }
}

package org.stillpoint.programme;

import java.io.Reader;
import java.util.List;

/** Reads session scripts, both a teacher's own and those that come with the program. */
public final class ProgrammeReader {
  /** The language in which every shipped script exists. */
  public static final String ENGLISH = ScriptText.ENGLISH;

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
    return read(source, ScriptText.read(source, text));
  }

  static Programme read(Source source, String text) throws ProgrammeException {
    return new ProgrammeParser(source).programme(new YamlTree(source).compose(text));
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
    Source source = new Source(id + ".yaml");
    return read(source, ScriptText.shipped(source, "programmes", language));
  }

  /** Ids of the scripts that come with the program, in the order to offer them. */
  public static List<String> shippedIds() {
    return SHIPPED;
  }
}

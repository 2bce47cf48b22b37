package org.stillpoint.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads session scripts, those of a teacher and those that come with the program. */
public final class ProgrammeReader {
  private static final List<String> SHIPPED = List.of("back-pain");

  private ProgrammeReader() {}

  /**
   * Reads and checks a script. Never throws anything else, whatever the text holds, and reads no
   * more than a few hundred thousand characters of it.
   *
   * @param sourceName how to call the source in messages, such as its file name
   * @param text the script; left open
   * @throws ProgrammeException if it cannot be used in every length that it offers
   */
  public static Programme read(String sourceName, Reader text) throws ProgrammeException {
    Source source = new Source(sourceName);
    String characters = ScriptText.read(source, text);
    return new ProgrammeParser(source).programme(new YamlTree(source).compose(characters));
  }

  /**
   * Reads a script that comes with the program.
   *
   * @throws ProgrammeException if there is none of that id; the message names those there are
   */
  public static Programme shipped(String id) throws ProgrammeException {
    if (!SHIPPED.contains(id)) {
      throw new ProgrammeException(
          "There is no programme "
              + Source.quoted(id)
              + " among those shipped; choose one of: "
              + String.join(", ", SHIPPED)
              + ".");
    }
    String name = id + ".yaml";
    try (InputStream bytes = ProgrammeReader.class.getResourceAsStream("/programmes/" + name)) {
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

  /** Ids of the scripts that come with the program, in the order to offer them. */
  public static List<String> shippedIds() {
    return SHIPPED;
  }

  private static ProgrammeException missing(String name) {
    return new Source(name)
        .mistake(0, "this script is missing from the installation", "install the program again");
  }
}

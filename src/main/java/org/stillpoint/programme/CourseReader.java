package org.stillpoint.programme;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads courses from text. Stateless, for any thread. */
public final class CourseReader {
  private static final List<String> SHIPPED = List.of("back");

  private CourseReader() {}

  /** Ids of the courses that come with the program. */
  public static List<String> shippedIds() {
    return SHIPPED;
  }

  /**
   * Reads and checks a course.
   *
   * @param sourceName name of the source in messages, such as its file name
   * @param text the course; left open
   * @param programmes every programme that it names must be one of these
   * @throws ProgrammeException with every mistake found
   */
  public static Course read(String sourceName, Reader text, ProgrammeLibrary programmes)
      throws ProgrammeException {
    Source source = new Source(sourceName);
    return read(source, ScriptText.read(source, text), programmes);
  }

  /**
   * The course of this id: a shipped one, in English if it is not translated, otherwise the
   * person's own file of that name.
   *
   * @param folder the person's own courses; it need not exist
   * @param programmes the programmes that it may name
   * @throws ProgrammeException if there is none, or if it has mistakes
   */
  public static Course find(String id, Path folder, String language, ProgrammeLibrary programmes)
      throws ProgrammeException {
    Path own = folder.resolve(id + ".yaml");
    if (!SHIPPED.contains(id) && YamlValues.ID.matcher(id).matches() && Files.exists(own)) {
      return own(own, id, programmes);
    }
    if (!SHIPPED.contains(id)) {
      throw new ProgrammeException(
          "There is no course "
              + Source.quoted(id)
              + "; choose "
              + String.join(", ", SHIPPED)
              + ", or put your own into "
              + folder
              + ".");
    }
    Source source = new Source(id + ".yaml");
    return read(source, ScriptText.shipped(source, "courses", language), programmes);
  }

  private static Course own(Path file, String id, ProgrammeLibrary programmes)
      throws ProgrammeException {
    Course course = readFile(file, programmes);
    if (!course.id().equals(id)) {
      throw new Source(String.valueOf(file.getFileName()))
          .mistake(
              0,
              "the id " + Source.quoted(course.id()) + " is not the name of the file",
              "name the file " + course.id() + ".yaml");
    }
    return course;
  }

  /**
   * Reads and checks a file.
   *
   * @throws ProgrammeException with every mistake found, or why it cannot be read
   */
  public static Course readFile(Path file, ProgrammeLibrary programmes) throws ProgrammeException {
    Source source = new Source(String.valueOf(file.getFileName()));
    return read(source, ScriptText.read(source, file), programmes);
  }

  private static Course read(Source source, String text, ProgrammeLibrary programmes)
      throws ProgrammeException {
    return new CourseParser(source, programmes).course(new YamlTree(source).compose(text));
  }

  /** Whether a file is meant to be a course: a list of keys and values with the key "weeks". */
  public static boolean isCourse(Path file) {
    Source source = new Source(String.valueOf(file.getFileName()));
    try {
      Node root = new YamlTree(source).compose(ScriptText.read(source, file));
      return root instanceof MappingNode map
          && map.getValue().stream()
              .anyMatch(
                  each ->
                      each.getKeyNode() instanceof ScalarNode key
                          && key.getValue().equals("weeks"));
    } catch (ProgrammeException neither) {
      return false;
    }
  }
}

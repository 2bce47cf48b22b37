package org.stillpoint.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All programmes: the shipped ones, in the person's language, and those in the person's own folder.
 * A file that cannot be used is listed with the reason and does not affect the others. The library
 * is read once and may be shared between threads.
 */
public final class ProgrammeLibrary {
  private static final int MOST_FILES = 500;

  /**
   * A programme and where it comes from.
   *
   * @param programme the script, checked
   * @param file the person's own file; empty for a shipped programme
   */
  public record Entry(Programme programme, Optional<Path> file) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<Path, ProgrammeException> refused = new LinkedHashMap<>();
  private final List<String> troubles = new ArrayList<>();

  private ProgrammeLibrary() {}

  /**
   * Reads all programmes.
   *
   * @param language folder of the shipped scripts, such as "en"; a script that is missing there is
   *     read in English
   * @param ownFolder folder of the person's files, {@code *.yaml} and {@code *.yml}; it need not
   *     exist
   */
  public static ProgrammeLibrary read(String language, Path ownFolder) {
    ProgrammeLibrary library = new ProgrammeLibrary();
    for (String id : ProgrammeReader.shippedIds()) {
      library.addShipped(id, language);
    }
    library.ownFiles(ownFolder).forEach(library::addOwn);
    return library;
  }

  private void addShipped(String id, String language) {
    try {
      entries.put(id, new Entry(ProgrammeReader.shipped(id, language), Optional.empty()));
    } catch (ProgrammeException e) {
      troubles.add(String.valueOf(e.getMessage()));
    }
  }

  private List<Path> ownFiles(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      // Only plain files: reading a pipe would wait for ever.
      return files
          .filter(file -> isScript(file) && Files.isRegularFile(file))
          .sorted()
          .limit(MOST_FILES)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      String why = e instanceof NotDirectoryException ? "it is not a folder" : "it cannot be read";
      troubles.add(
          "The programmes in "
              + folder
              + " are left out ("
              + why
              + "): replace it with a folder that you can read.");
      return List.of();
    }
  }

  private static boolean isScript(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  private void addOwn(Path file) {
    try {
      Programme programme = readFile(file);
      requireOwnId(programme, file);
      requireNewId(programme.id(), file);
      entries.put(programme.id(), new Entry(programme, Optional.of(file)));
    } catch (ProgrammeException e) {
      refused.put(file, e);
      troubles.add(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Refuses a person's own script that would silently take the place of a shipped one.
   *
   * @throws ProgrammeException if its id is that of a shipped programme
   */
  public static void requireOwnId(Programme programme, Path file) throws ProgrammeException {
    if (ProgrammeReader.shippedIds().contains(programme.id())) {
      throw new Source(name(file))
          .mistake(
              0,
              "the id "
                  + Source.quoted(programme.id())
                  + " belongs to a programme that comes with Stillpoint",
              "give yours another id, such as " + Source.quoted("my-" + programme.id()));
    }
  }

  private void requireNewId(String id, Path file) throws ProgrammeException {
    Entry other = entries.get(id);
    if (other != null) {
      throw new Source(name(file))
          .mistake(
              0,
              "the id "
                  + Source.quoted(id)
                  + " is already used by "
                  + other.file().map(ProgrammeLibrary::name).orElse("another file"),
              "give each file an id of its own");
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /**
   * Reads and checks a file.
   *
   * @throws ProgrammeException with every mistake found, or why it cannot be read
   */
  public static Programme readFile(Path file) throws ProgrammeException {
    Source source = new Source(name(file));
    return ProgrammeReader.read(source, ScriptText.read(source, file));
  }

  /**
   * The programmes that can be used: the shipped ones first, then the person's own by file name.
   */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** A sentence for each file that cannot be used; empty if every file can. */
  public List<String> troubles() {
    return List.copyOf(troubles);
  }

  /** The programme of this id, if it can be used. */
  public Optional<Programme> find(String id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::programme);
  }

  /**
   * Why the person's file of this name, given without its ending, cannot be used; empty if it can
   * or does not exist.
   */
  public Optional<ProgrammeException> refusal(String id) {
    return refused.entrySet().stream()
        .filter(each -> name(each.getKey()).replaceFirst("(?i)\\.ya?ml$", "").equals(id))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * The programme of this id.
   *
   * @throws ProgrammeException if there is none; the message says why, or names the available ones
   */
  public Programme programme(String id) throws ProgrammeException {
    Optional<ProgrammeException> refusal = refusal(id);
    if (find(id).isEmpty() && refusal.isPresent()) {
      throw refusal.get();
    }
    return find(id)
        .orElseThrow(
            () ->
                new ProgrammeException(
                    "There is no programme "
                        + Source.quoted(id)
                        + "; choose one of: "
                        + String.join(", ", entries.keySet())
                        + "."));
  }
}

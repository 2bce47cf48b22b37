package org.stillpoint.guide;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds programs in the folders in which the system looks for them, never in the current folder.
 *
 * @param folders the value of the variable PATH
 * @param os the name of the operating system, as Java reports it
 */
public record ProgramPath(String folders, String os) {

  /** The path of this process. */
  public static ProgramPath ofThisMachine() {
    String path = System.getenv("PATH");
    return new ProgramPath(path == null ? "" : path, System.getProperty("os.name", ""));
  }

  boolean windows() {
    return os.toLowerCase(Locale.ROOT).startsWith("win");
  }

  boolean mac() {
    return os.toLowerCase(Locale.ROOT).startsWith("mac");
  }

  /** Finds a program by its name or its full path; empty if there is none that may be run. */
  Optional<Path> find(String name) {
    try {
      Path given = Path.of(name);
      if (given.isAbsolute()) {
        return runnable(given);
      }
      if (given.getNameCount() != 1) {
        return Optional.empty();
      }
      String file =
          windows() && !name.toLowerCase(Locale.ROOT).endsWith(".exe") ? name + ".exe" : name;
      for (String folder : folders.split(File.pathSeparator, -1)) {
        Optional<Path> found = folder.isBlank() ? Optional.empty() : in(folder, file);
        if (found.isPresent()) {
          return found;
        }
      }
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Path> in(String folder, String file) {
    try {
      Path place = Path.of(folder);
      return place.isAbsolute() ? runnable(place.resolve(file)) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> runnable(Path program) {
    return Files.isRegularFile(program) && Files.isExecutable(program)
        ? Optional.of(program)
        : Optional.empty();
  }
}

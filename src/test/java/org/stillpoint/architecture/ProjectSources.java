package org.stillpoint.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source files of the project, to look up a name that a document uses. */
final class ProjectSources {
  private static final Path ROOT = Path.of("src");

  /** A type, perhaps with its package before and members behind. */
  private static final Pattern TYPE =
      Pattern.compile("(?:(\\w+)/)?([A-Z]\\w*[a-z]\\w*)((?:\\.\\w+)*)(?:\\(\\))?");

  private final Map<Path, String> files = new TreeMap<>();

  /** Reads all source files. */
  ProjectSources() {
    try (Stream<Path> all = Files.walk(ROOT)) {
      for (Path file : all.filter(ProjectSources::isSource).toList()) {
        files.put(file, Files.readString(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().matches(".*\\.(java|h|ino|c)");
  }

  /** The texts of the files that people run, by path. */
  Map<Path, String> main() {
    Map<Path, String> main = new TreeMap<>(files);
    main.keySet().removeIf(file -> !file.startsWith(ROOT.resolve("main/java")));
    return main;
  }

  /** Whether a name has the form of a type, such as Beat, rr/Tachogram or Command.PAUSE. */
  static boolean looksLikeType(String name) {
    return TYPE.matcher(name).matches();
  }

  /** Whether a name that has the form of a type is one, with all members that it names. */
  boolean hasType(String name) {
    Matcher parts = TYPE.matcher(name);
    return parts.matches()
        && files.entrySet().stream()
            .filter(file -> isFileOf(file.getKey(), parts.group(1), parts.group(2)))
            .anyMatch(file -> hasAll(file.getValue(), parts.group(3)));
  }

  private static boolean isFileOf(Path file, String inPackage, String type) {
    Path folder = file.getParent();
    return file.endsWith(type + ".java")
        && (inPackage == null || (folder != null && folder.endsWith(inPackage)));
  }

  private static boolean hasAll(String text, String members) {
    return Stream.of(members.split("\\.", -1))
        .filter(member -> !member.isEmpty())
        .allMatch(member -> hasWord(text, member));
  }

  /** Whether a word occurs in any source file. */
  boolean hasWord(String word) {
    return files.values().stream().anyMatch(text -> hasWord(text, word));
  }

  private static boolean hasWord(String text, String word) {
    return Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(text).find();
  }

  /** Whether there is a test class of this name. */
  boolean hasTest(String name) {
    List<Path> tests = files.keySet().stream().filter(f -> f.endsWith(name + ".java")).toList();
    return tests.stream().anyMatch(file -> file.startsWith(ROOT.resolve("test")));
  }
}

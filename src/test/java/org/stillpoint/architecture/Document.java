package org.stillpoint.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document of the project, in Markdown.
 *
 * @param path from the root of the project
 * @param prose its lines outside fenced code
 * @param shell the lines of its fenced shell code, continued lines joined
 */
record Document(Path path, List<String> prose, List<String> shell) {
  private static final String FENCE = "```";
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

  /** The documents that people read: in the root, in docs and in samples. */
  static List<Document> all() {
    try (Stream<Path> root = Files.list(Path.of(""));
        Stream<Path> samples = Files.list(Path.of("samples"));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.of(root, samples, docs)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(Document::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a document. */
  static Document read(Path path) {
    try {
      return of(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Splits the text of a document. */
  static Document of(Path path, String text) {
    List<String> prose = new ArrayList<>();
    List<String> shell = new ArrayList<>();
    String fence = "";
    for (String line : text.replaceAll("\\\\\\R\\s*", "").lines().toList()) {
      if (line.startsWith(FENCE)) {
        fence = fence.isEmpty() ? line : "";
      } else if (fence.isEmpty()) {
        prose.add(line);
      } else if (fence.equals(FENCE + "sh")) {
        shell.add(line);
      }
    }
    return new Document(path, List.copyOf(prose), List.copyOf(shell));
  }

  /** The code between backquotes, in order. */
  List<String> spans() {
    return prose.stream()
        .flatMap(line -> SPAN.matcher(line).results())
        .map(span -> span.group(1).replace("\\|", "|"))
        .toList();
  }

  /** The targets of its links, in order. */
  List<String> links() {
    return prose.stream()
        .flatMap(line -> LINK.matcher(line).results())
        .map(link -> link.group(1))
        .toList();
  }

  /** Its prose without the code between backquotes, with blanks for the ends of lines. */
  String words() {
    return String.join(" ", prose.stream().map(l -> SPAN.matcher(l).replaceAll(" ")).toList());
  }
}

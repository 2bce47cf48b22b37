package org.stillpoint.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What really happened on a simulated board.
 *
 * @param entries in the order in which it happened
 */
public record BoardTruth(List<Entry> entries) {

  /**
   * One thing that happened.
   *
   * @param seconds true time since power came
   * @param kind such as {@code sent}
   * @param text what else is told of it
   */
  public record Entry(double seconds, String kind, String text) {

    private static Entry parse(String line) {
      String[] parts = line.split(" ", 3);
      return new Entry(Double.parseDouble(parts[0]), parts[1], parts.length < 3 ? "" : parts[2]);
    }

    /** The first word of the text as a number. */
    public double number() {
      return Double.parseDouble(text.split(" ", 2)[0]);
    }
  }

  static BoardTruth read(Path file) {
    try {
      // A board's own bytes may be any; the rest is ASCII.
      return new BoardTruth(
          Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
              .map(Entry::parse)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of one kind. */
  public List<Entry> of(String kind) {
    return entries.stream().filter(e -> e.kind().equals(kind)).toList();
  }

  /** The whole lines of a type that the board sent, whatever became of them. */
  public List<Entry> lines(char type) {
    return of("sent").stream().filter(e -> e.text().charAt(0) == type).toList();
  }

  /** A total of the whole run, such as {@code dropped}. */
  public double total(String name) {
    String totals = of("end").get(0).text();
    return Arrays.stream(totals.split(" ", -1))
        .filter(t -> t.startsWith(name + "="))
        .mapToDouble(t -> Double.parseDouble(t.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }
}

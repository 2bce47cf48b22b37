package org.stillpoint.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stream written down as text: hex bytes, after {@code >} the frames they mean, after {@code #}
 * words for people.
 *
 * @param name its file
 * @param bytes what was received
 * @param frames what it means, in the words of {@link Frames}
 */
public record Captures(String name, List<Byte> bytes, List<String> frames) {
  private static final Path FOLDER = Path.of("src/test/resources/captures");

  /** All of a device. */
  public static List<Captures> of(String device) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(device))) {
      return files.sorted().map(Captures::read).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Captures read(Path file) {
    try {
      List<Byte> bytes = new ArrayList<>();
      List<String> frames = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("> ")) {
          frames.add(line.substring(2));
        } else if (!line.startsWith("#")) {
          for (byte b : HexFormat.ofDelimiter(" ").parseHex(line)) {
            bytes.add(b);
          }
        }
      }
      return new Captures(file.getFileName().toString(), bytes, frames);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The bytes as they come. */
  public byte[] stream() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    bytes.forEach(all::write);
    return all.toByteArray();
  }

  @Override
  public String toString() {
    return name;
  }
}

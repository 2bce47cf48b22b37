package org.stillpoint.live;

import java.util.Locale;
import java.util.OptionalInt;
import org.stillpoint.participant.Family;
import org.stillpoint.store.SourceKind;

/**
 * Where the signal comes from: {@code serial:PATH[@BAUD]}, {@code replay:FILE} or {@code
 * virtual[:FAMILY[,seed]]}.
 *
 * @param type kind of source
 * @param path port or file; empty for a virtual person
 * @param baud baud rate of a port; empty to search for it
 * @param family family of a virtual person
 * @param seed seed of a virtual person
 */
public record SensorSpec(SourceType type, String path, OptionalInt baud, Family family, long seed) {

  /** The three kinds of source. */
  public enum SourceType {
    /** A serial port. */
    SERIAL,
    /** A recorded file. */
    REPLAY,
    /** A virtual person. */
    VIRTUAL
  }

  private static final long USUAL_SEED = 1;

  /**
   * Reads a specification.
   *
   * @throws IllegalArgumentException with one sentence if the text is not a specification
   */
  public static SensorSpec parse(String text) {
    int colon = text.indexOf(':');
    String kind = (colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
    String rest = colon < 0 ? "" : text.substring(colon + 1);
    return switch (kind) {
      case "serial" -> serial(rest);
      case "replay" -> {
        require(!rest.isEmpty(), "replay: needs a file, as in replay:night.capture");
        yield new SensorSpec(SourceType.REPLAY, rest, OptionalInt.empty(), Family.RESPONDER, 0);
      }
      case "virtual" -> virtual(rest);
      default ->
          throw new IllegalArgumentException(
              "'"
                  + text
                  + "' is not a sensor: use serial:PATH, replay:FILE or virtual:responder,7");
    };
  }

  private static SensorSpec serial(String rest) {
    int at = rest.lastIndexOf('@');
    String path = at < 0 ? rest : rest.substring(0, at);
    require(!path.isEmpty(), "serial: needs a port, as in serial:/dev/ttyUSB0");
    if (at < 0) {
      return new SensorSpec(SourceType.SERIAL, path, OptionalInt.empty(), Family.RESPONDER, 0);
    }
    long baud = number(rest.substring(at + 1));
    require(baud >= 300 && baud <= 4_000_000, "a baud rate is 300 to 4000000, not " + baud);
    return new SensorSpec(SourceType.SERIAL, path, OptionalInt.of((int) baud), Family.RESPONDER, 0);
  }

  private static SensorSpec virtual(String rest) {
    int comma = rest.indexOf(',');
    String name = comma < 0 ? rest : rest.substring(0, comma);
    long seed = comma < 0 ? USUAL_SEED : number(rest.substring(comma + 1));
    Family family =
        name.isEmpty()
            ? Family.RESPONDER
            : Family.named(name)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "'" + name + "' is not a virtual person: choose " + Family.words()));
    return new SensorSpec(SourceType.VIRTUAL, "", OptionalInt.empty(), family, seed);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not a whole number");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** How recordings from this source are marked in the store. */
  public SourceKind kind() {
    return switch (type) {
      case SERIAL -> SourceKind.REAL;
      case REPLAY -> SourceKind.FILE;
      case VIRTUAL -> SourceKind.VIRTUAL;
    };
  }

  /** Name of the source in the list of recordings. */
  public String words() {
    return switch (type) {
      case SERIAL -> path;
      case REPLAY -> "file " + java.nio.file.Path.of(path).getFileName();
      case VIRTUAL -> "virtual " + family.word() + ", seed " + seed;
    };
  }
}

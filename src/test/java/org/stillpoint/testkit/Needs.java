package org.stillpoint.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * What a test needs of the machine. Where it is absent the test is skipped and says why; it fails
 * instead if the system property or environment variable STILLPOINT_REQUIRE names the need.
 */
public final class Needs {
  private static final String REQUIRE = "STILLPOINT_REQUIRE";
  private static final Path ARDUINO = Path.of("/usr/share/arduino/hardware/arduino/avr");
  private static final Path SIMAVR = Path.of("/usr/include/simavr/sim_avr.h");

  private Needs() {}

  /** The program socat, which makes pseudo terminals. */
  public static void socat() {
    boolean there = program("socat");
    met(there, "socat", "The program socat is not installed: no pseudo terminal can be made.");
  }

  /** What compiles our firmware and runs it without a board. */
  public static void avr() {
    String packages =
        " (gcc-avr arduino-core-avr libsimavr-dev libelf-dev): our firmware is not run.";
    met(program("avr-g++"), "avr", "There is no compiler for AVR" + packages);
    met(program("gcc") && program("g++"), "avr", "There is no gcc or g++" + packages);
    met(Files.isDirectory(ARDUINO), "avr", "The Arduino core for AVR is missing" + packages);
    met(Files.exists(SIMAVR), "avr", "The AVR simulator's headers are missing" + packages);
  }

  /** A speech program. */
  public static void espeak() {
    met(
        program("espeak-ng"),
        "voice",
        "The program espeak-ng is not installed: nothing is spoken.");
  }

  private static boolean program(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** A display for windows. */
  public static void display() {
    boolean there = !java.awt.GraphicsEnvironment.isHeadless();
    met(there, "display", "There is no display: no window can be opened.");
  }

  static void met(boolean there, String need, String sentence) {
    met(there, need, sentence, required());
  }

  static void met(boolean there, String need, String sentence, String required) {
    if (there) {
      return;
    }
    if (required.contains(need)) {
      fail(sentence);
    }
    abort(sentence);
  }

  private static String required() {
    return System.getProperty(REQUIRE, "") + Objects.requireNonNullElse(System.getenv(REQUIRE), "");
  }
}

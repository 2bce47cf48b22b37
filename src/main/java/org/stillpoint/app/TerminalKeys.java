package org.stillpoint.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.stillpoint.monitor.Command;
import org.tinylog.Logger;

/**
 * What a person can type while a session runs in the terminal: a letter, then Enter; or one of the
 * big keys, which are found with closed eyes.
 */
final class TerminalKeys {
  /** Explains the letters to the person. */
  static final String HELP =
      "Type a letter, then Enter: p pause, r resume, g go on, c change position, m I have moved, b start the breath"
          + " pacer, n end the pacer, t pacer too slow, e end gently, q stop. Without looking: Enter alone I have moved, space and Enter go on, Escape and"
          + " Enter end gently.";

  private static final String ESCAPE = "\u001b";

  private TerminalKeys() {}

  /** The command that a line stands for; empty if it stands for none. */
  static Optional<Command> command(String line) {
    if (line.isBlank()) {
      return Optional.of(line.isEmpty() ? Command.MOVED : Command.GO_ON);
    }
    return switch (line.strip().toLowerCase(Locale.ROOT)) {
      case "p" -> Optional.of(Command.PAUSE);
      case "r" -> Optional.of(Command.RESUME);
      case "g" -> Optional.of(Command.GO_ON);
      case "c" -> Optional.of(Command.CHANGE_POSITION);
      case "m" -> Optional.of(Command.MOVED);
      case "b" -> Optional.of(Command.PACER_ON);
      case "n" -> Optional.of(Command.PACER_OFF);
      case "t" -> Optional.of(Command.PACER_TOO_SLOW);
      case "e", ESCAPE -> Optional.of(Command.END_GENTLY);
      case "q" -> Optional.of(Command.STOP);
      default -> Optional.empty();
    };
  }

  /**
   * Reads lines on a daemon thread of its own, until they end.
   *
   * @param commands receives the commands, on that thread
   * @param told receives {@link #HELP} for a line that is not a command, on that thread
   */
  static void follow(Reader lines, Consumer<Command> commands, Consumer<String> told) {
    Thread thread = new Thread(() -> read(new BufferedReader(lines), commands, told), "keys");
    thread.setDaemon(true);
    thread.start();
  }

  static void read(BufferedReader lines, Consumer<Command> commands, Consumer<String> told) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        command(line).ifPresentOrElse(commands, () -> told.accept(HELP));
      }
    } catch (IOException e) {
      Logger.debug(e, "the terminal is gone");
    }
  }
}

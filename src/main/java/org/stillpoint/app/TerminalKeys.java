package org.stillpoint.app;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.stillpoint.monitor.Command;
import org.tinylog.Logger;

/**
 * The keys of a person at the terminal while a session runs: a letter, or one of the big keys,
 * which are found with closed eyes. Each key acts at once. A terminal that gives its keys only line
 * by line needs Enter after a letter, and that Enter then also says "I have moved", which does no
 * harm.
 */
final class TerminalKeys implements AutoCloseable {
  /** Explains the keys to the person. */
  static final String HELP =
      "Press a key: p pause, r resume, g go on, c change position, m I have moved, b start the"
          + " breath pacer, n end the pacer, t pacer too slow, e end gently, q stop. Without"
          + " looking: Enter I have moved, space go on, Escape end gently.";

  private static final int ESCAPE = 27;

  /** What an arrow key or a function key sends arrives together. */
  private static final long SEQUENCE_MILLIS = 50;

  private static final long LOOK_MILLIS = 100;

  private final Terminal terminal;
  private final Attributes before;
  private volatile boolean closed;

  private TerminalKeys(Terminal terminal) {
    this.terminal = terminal;
    this.before = terminal.enterRawMode();
  }

  /**
   * Follows the keys on a daemon thread of its own, until it is closed or the terminal is gone.
   *
   * @param commands receives the commands, on that thread
   * @param told receives {@link #HELP} for a key that stands for nothing, on that thread
   * @return absent if the terminal cannot be read
   */
  static Optional<TerminalKeys> follow(Consumer<Command> commands, Consumer<String> told) {
    TerminalKeys keys;
    try {
      keys = new TerminalKeys(TerminalBuilder.builder().system(true).dumb(true).build());
    } catch (IOException | RuntimeException e) {
      Logger.warn(e, "the keys of the terminal cannot be read");
      return Optional.empty();
    }
    Thread thread = new Thread(() -> keys.read(commands, told), "keys");
    thread.setDaemon(true);
    thread.start();
    return Optional.of(keys);
  }

  private void read(Consumer<Command> commands, Consumer<String> told) {
    NonBlockingReader reader = terminal.reader();
    try {
      for (int key = 0; !closed && key != NonBlockingReader.EOF; key = reader.read(LOOK_MILLIS)) {
        if (key == ESCAPE && reader.peek(SEQUENCE_MILLIS) > 0) {
          skipSequence(reader);
        } else if (key > 0) {
          command((char) key).ifPresentOrElse(commands, () -> told.accept(HELP));
        }
      }
    } catch (IOException e) {
      Logger.debug(e, "the terminal is gone");
    }
  }

  /** Skips what follows the escape of an arrow key or a function key, up to its last character. */
  private static void skipSequence(NonBlockingReader reader) throws IOException {
    int key = reader.read();
    if (key == '[' || key == 'O') {
      do {
        key = reader.read(SEQUENCE_MILLIS);
      } while (key >= ' ' && key < '@');
    }
  }

  /** The command that a key stands for; empty if it stands for none. */
  static Optional<Command> command(char key) {
    return switch (Character.toLowerCase(key)) {
      case 'p' -> Optional.of(Command.PAUSE);
      case 'r' -> Optional.of(Command.RESUME);
      case 'g', ' ' -> Optional.of(Command.GO_ON);
      case 'c' -> Optional.of(Command.CHANGE_POSITION);
      case 'm', '\r', '\n' -> Optional.of(Command.MOVED);
      case 'b' -> Optional.of(Command.PACER_ON);
      case 'n' -> Optional.of(Command.PACER_OFF);
      case 't' -> Optional.of(Command.PACER_TOO_SLOW);
      case 'e', ESCAPE -> Optional.of(Command.END_GENTLY);
      case 'q' -> Optional.of(Command.STOP);
      default -> Optional.empty();
    };
  }

  /** Gives the terminal back as it was. */
  @Override
  public void close() {
    closed = true;
    try {
      terminal.setAttributes(before);
      terminal.close();
    } catch (IOException | RuntimeException e) {
      Logger.debug(e, "the terminal is gone");
    }
  }
}

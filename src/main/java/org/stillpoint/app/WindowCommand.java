package org.stillpoint.app;

import java.io.IOException;

/** Opens the window. */
final class WindowCommand {
  /** Not an exit code: the window lives on after the command. */
  static final int STAYS_OPEN = -1;

  private WindowCommand() {}

  static int open() throws IOException {
    if (!Host.hasDisplay()) {
      throw new IOException(
          "There is no display for the window: run 'stillpoint session --headless --sensor SPEC'"
              + " in the terminal instead, or 'stillpoint --help' for all commands.");
    }
    return STAYS_OPEN;
  }
}

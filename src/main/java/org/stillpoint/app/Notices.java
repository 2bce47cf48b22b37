package org.stillpoint.app;

import java.io.PrintWriter;

/**
 * Prints in the terminal why a sensor does not send, for instance because it was unplugged or a
 * strap was not found. On a terminal it is one line that counts down; a log receives each notice
 * once. Belongs to one thread.
 */
final class Notices {
  private static final int WIDTH = 100;

  private final PrintWriter err;
  private final boolean overwrite;
  private String shown = "";

  /**
   * No notice yet.
   *
   * @param overwrite whether a notice may overwrite the one before it
   */
  Notices(PrintWriter err, boolean overwrite) {
    this.err = err;
    this.overwrite = overwrite;
  }

  /** Two sentences that differ only in a countdown are the same notice. */
  private static String withoutNumbers(String message) {
    return message.replaceAll("\\d+", "");
  }

  /**
   * Shows the current notice.
   *
   * @param message empty if there is none
   */
  void show(String message) {
    if (message.equals(shown)) {
      return;
    }
    if (overwrite) {
      String line = message.length() > WIDTH ? message.substring(0, WIDTH) : message;
      err.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
      err.print(message.isEmpty() ? "\r" : "");
    } else if (!message.isEmpty() && !withoutNumbers(message).equals(withoutNumbers(shown))) {
      err.println(message);
    }
    err.flush();
    shown = message;
  }
}

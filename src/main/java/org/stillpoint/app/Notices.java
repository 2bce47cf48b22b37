package org.stillpoint.app;

import java.io.PrintWriter;

/**
 * Tells in the terminal what keeps a sensor from sending: a pulled plug, a strap that is not found.
 * A person sees one line that counts down; a log gets each trouble once.
 */
final class Notices {
  private static final int WIDTH = 100;

  private final PrintWriter err;
  private final boolean overwrite;
  private String shown = "";

  /**
   * Nothing told yet.
   *
   * @param overwrite whether the line may be drawn anew
   */
  Notices(PrintWriter err, boolean overwrite) {
    this.err = err;
    this.overwrite = overwrite;
  }

  /** A sentence that only counts down is the same trouble. */
  private static String withoutNumbers(String message) {
    return message.replaceAll("\\d+", "");
  }

  /** Shows the present trouble; empty when there is none. */
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

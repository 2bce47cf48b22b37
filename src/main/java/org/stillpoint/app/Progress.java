package org.stillpoint.app;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * A progress bar on a terminal. Prints nothing if the output is not an interactive terminal.
 * Belongs to one thread.
 */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 40;

  private final PrintWriter err;
  private final boolean shown = Host.interactive();
  private int drawn = -1;

  /** An empty bar that is not drawn yet. */
  Progress(PrintWriter err) {
    this.err = err;
  }

  /**
   * Draws the bar if it has become longer.
   *
   * @param share how much is done, 0 to 1
   */
  void show(double share) {
    int now = (int) Math.min(WIDTH, WIDTH * share);
    if (shown && now > drawn) {
      drawn = now;
      String bar = "#".repeat(now) + ".".repeat(WIDTH - now);
      err.printf(Locale.ROOT, "\r[%s]", bar);
      err.flush();
    }
  }

  /** Erases the bar. */
  @Override
  public void close() {
    if (shown) {
      err.print("\r" + " ".repeat(WIDTH + 2) + "\r");
      err.flush();
    }
  }
}

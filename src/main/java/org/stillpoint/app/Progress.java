package org.stillpoint.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import org.stillpoint.monitor.RecordingEvent;

/** A progress bar on a terminal for a session at high speed; nothing where nobody looks. */
final class Progress implements Consumer<RecordingEvent>, AutoCloseable {
  private static final int WIDTH = 40;

  private final PrintWriter err;
  private final double seconds;
  private final boolean shown = Host.interactive();
  private int drawn = -1;

  /**
   * An empty bar.
   *
   * @param seconds length of the whole
   */
  Progress(PrintWriter err, double seconds) {
    this.err = err;
    this.seconds = seconds;
  }

  @Override
  public void accept(RecordingEvent event) {
    int now = (int) Math.min(WIDTH, WIDTH * event.timeNanos() / 1e9 / seconds);
    if (shown && now > drawn) {
      drawn = now;
      String bar = "#".repeat(now) + ".".repeat(WIDTH - now);
      err.printf(Locale.ROOT, "\r[%s]", bar);
      err.flush();
    }
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    if (shown) {
      err.print("\r" + " ".repeat(WIDTH + 2) + "\r");
      err.flush();
    }
  }
}

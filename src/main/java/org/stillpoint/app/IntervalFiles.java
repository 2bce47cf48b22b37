package org.stillpoint.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.stillpoint.exchange.IntervalText;
import org.stillpoint.exchange.Intervals;

/** Reads interval files for commands. */
final class IntervalFiles {
  private IntervalFiles() {}

  /**
   * Reads all intervals of a file and says what it was taken for, unless it is plain, and what was
   * decided while reading.
   *
   * @param err gets these sentences, one a line
   * @return at least one interval in milliseconds, all positive
   * @throws IOException with one sentence that names the line
   */
  static double[] read(Path file, PrintWriter err) throws IOException {
    Intervals intervals;
    try (InputStream in = Sources.read(file)) {
      intervals = IntervalText.read(file.toString(), in);
    }
    if (!intervals.format().equals(IntervalText.PLAIN)) {
      err.println(file + " was read as: " + intervals.format() + ".");
    }
    intervals.notes().forEach(err::println);
    err.flush();
    return intervals.rrMillis();
  }
}

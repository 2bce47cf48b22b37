package org.stillpoint.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.ResizableDoubleArray;

/** Reads a file of intervals: one number of milliseconds a line, # begins a comment. */
final class RrFile {
  /** Intervals below this are no milliseconds: somebody wrote seconds. */
  private static final double SURELY_SECONDS = 10;

  private static final int LONGEST_QUOTE = 30;

  private RrFile() {}

  /**
   * Reads all intervals.
   *
   * @return at least one, all positive and finite
   * @throws IOException with one sentence that names the line
   */
  static double[] read(Path path) throws IOException {
    ResizableDoubleArray values = new ResizableDoubleArray(1024);
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Sources.read(path), StandardCharsets.ISO_8859_1))) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        String text = line.strip();
        if (!text.isEmpty() && text.charAt(0) != '#') {
          values.addElement(interval(path, number, text));
        }
      }
    }
    double[] all = values.getElements();
    if (all.length == 0) {
      throw new IOException(path + " holds no intervals: write one number of ms on each line.");
    }
    if (StatUtils.percentile(all, 50) < SURELY_SECONDS) {
      throw new IOException(
          path + " looks like seconds: intervals are needed in milliseconds, 1000 times as much.");
    }
    return all;
  }

  private static double interval(Path path, int number, String text) throws IOException {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      String quote =
          text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
      throw new IOException(
          path + ", line " + number + ": '" + quote + "' is no number of milliseconds.", e);
    }
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IOException(
          path + ", line " + number + ": " + text + " is no interval; it must be above 0.");
    }
    return value;
  }
}

package org.stillpoint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads reference beats from text. Each line has a time in seconds and, after a space or tab, the
 * code of the beat, which is optional. The comment {@code # exclude_s: a-b c-d} names one or more
 * stretches that are not scored; other comments are ignored.
 */
public final class BeatsText {
  private static final String EXCLUDED = "# exclude_s:";

  private BeatsText() {}

  /**
   * Reads all beats.
   *
   * @param name of the file, for error sentences
   * @param in the file; not closed
   * @throws IOException with one sentence, which names the line unless the file holds no beats
   */
  public static ReferenceBeats read(String name, InputStream in) throws IOException {
    TextLines lines = new TextLines(name, in);
    List<ReferenceBeats.ReferenceBeat> beats = new ArrayList<>();
    List<Span> excluded = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.startsWith(EXCLUDED)) {
        for (String stretch : line.substring(EXCLUDED.length()).strip().split("\\s+", -1)) {
          excluded.add(span(name, lines, stretch));
        }
      } else if (!line.isEmpty() && line.charAt(0) != '#') {
        char separator = line.indexOf('\t') >= 0 ? '\t' : ' ';
        double seconds = number(name, lines, Cells.one(line, separator, 0));
        beats.add(new ReferenceBeats.ReferenceBeat(seconds, Cells.one(line, separator, 1)));
      }
    }
    if (beats.isEmpty()) {
      throw new IOException(name + " holds no beats: write a time in seconds on each line.");
    }
    return new ReferenceBeats(beats, excluded, List.of());
  }

  private static Span span(String name, TextLines lines, String stretch) throws IOException {
    String[] ends = stretch.split("-", -1);
    if (ends.length != 2) {
      throw wrong(
          name, lines.number(), "an excluded stretch must look like 91.0-103.1, in seconds");
    }
    return new Span(number(name, lines, ends[0]), number(name, lines, ends[1]));
  }

  private static double number(String name, TextLines lines, String text) throws IOException {
    double value;
    try {
      value = Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!Double.isFinite(value)) {
      throw wrong(name, lines.number(), "'" + text.strip() + "' is not a time in seconds");
    }
    return value;
  }

  private static IOException wrong(String name, int line, String what) {
    return new IOException(name + ", line " + line + ": " + what + "; correct the line.");
  }
}

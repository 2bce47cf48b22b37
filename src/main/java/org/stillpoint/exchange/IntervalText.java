package org.stillpoint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stillpoint.exchange.IntervalLayout.TextRow;

/**
 * Reads a file of intervals. The format is recognised from the content:
 *
 * <ul>
 *   <li>plain intervals: one number per line; # or ; begins a comment, and the first line can be
 *       text (Elite HRV, Kubios input);
 *   <li>two columns without names, a rising time and the interval (Kubios input);
 *   <li>a table with a line of column names, one of them RR, RR interval, IBI, NN or PPI; this
 *       includes Polar Sensor Logger, Polar Flow (duration, offline) and HRV Logger (date, rr,
 *       since start);
 *   <li>the RR data of a Kubios report;
 *   <li>the section [HRData] or [RRData] of a Polar HRM file.
 * </ul>
 *
 * <p>If the median of the first thousand lines is below 10, the unit is seconds. Only empty cells
 * of a table are skipped: a value that cannot be an interval is refused, and the error names its
 * line. Holds one number for each interval, five million at most. Belongs to one thread.
 */
public final class IntervalText {
  /** The format with one interval per line. */
  public static final String PLAIN = "plain intervals";

  /** Begins what the command correct writes after an interval. */
  private static final String COMMENT_BEHIND = " #";

  private static final int HEAD_LINES = 1000;
  private static final int MOST_INTERVALS = 5_000_000;
  private static final double SURELY_SECONDS = 10;
  private static final double LONGEST_MILLIS = 10_000;

  /** Among milliseconds, a smaller number was meant as seconds: artefacts are longer than this. */
  private static final double SHORTEST_MILLIS = 3;

  /** Among seconds, a larger number was meant as milliseconds. */
  private static final double SHORTEST_MIXED = 200;

  private static final double SHORTEST_USUAL_MILLIS = 250;
  private static final double LONGEST_USUAL_MILLIS = 2500;

  private static final int LONGEST_QUOTE = 30;

  private final String name;
  private final TextLines lines;
  private double[] values = new double[1024];
  private int count;
  private int emptyCells;
  private boolean seconds;

  private IntervalText(String name, InputStream in) {
    this.name = name;
    this.lines = new TextLines(name, in);
  }

  /**
   * Reads all intervals.
   *
   * @param name of the file, for error sentences
   * @param in the file; not closed
   * @throws IOException with one sentence that names the line, if one is wrong, and the remedy
   */
  public static Intervals read(String name, InputStream in) throws IOException {
    return new IntervalText(name, in).read();
  }

  private Intervals read() throws IOException {
    List<TextRow> head = new ArrayList<>();
    for (TextRow line = content(); line != null; line = content()) {
      head.add(line);
      if (head.size() == HEAD_LINES) {
        break;
      }
    }
    if (head.isEmpty()) {
      throw none();
    }
    IntervalLayout layout = IntervalLayout.of(name, head);
    seconds = median(layout, head) < SURELY_SECONDS;
    boolean more = true;
    for (TextRow line : head) {
      more = more && (line.number() < layout.firstLine() || take(layout, line));
    }
    while (more) {
      TextRow line = content();
      more = line != null && take(layout, line);
    }
    if (count == 0) {
      throw none();
    }
    return new Intervals(layout.format(), Arrays.copyOf(values, count), notes(layout));
  }

  /** The next line that is neither empty nor a comment; null at the end. */
  private @Nullable TextRow content() throws IOException {
    for (String text = lines.next(); text != null; text = lines.next()) {
      if (text.startsWith("#")) {
        if (text.contains("sampling_rate_hz")) {
          throw IntervalLayout.waveform(name);
        }
      } else if (!text.isEmpty() && !(text.charAt(0) == ';' && text.indexOf(';', 1) < 0)) {
        int comment = text.indexOf(COMMENT_BEHIND);
        return new TextRow(lines.number(), comment < 0 ? text : text.substring(0, comment).strip());
      }
    }
    return null;
  }

  /** Takes the interval of a line; returns false when the intervals ended before this line. */
  private boolean take(IntervalLayout layout, TextRow line) throws IOException {
    double value = layout.value(line.text());
    if (Double.isNaN(value)) {
      String cell = layout.cell(line.text());
      if (layout.isOneOfSeveral() && (cell.isEmpty() || line.text().startsWith("["))) {
        return false;
      }
      if (cell.isEmpty()) {
        emptyCells++;
        return true;
      }
      throw noNumber(line.number(), cell);
    }
    double millis = seconds ? 1000 * value : value;
    if (!(millis >= SHORTEST_MILLIS && millis <= LONGEST_MILLIS)) {
      throw noInterval(line.number(), layout.cell(line.text()), value);
    }
    if (count == MOST_INTERVALS) {
      throw new IOException(
          name
              + " holds more than 5 million intervals, two months of beats: split it into"
              + " shorter files.");
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, count + count / 2);
    }
    values[count++] = millis;
    return true;
  }

  private IOException noNumber(int line, String cell) {
    String quote = cell.length() > LONGEST_QUOTE ? cell.substring(0, LONGEST_QUOTE) + ".." : cell;
    return new IOException(
        at(line) + "'" + quote + "' is not a number; correct the line or remove it.");
  }

  private IOException noInterval(int line, String cell, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      return new IOException(
          at(line)
              + cell
              + " is not an interval, which must be above 0; remove the line, or use the command"
              + " detect if this is a waveform.");
    }
    double inSeconds = seconds ? value : value / 1000;
    String remedy = "not a possible time between two heartbeats; split the recording there.";
    if (seconds ? value > SHORTEST_MIXED : value < SHORTEST_MILLIS) {
      remedy = "out of line with the others; check whether seconds and milliseconds are mixed.";
    } else if (inSeconds >= 90) {
      remedy = Math.round(inSeconds / 60) + " minutes, " + remedy;
    } else if (!seconds && inSeconds > 1) {
      remedy = Math.round(inSeconds) + " seconds, " + remedy;
    }
    return new IOException(at(line) + cell + (seconds ? " s is " : " ms is ") + remedy);
  }

  private String at(int line) {
    return name + ", line " + line + ": ";
  }

  private IOException none() {
    return new IOException(
        name + " holds no intervals: write one interval in milliseconds on each line.");
  }

  private static double median(IntervalLayout layout, List<TextRow> head) {
    double[] numbers =
        head.stream()
            .filter(line -> line.number() >= layout.firstLine())
            .mapToDouble(line -> layout.value(line.text()))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return numbers.length == 0 ? Double.NaN : numbers[numbers.length / 2];
  }

  private List<String> notes(IntervalLayout layout) {
    List<String> notes = new ArrayList<>();
    if (!layout.note().isEmpty()) {
      notes.add(name + ": " + layout.note());
    }
    if (seconds) {
      notes.add(name + ": the numbers look like seconds and were multiplied by 1000.");
    }
    if (emptyCells > 0) {
      notes.add(name + ": " + emptyCells + " lines without an interval were skipped.");
    }
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    double median = sorted[count / 2];
    if (median < SHORTEST_USUAL_MILLIS || median > LONGEST_USUAL_MILLIS) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: half of the intervals are %s than %.0f ms, which is unusual for a heart: check"
                  + " that they are milliseconds from one beat to the next.",
              name,
              median < SHORTEST_USUAL_MILLIS ? "shorter" : "longer",
              median));
    }
    if (isSmooth()) {
      notes.add(
          name
              + ": the numbers are as smooth as a waveform: if this is one,"
              + " use the command detect.");
    }
    return notes;
  }

  /**
   * Whether the first thousand numbers rise and fall in long, smooth sweeps. In four recorded pulse
   * waves the variance of the second differences was at most 0.09 of the variance of the first
   * differences, and one step in 14 reversed the direction. In 28 series of intervals the ratio was
   * at least 0.3, and one step in six reversed the direction.
   */
  private boolean isSmooth() {
    int n = Math.min(count, HEAD_LINES);
    double steps = 0;
    double bends = 0;
    int turns = 0;
    double direction = 0;
    for (int i = 2; i < n; i++) {
      double step = values[i] - values[i - 1];
      double before = values[i - 1] - values[i - 2];
      steps += step * step;
      bends += (step - before) * (step - before);
      turns += step * direction < 0 ? 1 : 0;
      direction = step == 0 ? direction : step;
    }
    return n >= 200 && turns >= 6 && turns < n / 10 && bends < 0.1 * steps;
  }
}

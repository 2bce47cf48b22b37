package org.stillpoint.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the interval is in each line of an interval file, judged from its first lines.
 *
 * @param format the kind of file that it was recognised as, in words
 * @param firstLine number of the first line of numbers, from 1
 * @param separator between the cells
 * @param column index of the cell with the interval, from 0
 * @param decimalComma whether numbers have a decimal comma
 * @param isOneOfSeveral whether other sections can follow, which begin with a bracket or an empty
 *     cell
 * @param note a sentence about a decision that was made; may be empty
 */
record IntervalLayout(
    String format,
    int firstLine,
    char separator,
    int column,
    boolean decimalComma,
    boolean isOneOfSeveral,
    String note) {

  /** A line of the file with its number, from 1. */
  record TextRow(int number, String text) {}

  private static final String REPORT = "Kubios report";
  private static final String HRM = "Polar HRM";
  private static final String POLAR_FLOW = "Polar Flow";

  /** Value of "Interval" in HRM files that hold intervals, not heart rates. */
  private static final String HRM_INTERVALS = "238";

  private static final Pattern INTERVALS =
      Pattern.compile(
          "((rr|rri|nn|nni|ibi|ppi)(intervals?)?|intervals?|ppintervals?)(ms|msec|s|sec)?");

  private static final Pattern BLANK_BETWEEN = Pattern.compile("[0-9]\\s+[-+0-9]");
  private static final Pattern WAVES = Pattern.compile("ecg|ekg|ppg|pleth|bvp");
  private static final Pattern UNIT = Pattern.compile("\\[.*?]|\\(.*?\\)");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]");
  private static final Pattern NUMBERS = Pattern.compile("[-+0-9.,;eE\\s]*[0-9][-+0-9.,;eE\\s]*");

  /**
   * Determines the layout of a file.
   *
   * @param name of the file, for error sentences
   * @param head its first lines, at least one, without comments and empty lines
   * @throws IOException with one sentence when no intervals can be found
   */
  static IntervalLayout of(String name, List<TextRow> head) throws IOException {
    if (head.get(0).text().equalsIgnoreCase("[Params]")) {
      return hrm(name, head);
    }
    for (TextRow line : head) {
      char separator = Cells.separator(line.text());
      List<String> names = names(line.text(), separator);
      int column = intervalColumn(names);
      if (column >= 0) {
        return table(head, line, separator, names, column);
      }
      if (!Double.isNaN(number(Cells.one(line.text(), separator, 0), true))) {
        break; // the numbers have begun, so no column names follow
      }
    }
    TextRow first = head.get(0);
    if (isNumbers(first.text())) {
      return numbers(name, head, first.number());
    }
    List<String> names = names(first.text(), Cells.separator(first.text()));
    if (names.stream().anyMatch(n -> WAVES.matcher(n).matches())) {
      throw waveform(name);
    }
    if (isReport(head)) {
      throw new IOException(
          name + " holds Kubios results but no RR data: export the RR data with the results.");
    }
    if (head.size() > 1 && isNumbers(head.get(1).text()) && oneCell(head.get(1).text(), names)) {
      return plain(head.get(1).number()); // numbers under one line of text
    }
    if (names.size() > 1) {
      throw new IOException(
          name
              + ", line "
              + first.number()
              + ": no column is called RR; give the interval column that name, or keep only it.");
    }
    return plain(first.number()); // reading the line will report what is wrong
  }

  /** The error for a file of samples. */
  static IOException waveform(String name) {
    return new IOException(
        name + " is a waveform and holds no intervals: find its beats with the command detect.");
  }

  private static IntervalLayout hrm(String name, List<TextRow> head) throws IOException {
    String interval = "";
    for (TextRow line : head) {
      String text = line.text().toLowerCase(Locale.ROOT);
      if (text.startsWith("interval=")) {
        interval = text.substring("interval=".length()).strip();
      } else if (text.equals("[hrdata]") && !interval.equals(HRM_INTERVALS)) {
        throw new IOException(
            name
                + " holds heart rates (Interval="
                + interval
                + ") and no intervals: set the watch to record R-R data.");
      } else if (text.equals("[hrdata]") || text.equals("[rrdata]")) {
        return new IntervalLayout(HRM, line.number() + 1, ' ', 0, false, true, "");
      }
    }
    throw new IOException(name + " is an HRM file without a section [HRData]: export it again.");
  }

  private static IntervalLayout table(
      List<TextRow> head, TextRow header, char separator, List<String> names, int column) {
    int next = header.number() + 1;
    boolean decimalComma = false;
    for (TextRow line : head) {
      String cell = Cells.one(line.text(), separator, column);
      boolean units = line.number() == next && UNIT.matcher(cell).matches();
      next += units ? 1 : 0;
      decimalComma |= line.number() >= next && separator != ',' && cell.indexOf(',') >= 0;
    }
    long columns = names.stream().filter(n -> INTERVALS.matcher(n).matches()).count();
    String note =
        columns > 1 ? "There are " + columns + " columns of intervals: the first was used." : "";
    String format = tableFormat(head, names, column);
    if (format.equals(POLAR_FLOW)) {
      note = "Beats that the sensor marked as offline were treated like the others.";
    }
    return new IntervalLayout(
        format, next, separator, column, decimalComma, format.equals(REPORT), note);
  }

  private static String tableFormat(List<TextRow> head, List<String> names, int column) {
    if (isReport(head)) {
      return REPORT;
    }
    if (names.get(0).equals("phonetimestamp")) {
      return "Polar Sensor Logger";
    }
    if (names.contains("offline")) {
      return POLAR_FLOW;
    }
    if (names.contains("sincestart")) {
      return "HRV Logger";
    }
    return names.size() == 1 ? IntervalText.PLAIN : "table with a column " + names.get(column);
  }

  private static IntervalLayout numbers(String name, List<TextRow> head, int firstLine)
      throws IOException {
    char separator = Cells.separator(head.get(0).text());
    if (separator == Cells.NONE) {
      return plain(firstLine);
    }
    if (separator == ',' && BLANK_BETWEEN.matcher(head.get(0).text()).find()) {
      separator = ' '; // 0,812 0,798
    }
    List<String> first = Cells.all(head.get(0).text(), separator);
    first.removeIf(String::isEmpty);
    boolean comma = separator != ',' && head.get(0).text().indexOf(',') >= 0;
    if (first.size() < 2) {
      return new IntervalLayout(IntervalText.PLAIN, firstLine, separator, 0, comma, false, "");
    }
    if (first.size() > 2) {
      throw new IOException(
          name
              + ", line "
              + firstLine
              + " holds "
              + first.size()
              + " numbers without column names: keep one interval on each line.");
    }
    if (rises(head, separator, 0)) {
      return new IntervalLayout("time and RR", firstLine, separator, 1, comma, false, "");
    }
    if (separator == ',' && head.stream().noneMatch(l -> l.text().indexOf('.') >= 0)) {
      return new IntervalLayout(
          IntervalText.PLAIN,
          firstLine,
          Cells.NONE,
          0,
          true,
          false,
          "Its commas were read as decimal commas.");
    }
    if (rises(head, separator, 1)) {
      return new IntervalLayout("RR and time", firstLine, separator, 0, comma, false, "");
    }
    throw new IOException(
        name + " has two columns, neither of which is a time: keep only the interval column.");
  }

  private static IntervalLayout plain(int firstLine) {
    return new IntervalLayout(IntervalText.PLAIN, firstLine, Cells.NONE, 0, true, false, "");
  }

  private static boolean rises(List<TextRow> head, char separator, int column) {
    double last = Double.NEGATIVE_INFINITY;
    for (TextRow line : head) {
      double value = number(Cells.one(line.text(), separator, column), separator != ',');
      if (!(value > last)) {
        return false;
      }
      last = value;
    }
    return true;
  }

  /** The interval of a line; NaN when it is not a number. */
  double value(String line) {
    return number(cell(line), decimalComma);
  }

  /** The text where the interval should be. */
  String cell(String line) {
    return Cells.one(line, separator, column);
  }

  private static double number(String cell, boolean decimalComma) {
    try {
      return Double.parseDouble(decimalComma ? cell.replace(',', '.') : cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static boolean isReport(List<TextRow> head) {
    return head.stream().limit(3).anyMatch(l -> l.text().contains("Kubios"));
  }

  private static boolean isNumbers(String line) {
    return NUMBERS.matcher(line).matches();
  }

  private static boolean oneCell(String line, List<String> names) {
    char separator = Cells.separator(line);
    return separator == Cells.NONE || (separator == ',' && names.size() == 1);
  }

  private static int intervalColumn(List<String> names) {
    if (names.contains("duration") && names.contains("offline")) {
      return names.indexOf("duration");
    }
    for (int i = 0; i < names.size(); i++) {
      if (INTERVALS.matcher(names.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** The letters of each name, in lower case, without units in brackets. */
  private static List<String> names(String line, char separator) {
    List<String> names = new ArrayList<>();
    char named = separator == ' ' ? Cells.NONE : separator; // names may contain spaces
    for (String cell : Cells.all(line.toLowerCase(Locale.ROOT), named)) {
      names.add(NOT_LETTERS.matcher(UNIT.matcher(cell).replaceAll("")).replaceAll(""));
    }
    return names;
  }
}

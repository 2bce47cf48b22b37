package org.stillpoint.exchange;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line into cells at a separator; a blank stands for any run of blanks and tabs. */
final class Cells {
  /** There is one cell: the whole line. */
  static final char NONE = 0;

  private static final char BLANKS = ' ';

  private Cells() {}

  /** What separates the cells of a line: the rarest in numbers and names goes first. */
  static char separator(String line) {
    for (char candidate : new char[] {';', '\t', ','}) {
      if (line.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return line.indexOf(' ') >= 0 ? BLANKS : NONE;
  }

  /** All cells, without the blanks around them. */
  static List<String> all(String line, char separator) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    while (from <= line.length()) {
      int to = end(line, from, separator);
      cells.add(line.substring(from, to).strip());
      from = next(line, to, separator);
    }
    return cells;
  }

  /** One cell, without the blanks around it; empty when the line has not so many. */
  static String one(String line, char separator, int column) {
    int from = 0;
    for (int i = 0; i < column; i++) {
      from = next(line, end(line, from, separator), separator);
      if (from > line.length()) {
        return "";
      }
    }
    return line.substring(from, end(line, from, separator)).strip();
  }

  private static int end(String line, int from, char separator) {
    if (separator == NONE) {
      return line.length();
    }
    for (int at = from; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == separator || (separator == BLANKS && c == '\t')) {
        return at;
      }
    }
    return line.length();
  }

  private static int next(String line, int end, char separator) {
    int at = end + 1;
    while (separator == BLANKS && at < line.length() && line.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }
}

package org.stillpoint.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into cells at a separator. A space as separator stands for any run of spaces and
 * tabs.
 */
final class Cells {
  /** No separator: the whole line is one cell. */
  static final char NONE = 0;

  private static final char BLANKS = ' ';

  private Cells() {}

  /**
   * The separator of a line. Of several candidates in it, the one that is rarest in numbers and
   * names is chosen.
   */
  static char separator(String line) {
    for (char candidate : new char[] {';', '\t', ','}) {
      if (line.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return line.indexOf(' ') >= 0 ? BLANKS : NONE;
  }

  /** All cells, without surrounding spaces. */
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

  /** One cell, without surrounding spaces; empty when the line has fewer cells. */
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

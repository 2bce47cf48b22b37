package org.stillpoint.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table for people, in columns, or for other programs, as CSV. Belongs to one thread. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /** An empty table with its heading. */
  Table(String... heading) {
    rows.add(List.of(heading));
  }

  /** Adds a row of as many cells as the heading has. */
  void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** A number with so many decimals; empty when it is none. */
  static String number(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }

  /** Prints it: the first column to the left, numbers to the right, or as CSV (RFC 4180). */
  void print(PrintWriter out, boolean csv) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        if (csv) {
          line.append(i == 0 ? "" : ",").append(quoted(cell));
        } else {
          String blanks = " ".repeat(widths[i] - cell.length());
          line.append(i == 0 ? cell + blanks : "  " + blanks + cell);
        }
      }
      out.println(line.toString().stripTrailing());
    }
    out.flush();
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}

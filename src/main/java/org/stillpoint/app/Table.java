package org.stillpoint.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table, in columns for people or as CSV for other programs. Belongs to one thread. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /** A table that has only its heading. */
  Table(String... heading) {
    rows.add(List.of(heading));
  }

  /**
   * Adds a row.
   *
   * @param cells as many as the heading has
   */
  void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /**
   * Formats a number.
   *
   * @param value NaN if it is absent
   * @param decimals how many decimals it has
   * @return empty for NaN; never "-0"
   */
  static String number(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }

  /**
   * Prints the table.
   *
   * @param csv true for CSV (RFC 4180), false for columns: the first one aligned left, the others
   *     right
   */
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

package org.stillpoint.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.List;

/**
 * In which row above the plot each stage's name stands. Each begins where its stage does, standing
 * on a thin line; a name that reaches over the begin of later stages stands above theirs, so that
 * neither names nor lines cross.
 */
final class StageNames {
  private static final double SPACE_BETWEEN = 9;

  /** A name may reach this far into the margin beyond the plot. */
  private static final double OVERHANG = 14;

  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  private StageNames() {}

  /**
   * Rows of the names, 0 the lowest.
   *
   * @param minutes length of the time axis
   * @param width of the plot
   */
  static int[] rows(List<Timeline.Stretch> stages, double minutes, double width, Font font) {
    int[] rows = new int[stages.size()];
    double[] lefts = new double[rows.length];
    for (int i = rows.length - 1; i >= 0; i--) {
      double begins = stages.get(i).from() / minutes * width;
      double end = left(begins, stages.get(i).title(), width, font) + width(stages, i, font);
      lefts[i] = Math.min(begins, end - width(stages, i, font));
      for (int later = i + 1; later < rows.length; later++) {
        if (lefts[later] < end + SPACE_BETWEEN) {
          rows[i] = Math.max(rows[i], rows[later] + 1);
        }
      }
    }
    return rows;
  }

  /**
   * Left edge of a name, right of its line unless the margin ends before.
   *
   * @param begins where its stage begins
   * @param right where the plot ends
   */
  static double left(double begins, String name, double right, Font font) {
    return Math.min(begins + 5, right + OVERHANG - font.getStringBounds(name, MEASURE).getWidth());
  }

  /** How many rows the names need. */
  static int count(int[] rows) {
    return Arrays.stream(rows).max().orElse(-1) + 1;
  }

  private static double width(List<Timeline.Stretch> stages, int i, Font font) {
    return font.getStringBounds(stages.get(i).title(), MEASURE).getWidth();
  }
}

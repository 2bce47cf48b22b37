package org.stillpoint.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the row above the plot in which each stage's name is drawn. A name begins where its stage
 * begins, on top of a thin vertical line. If it reaches over the beginning of later stages, it is
 * drawn above their names, so that neither names nor lines cross. Pure functions.
 */
final class StageNames {
  private static final double SPACE_BETWEEN = 9;

  /** How far a name may reach into the margin beyond the plot, in pixels. */
  private static final double OVERHANG = 14;

  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  private StageNames() {}

  /**
   * The rows of the names; 0 is the lowest.
   *
   * @param minutes length of the time axis
   * @param width width of the plot in pixels
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
   * The left edge of a name: to the right of its line, or further left if the name would otherwise
   * reach beyond the margin.
   *
   * @param begins x at which its stage begins
   * @param right x at which the plot ends
   */
  static double left(double begins, String name, double right, Font font) {
    return Math.min(begins + 5, right + OVERHANG - font.getStringBounds(name, MEASURE).getWidth());
  }

  /** The number of rows that the names need. */
  static int count(int[] rows) {
    return Arrays.stream(rows).max().orElse(-1) + 1;
  }

  private static double width(List<Timeline.Stretch> stages, int i, Font font) {
    return font.getStringBounds(stages.get(i).title(), MEASURE).getWidth();
  }
}

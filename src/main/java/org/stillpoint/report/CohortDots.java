package org.stillpoint.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Draws the values of people as dots in columns, by group, on a scale from 0 to 100, with a box for
 * the middle half. XChart can draw boxes, but not with dots beside them.
 */
final class CohortDots {
  private static final double COLUMN = 0.24;
  private static final double GOLDEN = 0.6180339887498949;

  private final ChartTheme theme;
  private final List<Color> colors;
  private final List<String> names;

  /**
   * A painter for some columns.
   *
   * @param colors as many as there are names, in their order
   * @param names of the columns within a group
   */
  CohortDots(ChartTheme theme, List<Color> colors, List<String> names) {
    this.theme = theme;
    this.colors = colors;
    this.names = names;
  }

  /** Draws all columns into an area, with the names of the groups below it. */
  void paint(Graphics2D g, List<CohortCharts.Spread> spreads, Rectangle2D area) {
    List<String> groups = spreads.stream().map(CohortCharts.Spread::group).distinct().toList();
    scale(g, area);
    double width = area.getWidth() / groups.size();
    for (CohortCharts.Spread spread : spreads) {
      int group = groups.indexOf(spread.group());
      int column = names.indexOf(spread.name());
      double offset = (column - (names.size() - 1) / 2.0) * COLUMN * width;
      double x = area.getX() + (group + 0.5) * width + offset;
      column(g, area, spread.values(), x, 0.7 * COLUMN * width, colors.get(column));
    }
    g.setFont(theme.font().deriveFont(11.5f));
    g.setColor(theme.text());
    for (int i = 0; i < groups.size(); i++) {
      String word = groups.get(i);
      double x = area.getX() + (i + 0.5) * width - g.getFontMetrics().stringWidth(word) / 2.0;
      g.drawString(word, (float) x, (float) area.getMaxY() + 22);
    }
  }

  private void scale(Graphics2D g, Rectangle2D area) {
    g.setFont(theme.font().deriveFont(11.5f));
    for (int value = 0; value <= 100; value += 25) {
      double y = y(area, value);
      g.setColor(value == 50 ? theme.muted() : theme.grid());
      g.setStroke(new BasicStroke(1));
      g.draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
      String word = Integer.toString(value);
      g.setColor(theme.muted());
      double x = area.getX() - 10 - g.getFontMetrics().stringWidth(word);
      g.drawString(word, (float) x, (float) y + 4);
    }
  }

  private void column(
      Graphics2D g, Rectangle2D area, List<Double> values, double x, double width, Color color) {
    g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 0x50));
    for (int i = 0; i < values.size(); i++) {
      double aside = (i * GOLDEN % 1 - 0.5) * width;
      g.fill(new Ellipse2D.Double(x + aside - 1.6, y(area, values.get(i)) - 1.6, 3.2, 3.2));
    }
    if (values.isEmpty()) {
      return;
    }
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    double low = y(area, StatUtils.percentile(all, 25));
    double high = y(area, StatUtils.percentile(all, 75));
    double middle = y(area, StatUtils.percentile(all, 50));
    g.setColor(color);
    g.setStroke(new BasicStroke(1.6f));
    g.draw(new Rectangle2D.Double(x - width / 2, high, width, Math.max(1, low - high)));
    g.setStroke(new BasicStroke(3));
    g.draw(new Line2D.Double(x - width / 2, middle, x + width / 2, middle));
  }

  private static double y(Rectangle2D area, double value) {
    return area.getMaxY() - value / 100 * area.getHeight();
  }
}

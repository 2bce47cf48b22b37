package org.stillpoint.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.AnnotationText;

/**
 * All the text of a chart: title, unit, legend, stage names, and the labels of both axes. XChart
 * has no such layout. As an annotation, it is drawn by the chart itself, wherever that is shown.
 */
final class ChartHeading extends AnnotationText {
  /** Height of a row of stage names, in pixels. */
  static final int ROW = 17;

  private static final int TITLE_BASELINE = 30;
  private static final int ENTRY_SPACE = 18;
  private static final int MOST_MINUTE_LABELS = 12;

  /** An entry of the legend, with a marker, or with a swatch if the marker is null. */
  private record LegendEntry(String words, Color color, @Nullable ChartMark mark) {}

  private final ChartTheme theme;
  private final Scale scale;
  private final String title;
  private final String unit;
  private final double minutes;
  private final List<LegendEntry> legend = new ArrayList<>();
  private List<Timeline.Stretch> stages = List.of();
  private String nothing = "";
  private String levelWords = "";
  private double level;

  ChartHeading(ChartTheme theme, Scale scale, double minutes, String title, String unit) {
    super("", 0, 0, false);
    this.theme = theme;
    this.scale = scale;
    this.minutes = minutes;
    this.title = title;
    this.unit = unit;
  }

  /** Adds a marker to the legend. */
  void explain(String words, Color color, ChartMark mark) {
    legend.add(new LegendEntry(words, color, mark));
  }

  /** Adds a colour to the legend. */
  void explain(String words, Color color) {
    legend.add(new LegendEntry(words, color, null));
  }

  /** Sets the stages whose names are drawn in rows above the plot. */
  void name(List<Timeline.Stretch> stages) {
    this.stages = stages;
  }

  /** Sets the words that say, in the middle of the plot, why it is empty. */
  void nothing(String why) {
    this.nothing = why;
  }

  /** Sets the words that name a horizontal line, at the right end of the plot. */
  void level(double value, String words) {
    this.level = value;
    this.levelWords = words;
  }

  @Override
  public void paint(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    legend(g, title(g));
    stageNames(g);
    values(g);
    minutes(g);
    levelName(g);
    nothing(g);
  }

  /** Draws title and unit, and returns the x at which they end. */
  private double title(Graphics2D g) {
    g.setFont(theme.strong().deriveFont(15f));
    g.setColor(theme.text());
    g.drawString(title, ChartFrame.PADDING, TITLE_BASELINE);
    int end = ChartFrame.PADDING + g.getFontMetrics().stringWidth(title);
    g.setFont(theme.font().deriveFont(12f));
    g.setColor(theme.muted());
    g.drawString(unit, end + 10, TITLE_BASELINE);
    return end + 10.0 + g.getFontMetrics().stringWidth(unit);
  }

  /** Draws the legend from the right. Entries that do not fit into a narrow chart are left out. */
  private void legend(Graphics2D g, double titleEnd) {
    g.setFont(theme.font().deriveFont(11.5f));
    FontMetrics metrics = g.getFontMetrics();
    double x = getXAxisScreenValueForMax();
    for (int i = legend.size() - 1; i >= 0; i--) {
      LegendEntry entry = legend.get(i);
      double width = metrics.stringWidth(entry.words());
      if (x - width - ENTRY_SPACE < titleEnd) {
        return;
      }
      x -= width;
      g.setColor(theme.muted());
      g.drawString(entry.words(), (float) x, TITLE_BASELINE);
      x -= 15;
      g.setColor(entry.color());
      ChartMark mark = entry.mark();
      if (mark == null) {
        g.fill(new Rectangle2D.Double(x - 6, TITLE_BASELINE - 9.5, 13, 11));
      } else {
        mark.paint(g, x, TITLE_BASELINE - 4, 0);
      }
      x -= ENTRY_SPACE + 8;
    }
  }

  /** Draws the stage names. Names without a row are left out; the table of the report has them. */
  private void stageNames(Graphics2D g) {
    double left = getXAxisScreenValueForMin();
    double right = getXAxisScreenValueForMax();
    double top = getYAxisScreenValueForMin();
    Font font = nameFont(theme);
    int[] rows = StageNames.rows(stages, minutes, right - left, font);
    double room = (top - TITLE_BASELINE - 23) / ROW;
    g.setFont(font);
    g.setStroke(new BasicStroke(1));
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] <= room) {
        double begins = getXAxisScreenValue(stages.get(i).from());
        double y = top - 8 - rows[i] * (double) ROW;
        g.setColor(theme.grid());
        g.draw(new Line2D.Double(begins, y - 9, begins, top));
        g.setColor(theme.muted());
        String name = stages.get(i).title();
        g.drawString(name, (float) StageNames.left(begins, name, right, font), (float) y);
      }
    }
  }

  /** The font of the stage names. */
  static Font nameFont(ChartTheme theme) {
    return theme.font().deriveFont(11f);
  }

  private void values(Graphics2D g) {
    g.setFont(theme.font().deriveFont(11.5f));
    g.setColor(theme.muted());
    FontMetrics metrics = g.getFontMetrics();
    String format = scale.step() < 1 ? "%.1f" : "%.0f";
    for (double y = scale.firstTick(); y <= scale.max() + 1e-9; y += scale.step()) {
      String words = String.format(Locale.ROOT, format, y);
      float x = getXAxisScreenValueForMin() - 10f - metrics.stringWidth(words);
      g.drawString(words, x, getYAxisScreenValue(y) + 4f);
    }
  }

  private void minutes(Graphics2D g) {
    g.setFont(theme.font().deriveFont(11.5f));
    g.setColor(theme.muted());
    FontMetrics metrics = g.getFontMetrics();
    double step = minuteStep();
    for (double minute = 0; minute <= minutes + 1e-3; minute += step) {
      String words = step < 1 ? Words.clock(minute) : String.format(Locale.ROOT, "%.0f", minute);
      String label = minute == 0 && step >= 1 ? words + " min" : words;
      float x = getXAxisScreenValue(minute) - metrics.stringWidth(label) / 2f;
      g.drawString(label, x, getYAxisScreenValueForMax() + 20f);
    }
  }

  private double minuteStep() {
    double step = 0.25;
    for (double longer : new double[] {0.5, 1, 2, 5, 10, 20, 30, 60}) {
      if (minutes / step > MOST_MINUTE_LABELS) {
        step = longer;
      }
    }
    return step;
  }

  private void levelName(Graphics2D g) {
    if (!levelWords.isEmpty()) {
      g.setFont(theme.font().deriveFont(11.5f));
      g.setColor(theme.muted());
      float x = getXAxisScreenValueForMax() - 4f - g.getFontMetrics().stringWidth(levelWords);
      g.drawString(levelWords, x, getYAxisScreenValue(level) - 6f);
    }
  }

  private void nothing(Graphics2D g) {
    if (!nothing.isEmpty()) {
      g.setFont(theme.font().deriveFont(13f));
      float middle = (getXAxisScreenValueForMin() + getXAxisScreenValueForMax()) / 2f;
      float y = (getYAxisScreenValueForMin() + getYAxisScreenValueForMax()) / 2f;
      float x = middle - g.getFontMetrics().stringWidth(nothing) / 2f;
      g.setColor(theme.background());
      g.fill(new Rectangle2D.Float(x - 16, y - 20, 2 * (middle - x) + 32, 30));
      g.setColor(theme.muted());
      g.drawString(nothing, x, y);
    }
  }
}

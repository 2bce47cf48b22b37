package org.stillpoint.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A chart with everything that the charts of a session have in common: the time axis, the stretches
 * behind the data, a grid, and room for the heading. The margins are fixed, so that the plots of
 * charts of the same width are exactly aligned.
 */
final class ChartFrame {
  /** Distance of every plot from the left edge of its chart, in pixels. */
  static final int LEFT = 52;

  static final int PADDING = 20;

  /** Width of every chart in pixels, unless it is painted with another width. */
  static final int WIDTH = 1000;

  private static final float LINE_WIDTH = 2.2f;

  private final Timeline time;
  private final ChartTheme theme;
  private final Scale scale;
  private final XYChart chart;

  /**
   * A frame without data.
   *
   * @param heading pixels kept free above the plot
   */
  ChartFrame(Timeline time, ChartTheme theme, Scale scale, int height, int heading) {
    this.time = time;
    this.theme = theme;
    this.scale = scale;
    this.chart = new XYChart(WIDTH, height, Styler.ChartTheme.Matlab);
    style(heading);
    bands();
    grid();
  }

  private void style(int heading) {
    XYStyler styler = chart.getStyler();
    Color clear = new Color(0, true);
    styler.setBaseFont(theme.font());
    styler.setChartBackgroundColor(theme.background());
    styler.setPlotBackgroundColor(clear);
    styler.setPlotBorderVisible(false);
    styler.setLegendVisible(false);
    styler.setChartPadding(PADDING);
    styler.setPlotContentSize(1);
    styler.setPlotMargin(0);
    styler.setPlotGridLinesVisible(false);
    styler.setPlotTicksMarksVisible(false);
    styler.setAntiAlias(true);
    styler.setTextAntiAlias(true);
    styler.setYAxisTicksVisible(false);
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTicksMarksVisible(false);
    styler.setAxisTickPadding(8);
    styler.setAxisTickLabelsFont(theme.font().deriveFont(11.5f));
    styler.setXAxisTickMarkSpacingHint(74);
    // Blank labels reserve the room below the plot in which the heading draws the real ones.
    styler.setXAxisTickLabelsFormattingFunction(minute -> " ");
    styler.setYAxisLeftWidthHint(LEFT);
    styler.setXAxisMin(0.0);
    styler.setXAxisMax(time.axisMinutes());
    styler.setYAxisMin(scale.min());
    styler.setYAxisMax(scale.max());
    styler.setLocale(Locale.ROOT);
    // A blank title reserves the room above the plot in which the heading is drawn.
    styler.setChartTitleFont(theme.font());
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitlePadding(heading / 2);
    chart.setTitle(" ");
  }

  private void bands() {
    List<Timeline.Stretch> stages = time.stages();
    for (int i = 1; i < stages.size(); i += 2) {
      fill("stage " + (i + 1), stages.get(i), theme.band());
    }
    time.baseline().ifPresent(stretch -> shade("baseline", stretch, theme.baseline()));
    time.comingBack().ifPresent(stretch -> shade("coming back", stretch, theme.away()));
    int number = 0;
    for (Timeline.Stretch stretch : time.away()) {
      shade(stretch.title() + " " + ++number, stretch, theme.away());
    }
  }

  /** Fills a stretch so that its colour does not mix with the band of the stage below it. */
  private void shade(String name, Timeline.Stretch stretch, Color color) {
    fill(name + " ground", stretch, theme.background());
    fill(name, stretch, color);
  }

  private void fill(String name, Timeline.Stretch stretch, Color color) {
    double to = Math.min(stretch.to(), time.axisMinutes());
    double from = Math.min(Math.max(0, stretch.from()), to);
    XYSeries band =
        chart.addSeries(
            name,
            new double[] {from, from, to, to},
            new double[] {scale.min(), scale.max(), scale.max(), scale.min()});
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(color);
    band.setLineStyle(SeriesLines.NONE);
    band.setMarker(SeriesMarkers.NONE);
  }

  private void grid() {
    int number = 0;
    for (double y = scale.firstTick(); y <= scale.max() + 1e-9; y += scale.step()) {
      level("grid " + ++number, y, theme.grid(), new BasicStroke(1));
    }
  }

  /** Adds a horizontal line across the whole plot. */
  void level(String name, double y, Color color, BasicStroke stroke) {
    XYSeries level =
        chart.addSeries(name, new double[] {0, time.axisMinutes()}, new double[] {y, y});
    level.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    level.setLineColor(color);
    level.setLineStyle(stroke);
    level.setMarker(SeriesMarkers.NONE);
  }

  /** Adds a line of data, unless it is empty. */
  void line(String name, Curve curve, Color color) {
    line(name, curve, color, LINE_WIDTH);
  }

  /** Adds a line of data with a width in pixels, unless it is empty. */
  void line(String name, Curve curve, Color color, float width) {
    if (!curve.isEmpty()) {
      Curve thin = curve.thinned(time.axisMinutes(), WIDTH);
      XYSeries line = chart.addSeries(name, thin.x(), thin.y());
      line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
      line.setLineColor(color);
      line.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      line.setMarker(ChartMark.dot(0.8 * width, color));
      line.setMarkerColor(color);
    }
  }

  /** Adds points without a line between them, unless there are none. */
  void points(String name, Curve curve, ChartMark mark, Color color) {
    if (!curve.isEmpty()) {
      XYSeries points = chart.addSeries(name, curve.x(), curve.y());
      points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      points.setMarker(mark);
      points.setMarkerColor(color);
      points.setLineStyle(SeriesLines.NONE);
    }
  }

  /** Adds a picture behind the heading and in front of everything else. */
  void picture(Spectrogram picture) {
    chart.addAnnotation(picture);
  }

  /** Adds the heading and returns the finished chart. */
  XYChart under(ChartHeading heading) {
    chart.addAnnotation(heading);
    return chart;
  }
}

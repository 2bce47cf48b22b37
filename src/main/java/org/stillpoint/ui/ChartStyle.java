package org.stillpoint.ui;

import java.awt.BasicStroke;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Gives charts the same style as the rest of the window. */
final class ChartStyle {
  /** Room for the labels to the left of the plot; the same in all charts, so that they align. */
  static final int LEFT = 34;

  static final double[] NOWHERE = {Double.NaN, Double.NaN};
  private static final BasicStroke LINE =
      new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHES =
      new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {4, 4}, 0);

  private ChartStyle() {}

  static XYChart chart() {
    XYChart chart = new XYChart(400, 120);
    XYStyler styler = chart.getStyler();
    styler.setLegendVisible(false);
    styler.setChartTitleVisible(false);
    styler.setAxisTitlesVisible(false);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTicksMarksVisible(false);
    styler.setPlotTicksMarksVisible(false);
    styler.setAxisTickPadding(6);
    styler.setChartPadding(2);
    styler.setPlotMargin(0);
    styler.setPlotContentSize(1);
    styler.setAntiAlias(true);
    styler.setTextAntiAlias(true);
    return chart;
  }

  /** Gives a chart the colours of the current look. */
  static void dress(XYChart chart) {
    XYStyler styler = chart.getStyler();
    styler.setChartBackgroundColor(Theme.card());
    styler.setPlotBackgroundColor(Theme.card());
    styler.setPlotGridLinesColor(Theme.line());
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setAxisTickLabelsColor(Theme.muted());
    styler.setAxisTickLabelsFont(Theme.font(11));
  }

  /** Adds a line without points. */
  static XYSeries line(XYChart chart, String name) {
    XYSeries series = chart.addSeries(name, new double[] {0, 1}, NOWHERE.clone());
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(LINE);
    return series;
  }

  /** Adds a thin dashed line. */
  static XYSeries dashes(XYChart chart, String name) {
    XYSeries series = line(chart, name);
    series.setLineStyle(DASHES);
    return series;
  }

  /** Adds points without a line. */
  static XYSeries points(XYChart chart, String name) {
    XYSeries series = chart.addSeries(name, new double[] {0, 1}, NOWHERE.clone());
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE);
    return series;
  }

  /** Gives a series new values. If there are none, nothing is drawn. */
  static void update(XYChart chart, String name, double[] xs, double[] ys) {
    if (xs.length == 0) {
      chart.updateXYSeries(name, new double[] {0, 1}, NOWHERE.clone(), null);
    } else {
      chart.updateXYSeries(name, xs, ys, null);
    }
  }
}

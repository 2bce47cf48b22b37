package org.stillpoint.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Creates a small chart of means over time with their confidence bands. Pure functions. */
final class CohortPanel {
  private static final int BAND_ALPHA = 0x40;

  private CohortPanel() {}

  /** The chart of a panel; its size is set when it is painted. */
  static XYChart of(CohortCharts.Panel panel, ChartTheme theme, List<Color> colors) {
    XYChart chart = new XYChart(320, 230, Styler.ChartTheme.Matlab);
    chart.setTitle(panel.title());
    style(chart.getStyler(), theme);
    double top = 1.2;
    for (CohortCharts.Band band : panel.bands()) {
      for (double high : band.high()) {
        top = Math.max(top, 0.5 * Math.ceil(2 * high));
      }
    }
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setYAxisMax(top);
    for (int i = panel.bands().size() - 1; i >= 0; i--) {
      band(chart, panel.bands().get(i), colors.get(i));
    }
    for (int i = panel.bands().size() - 1; i >= 0; i--) {
      line(chart, panel.bands().get(i), colors.get(i));
    }
    return chart;
  }

  private static void style(XYStyler styler, ChartTheme theme) {
    styler.setBaseFont(theme.font());
    styler.setChartTitleFont(theme.strong().deriveFont(12f));
    styler.setChartTitleBoxVisible(false);
    styler.setChartFontColor(theme.text());
    styler.setChartBackgroundColor(theme.background());
    styler.setPlotBackgroundColor(theme.background());
    styler.setPlotBorderVisible(false);
    styler.setLegendVisible(false);
    styler.setChartPadding(8);
    styler.setPlotContentSize(1);
    styler.setPlotMargin(0);
    styler.setPlotGridLinesColor(theme.grid());
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotTicksMarksVisible(false);
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTicksMarksVisible(false);
    styler.setAxisTickLabelsFont(theme.font().deriveFont(10.5f));
    styler.setAxisTickLabelsColor(theme.muted());
    styler.setXAxisTickMarkSpacingHint(50);
    styler.setYAxisTickMarkSpacingHint(34);
    styler.setXAxisMin(0.0);
    styler.setLocale(Locale.ROOT);
    styler.setXAxisTickLabelsFormattingFunction(
        minute -> String.format(Locale.ROOT, minute == 0 ? "%.0f min" : "%.0f", minute));
    styler.setAntiAlias(true);
  }

  private static void band(XYChart chart, CohortCharts.Band band, Color color) {
    List<Double> x = new ArrayList<>(band.minutes());
    List<Double> y = new ArrayList<>(band.low());
    for (int i = band.minutes().size() - 1; i >= 0; i--) {
      x.add(band.minutes().get(i));
      y.add(band.high().get(i));
    }
    XYSeries series = chart.addSeries(band.name() + " interval", x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), BAND_ALPHA));
    series.setLineStyle(SeriesLines.NONE);
    series.setMarker(SeriesMarkers.NONE);
  }

  private static void line(XYChart chart, CohortCharts.Band band, Color color) {
    XYSeries series = chart.addSeries(band.name(), band.minutes(), band.mean());
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setLineColor(color);
    series.setLineStyle(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    series.setMarker(SeriesMarkers.NONE);
  }
}

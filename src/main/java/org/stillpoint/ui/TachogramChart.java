package org.stillpoint.ui;

import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.stillpoint.rr.RrInterval;

/** The tachogram of the last five minutes. Corrected and unused intervals are marked. */
final class TachogramChart {
  private static final double MINUTES = 5;

  private final XYChart chart = ChartStyle.chart();
  private final XYSeries normal = ChartStyle.line(chart, "normal");
  private final XYSeries corrected = ChartStyle.points(chart, "corrected");
  private final XYSeries aside = ChartStyle.points(chart, "aside");
  private final ChartCanvas canvas;

  TachogramChart() {
    chart.getStyler().setXAxisMin(-MINUTES);
    chart.getStyler().setXAxisMax(0.0);
    chart.getStyler().setXAxisTicksVisible(false);
    chart.getStyler().setYAxisLeftWidthHint(ChartStyle.LEFT);
    chart.getStyler().setMarkerSize(5);
    chart
        .getStyler()
        .setYAxisTickLabelsFormattingFunction(ms -> String.format(Locale.ROOT, "%.2f", ms / 1000));
    chart.getStyler().setYAxisTickMarkSpacingHint(38);
    canvas = new ChartCanvas(chart, this::dress);
    canvas.setName("tachogram");
  }

  private void dress() {
    ChartStyle.dress(chart);
    normal.setLineColor(Theme.accent());
    corrected.setMarkerColor(Theme.accent());
    aside.setMarkerColor(Theme.warm());
  }

  ChartCanvas canvas() {
    return canvas;
  }

  /** Draws the intervals; with fewer than three it shows words instead. */
  void show(List<RrInterval> intervals, long nowNanos) {
    if (intervals.size() < 3) {
      clear();
      return;
    }
    canvas.instead("");
    TachogramLines lines = new TachogramLines(intervals, nowNanos);
    chart.getStyler().setYAxisMin(lines.low());
    chart.getStyler().setYAxisMax(lines.high());
    ChartStyle.update(chart, "normal", lines.normalX(), lines.normalY());
    ChartStyle.update(chart, "corrected", lines.correctedX(), lines.correctedY());
    ChartStyle.update(chart, "aside", lines.asideX(), lines.asideY());
    canvas.repaint();
  }

  void clear() {
    canvas.instead("The time between beats appears here.");
  }
}

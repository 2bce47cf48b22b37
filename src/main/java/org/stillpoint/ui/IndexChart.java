package org.stillpoint.ui;

import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.relax.IndexFormula;
import org.stillpoint.relax.RelaxationIndex;

/** The chart of the index over the whole session, with the person's start as a line at 50. */
final class IndexChart {
  private static final double LEAST_MINUTES = 5;
  private static final double LOW = -6;
  private static final double HIGH = 106;
  private static final double SPAN = HIGH - LOW;
  private static final double BELOW_PLOT = 26;
  private static final double WORDS_BELOW = 11;
  private static final double WORDS_RIGHT = 34;

  private final XYChart chart = ChartStyle.chart();
  private final XYSeries start = ChartStyle.dashes(chart, "start");
  private final XYSeries index = ChartStyle.line(chart, "index");
  private final AnnotationText startWords =
      new AnnotationText("your start", 0.5, IndexFormula.BASELINE, false);
  private final ChartCanvas canvas;
  private double lastMinute = LEAST_MINUTES;

  IndexChart() {
    chart.getStyler().setYAxisMin(LOW);
    chart.getStyler().setYAxisMax(HIGH);
    chart.getStyler().setPlotGridLinesVisible(false);
    chart.getStyler().setYAxisLeftWidthHint(ChartStyle.LEFT);
    chart.getStyler().setXAxisTickMarkSpacingHint(90);
    chart
        .getStyler()
        .setYAxisTickLabelsFormattingFunction(value -> String.format(Locale.ROOT, "%.0f", value));
    chart.getStyler().setXAxisTickLabelsFormattingFunction(IndexChart::minutes);
    chart.addAnnotation(startWords);
    canvas = new ChartCanvas(chart, this::dress);
    canvas.setName("indexChart");
    canvas.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent e) {
            fit();
          }
        });
  }

  /** The labels must all be different: of equal ones, the chart drops all except the outermost. */
  private static String minutes(double minutes) {
    return String.format(Locale.ROOT, minutes % 1 == 0 ? "%.0f min" : "%.1f min", minutes);
  }

  /** Places labels at 0, 50 and 100, and the words just below the line, for the current height. */
  private void fit() {
    double plot = Math.max(40, canvas.getHeight() - BELOW_PLOT);
    chart.getStyler().setYAxisTickMarkSpacingHint((int) (0.4 * plot));
    startWords.setY(IndexFormula.BASELINE - WORDS_BELOW * SPAN / plot);
    double width = Math.max(100, canvas.getWidth() - ChartStyle.LEFT);
    startWords.setX(lastMinute * WORDS_RIGHT / width);
  }

  private void dress() {
    ChartStyle.dress(chart);
    chart.getStyler().setAnnotationTextFont(Theme.font(11));
    chart.getStyler().setAnnotationTextFontColor(Theme.muted());
    start.setLineColor(Theme.faint());
    index.setLineColor(Theme.accent());
  }

  ChartCanvas canvas() {
    return canvas;
  }

  /** Draws the index so far. The line is interrupted where there is none. */
  void show(Snapshot s) {
    List<RelaxationIndex> history = s.history();
    double[] xs = new double[history.size()];
    double[] ys = new double[history.size()];
    double last = s.endSeconds().orElse(0) / 60;
    for (int i = 0; i < xs.length; i++) {
      RelaxationIndex step = history.get(i);
      xs[i] = step.timeNanos() / 60e9;
      ys[i] = step.value().orElse(Double.NaN);
      last = Math.max(last, xs[i]);
    }
    last = Math.max(LEAST_MINUTES, last);
    if (s.asking()) {
      canvas.instead("Hidden while you choose.");
      return;
    }
    canvas.instead("");
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setXAxisMax(last);
    lastMinute = last;
    fit();
    ChartStyle.update(
        chart,
        "start",
        new double[] {0, last},
        new double[] {IndexFormula.BASELINE, IndexFormula.BASELINE});
    double[][] line = Decimator.uneven(xs, ys);
    ChartStyle.update(chart, "index", line[0], line[1]);
    canvas.repaint();
  }

  void clear() {
    canvas.instead("Your change from your start appears here.");
  }
}

package org.stillpoint.ui;

import java.awt.Color;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.stillpoint.monitor.WaveWindow;

/** The last seconds of the pulse wave or ECG, with a mark at each beat. */
final class WaveChart {
  static final double SECONDS = 8;

  /** If the wave is later than this, it moves away from the right edge. */
  private static final double LATE_SECONDS = 1;

  private final XYChart chart = ChartStyle.chart();
  private final XYSeries wave = ChartStyle.line(chart, "wave");
  private final XYSeries beats = ChartStyle.points(chart, "beats");
  private final ChartCanvas canvas;

  WaveChart() {
    chart.getStyler().setAxisTicksVisible(false);
    chart.getStyler().setPlotGridLinesVisible(false);
    chart.getStyler().setXAxisMin(-SECONDS);
    chart.getStyler().setXAxisMax(0.0);
    chart.getStyler().setMarkerSize(7);
    canvas = new ChartCanvas(chart, this::dress);
    canvas.setName("wave");
  }

  private void dress() {
    ChartStyle.dress(chart);
    Color accent = Theme.accent();
    wave.setLineColor(Theme.wave());
    beats.setMarkerColor(accent);
  }

  ChartCanvas canvas() {
    return canvas;
  }

  /** Draws a wave; with fewer than two samples it shows words instead. */
  void show(WaveWindow newest, long nowNanos) {
    int n = newest.size();
    if (n < 2) {
      canvas.instead("The pulse appears here.");
      return;
    }
    canvas.instead("");
    double last = newest.timeNanos(n - 1) / 1e9;
    double edge = Math.max(last, nowNanos / 1e9 - LATE_SECONDS);
    double[] xs = new double[n];
    double[] ys = new double[n];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      xs[i] = newest.timeNanos(i) / 1e9 - edge;
      ys[i] = newest.value(i);
      low = Math.min(low, ys[i]);
      high = Math.max(high, ys[i]);
    }
    double[] beatX = WaveMath.inside(newest.beatNanos(), edge, xs);
    double[] beatY = WaveMath.at(xs, ys, beatX);
    double[][] thin = Decimator.thin(xs, ys, Math.max(100, canvas.getWidth()));
    double margin = Math.max(1, 0.08 * (high - low));
    chart.getStyler().setYAxisMin(low - margin);
    chart.getStyler().setYAxisMax(high + margin);
    ChartStyle.update(chart, "wave", thin[0], thin[1]);
    double[][] marks = Decimator.uneven(beatX, beatY);
    ChartStyle.update(chart, "beats", marks[0], marks[1]);
    canvas.repaint();
  }

  /** Removes the wave, since the connection is broken and it is no longer current. */
  void away() {
    canvas.instead("No signal from the sensor.");
  }

  void clear() {
    canvas.instead("The pulse appears here.");
  }
}

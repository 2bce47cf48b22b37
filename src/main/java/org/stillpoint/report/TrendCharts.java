package org.stillpoint.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.stillpoint.programme.ProgrammeKind;
import org.stillpoint.relax.UsualRange;
import org.stillpoint.report.ChartMark.Form;
import org.stillpoint.store.TrendPoint;

/** The charts of many sessions, all over the same days. Belongs to one thread. */
final class TrendCharts {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 260;
  private static final double MARK = 7;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final ChartTheme THEME = ChartTheme.LIGHT;

  private final List<TrendPoint> points;
  private final LocalDate first;

  /**
   * Charts of sessions.
   *
   * @param points at least one, oldest first
   */
  TrendCharts(List<TrendPoint> points) {
    this.points = List.copyOf(points);
    this.first = TrendFacts.date(points.get(0));
  }

  /** A rating before each session (a ring) and after it (a dot), with a line between the two. */
  XYChart rating(
      Function<TrendPoint, OptionalInt> before, Function<TrendPoint, OptionalInt> after) {
    XYChart chart = chart(0, 10);
    int number = 0;
    Curve rings = new Curve();
    Curve dots = new Curve();
    for (TrendPoint point : points) {
      OptionalInt from = before.apply(point);
      OptionalInt to = after.apply(point);
      from.ifPresent(value -> rings.add(day(point), value));
      to.ifPresent(value -> dots.add(day(point), value));
      if (from.isPresent() && to.isPresent()) {
        double x = day(point);
        line(
            chart,
            "change " + ++number,
            new double[] {x, x},
            new double[] {from.getAsInt(), to.getAsInt()},
            THEME.muted(),
            2);
      }
    }
    marks(chart, "before", rings, Form.RING, THEME.heart());
    marks(chart, "after", dots, Form.DOT, THEME.heart());
    return chart;
  }

  /**
   * A measure of the start of the sessions that can be compared with the latest one, with the
   * person's usual range behind it.
   *
   * @param shown turns the measure into what is drawn
   */
  XYChart measure(
      Function<TrendPoint, OptionalDouble> value, DoubleUnaryOperator shown, Color color) {
    List<TrendPoint> comparable = TrendFacts.comparable(points);
    Optional<UsualRange> range = UsualRange.of(TrendFacts.usual(comparable, value));
    Curve settled = new Curve();
    Curve arriving = new Curve();
    DoubleSummaryStatistics drawn = new DoubleSummaryStatistics();
    for (TrendPoint point : comparable) {
      for (double each : value.apply(point).stream().map(shown).toArray()) {
        (point.arriving() ? arriving : settled).add(day(point), each);
        drawn.accept(each);
      }
    }
    range.ifPresent(usual -> drawn.accept(shown.applyAsDouble(usual.low())));
    range.ifPresent(usual -> drawn.accept(shown.applyAsDouble(usual.high())));
    double least = drawn.getCount() == 0 ? 0 : drawn.getMin();
    double most = drawn.getCount() == 0 ? 1 : drawn.getMax();
    double room = Math.max(2, 0.1 * (most - least));
    XYChart chart = chart(Math.floor(least - room), Math.ceil(most + room));
    range.ifPresent(
        usual -> band(chart, shown.applyAsDouble(usual.low()), shown.applyAsDouble(usual.high())));
    marks(chart, "still arriving", arriving, Form.RING, color);
    marks(chart, "measured", settled, Form.DOT, color);
    return chart;
  }

  /** The index before the return; quiet rest is a square, a start while arriving a ring. */
  XYChart settling() {
    XYChart chart = chart(0, 100);
    line(chart, "start", new double[] {0, lastDay()}, new double[] {50, 50}, THEME.muted(), 1);
    Curve guided = new Curve();
    Curve arriving = new Curve();
    Curve quiet = new Curve();
    for (TrendPoint point : points) {
      OptionalDouble index = point.recording().finalIndex();
      if (index.isPresent()) {
        boolean still = point.kind() == ProgrammeKind.QUIET;
        Curve into = still ? quiet : point.arriving() ? arriving : guided;
        into.add(day(point), index.getAsDouble());
      }
    }
    marks(chart, "quiet rest", quiet, Form.SQUARE, THEME.hold());
    marks(chart, "still arriving", arriving, Form.RING, THEME.index());
    marks(chart, "guided", guided, Form.DOT, THEME.index());
    return chart;
  }

  private double day(TrendPoint point) {
    return ChronoUnit.DAYS.between(first, TrendFacts.date(point));
  }

  private double lastDay() {
    return Math.max(7, day(points.get(points.size() - 1)));
  }

  private XYChart chart(double min, double max) {
    XYChart chart = new XYChart(WIDTH, HEIGHT, Styler.ChartTheme.Matlab);
    XYStyler styler = chart.getStyler();
    styler.setBaseFont(THEME.font());
    styler.setChartBackgroundColor(THEME.background());
    styler.setPlotBackgroundColor(THEME.background());
    styler.setPlotBorderVisible(false);
    styler.setLegendVisible(false);
    styler.setChartTitleVisible(false);
    styler.setPlotGridLinesColor(THEME.grid());
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setAxisTickLabelsColor(THEME.muted());
    styler.setAxisTickLabelsFont(THEME.font().deriveFont(11.5f));
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTicksMarksVisible(false);
    styler.setPlotTicksMarksVisible(false);
    styler.setXAxisMin(-0.5);
    styler.setXAxisMax(lastDay() + 0.5);
    styler.setYAxisMin(min);
    styler.setYAxisMax(max);
    styler.setXAxisTickMarkSpacingHint(110);
    styler.setXAxisTickLabelsFormattingFunction(day -> DAY.format(first.plusDays(Math.round(day))));
    styler.setYAxisDecimalPattern("0");
    styler.setLocale(Locale.ROOT);
    return chart;
  }

  private void band(XYChart chart, double low, double high) {
    double end = lastDay() + 0.5;
    XYSeries band =
        chart.addSeries(
            "usual range",
            new double[] {-0.5, -0.5, end, end},
            new double[] {low, high, high, low});
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(THEME.band());
    band.setLineColor(THEME.grid());
    band.setMarker(SeriesMarkers.NONE);
  }

  private static void line(
      XYChart chart, String name, double[] x, double[] y, Color color, float width) {
    XYSeries line = chart.addSeries(name, x, y);
    line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    line.setLineColor(color);
    line.setLineStyle(new BasicStroke(width));
    line.setMarker(SeriesMarkers.NONE);
  }

  private static void marks(XYChart chart, String name, Curve curve, Form form, Color color) {
    if (!curve.isEmpty()) {
      XYSeries marks = chart.addSeries(name, curve.x(), curve.y());
      marks.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      marks.setMarker(new ChartMark(form, MARK, THEME.background()));
      marks.setMarkerColor(color);
    }
  }
}

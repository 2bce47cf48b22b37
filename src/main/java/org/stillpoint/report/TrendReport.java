package org.stillpoint.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.stillpoint.store.PrivateFolder;
import org.stillpoint.store.Ratings;
import org.stillpoint.store.TrendPoint;

/**
 * The trends of many sessions: one page of HTML that needs no other file, no network and no script.
 * Has no state and may be called by any thread.
 */
public final class TrendReport {
  private TrendReport() {}

  /**
   * Writes the page.
   *
   * @param points oldest first; may be empty
   * @param folder created if it does not exist
   * @return the file
   * @throws IOException when it cannot be written
   */
  public static Path write(List<TrendPoint> points, Path folder) throws IOException {
    PrivateFolder.make(folder);
    Path file = folder.resolve("trends.html");
    PrivateFolder.makeFile(file);
    return Files.writeString(file, page(points));
  }

  /** The page as HTML. */
  static String page(List<TrendPoint> points) throws IOException {
    Map<String, Html> values = new HashMap<>();
    values.put("css", new Html(Template.resource("session.css")));
    boolean none = points.isEmpty();
    values.put(
        "summary",
        Html.text(
            none
                ? "There are no complete sessions yet. This page fills as you practise."
                : TrendFacts.practice(points)));
    values.put("charts", none ? Html.NOTHING : charts(points));
    return Template.shipped("trends.html").fill(values);
  }

  private static Html charts(List<TrendPoint> points) throws IOException {
    TrendCharts charts = new TrendCharts(points);
    List<Html> all = new ArrayList<>();
    all.add(
        figure(
            "Pain, 0 to 10",
            charts.rating(p -> ratings(p).painBefore(), p -> ratings(p).painAfter()),
            TrendFacts.rating("Pain", points, Ratings::painBefore, Ratings::painAfter)));
    all.add(
        figure(
            "Tension, 0 to 10",
            charts.rating(p -> ratings(p).tensionBefore(), p -> ratings(p).tensionAfter()),
            TrendFacts.rating("Tension", points, Ratings::tensionBefore, Ratings::tensionAfter)));
    all.add(
        measure(
            "Heart rate at your start, per minute",
            points,
            TrendPoint::heartRate,
            charts.measure(TrendPoint::heartRate, rate -> rate, ChartTheme.LIGHT.heart())));
    all.add(
        measure(
            "Variability at your start, RMSSD in ms",
            points,
            TrendPoint::lnRmssd,
            charts.measure(TrendPoint::lnRmssd, Math::exp, ChartTheme.LIGHT.variability())));
    all.add(figure("Settling, session by session", charts.settling(), TrendFacts.settling(points)));
    return Html.all(all);
  }

  private static Ratings ratings(TrendPoint point) {
    return point.recording().ratings();
  }

  private static Html measure(
      String heading,
      List<TrendPoint> points,
      Function<TrendPoint, OptionalDouble> value,
      XYChart chart)
      throws IOException {
    return figure(heading, chart, TrendFacts.range(TrendFacts.comparable(points), value));
  }

  private static Html figure(String heading, XYChart chart, String caption) throws IOException {
    Html image = ChartPng.html(chart, heading + ". " + caption);
    return Html.all(
        List.of(
            Html.element("h2", "", Html.text(heading)),
            Html.element(
                "figure",
                "",
                Html.all(List.of(image, Html.element("figcaption", "", Html.text(caption)))))));
  }
}

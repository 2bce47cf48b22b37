package org.stillpoint.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.stillpoint.store.PrivateFolder;
import org.stillpoint.store.RecordedSession;

/**
 * The report of a session: one page of HTML that needs no other file, no network and no script, so
 * that it can be kept, printed and sent by mail. Has no state and may be called by any thread.
 */
public final class SessionReport {
  private SessionReport() {}

  /**
   * Writes the report. An older report of the same recording is overwritten.
   *
   * @param folder created if it does not exist
   * @return the file, such as {@code session-12.html}
   * @throws IOException when it cannot be written
   */
  public static Path write(RecordedSession session, Path folder) throws IOException {
    PrivateFolder.make(folder);
    Path file = folder.resolve(name(session.recording().id()));
    PrivateFolder.makeFile(file); // only its owner may read heart data, in any folder
    return Files.writeString(file, page(session));
  }

  /** The name of the file of a report, such as {@code session-12.html}. */
  public static String name(long recording) {
    return "session-" + recording + ".html";
  }

  /** The report as HTML. */
  static String page(RecordedSession session) throws IOException {
    Timeline time = new Timeline(session);
    Facts facts = new Facts(session, time);
    SessionWords words = new SessionWords(session, facts);
    KeyFigures figures = new KeyFigures(facts, session.recording().ratings());
    Map<String, Html> values = new HashMap<>();
    values.put("css", new Html(Template.resource("session.css")));
    values.put("page-title", Html.text(words.title()));
    values.put("title", Html.text(words.title()));
    values.put("when", Html.text(words.when()));
    values.put("virtual", banner(words.virtual()));
    values.put("incomplete", banner(words.incomplete()));
    values.put("summary", Html.text(words.summary()));
    values.put("tiles", figures.tiles());
    values.put("ratings", figures.ratings());
    values.put("resonance", ResonanceRates.section(session));
    charts(session, words, values);
    values.put("story", new Story(session, time).rows());
    values.put("baseline", Html.text(words.baseline()));
    values.put("sensor", Html.text(words.sensor()));
    return Template.shipped("session.html").fill(values);
  }

  private static Html banner(String words) {
    return words.isEmpty() ? Html.NOTHING : Html.element("p", "banner", Html.text(words));
  }

  private static void charts(RecordedSession session, SessionWords words, Map<String, Html> values)
      throws IOException {
    SessionCharts charts = new SessionCharts(session, ChartTheme.LIGHT);
    values.put("index-chart", ChartPng.html(charts.index(), words.indexAlt()));
    values.put("heart-rate-chart", ChartPng.html(charts.heartRate(), words.heartRateAlt()));
    values.put("rmssd-chart", ChartPng.html(charts.rmssd(), words.rmssdAlt()));
    values.put("rhythms-chart", ChartPng.html(charts.rhythms(), words.rhythmsAlt()));
    values.put("tachogram-chart", ChartPng.html(charts.tachogram(), words.tachogramAlt()));
  }
}

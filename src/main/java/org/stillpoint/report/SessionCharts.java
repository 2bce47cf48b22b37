package org.stillpoint.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.stillpoint.hrv.TimeVaryingSpectrum;
import org.stillpoint.store.RecordedSession;

/**
 * The five charts of a recorded session, all with the same time axis. Every call creates a new
 * chart, which belongs to the thread that shows it.
 */
public final class SessionCharts {
  /** Name of the series of the index, which is interrupted where there was none. */
  public static final String INDEX = "index";

  /** Name of the series of the heart rate over a minute. */
  public static final String HEART_RATE = "heart rate";

  /** Name of the series of the heart rate over five beats. */
  public static final String BEAT_RATE = "over five beats";

  /** Name of the series of the intervals that are used, including the corrected ones. */
  public static final String INTERVALS = "intervals";

  /** Name of the series of the intervals that are not used. */
  public static final String SET_ASIDE = "set aside";

  /** Name of the series of the intervals that were corrected because of an artefact. */
  public static final String CORRECTED = "corrected";

  /** Name of the series of RMSSD over a minute. */
  public static final String RMSSD = "RMSSD";

  private static final Scale RHYTHMS = new Scale(0, Spectrogram.HIGHEST_PER_MINUTE, 0, 6);

  private static final int HEIGHT = 270;
  private static final int HEADING = 34;
  private static final int INDEX_HEIGHT = 340;
  private static final int MOST_STAGE_ROWS = 6;

  private final RecordedSession session;
  private final ChartTheme theme;
  private final Timeline time;
  private final SessionCurves curves;

  /** The charts of a session in the colours of a theme. */
  public SessionCharts(RecordedSession session, ChartTheme theme) {
    this.session = session;
    this.theme = theme;
    this.time = new Timeline(session);
    this.curves = new SessionCurves(session, time);
  }

  /** The index, with the stages and the decisions that changed the pacing. */
  public XYChart index() {
    List<Timeline.Stretch> stages = time.stages();
    double plotWidth = (double) ChartFrame.WIDTH - ChartFrame.LEFT - ChartFrame.PADDING;
    int[] rows =
        StageNames.rows(stages, time.axisMinutes(), plotWidth, ChartHeading.nameFont(theme));
    int names = Math.min(MOST_STAGE_ROWS, StageNames.count(rows)) * ChartHeading.ROW;
    ChartFrame frame =
        new ChartFrame(time, theme, Scale.INDEX, INDEX_HEIGHT + names, HEADING + names);
    ChartHeading heading = heading(Scale.INDEX, "Relaxation index", "0 to 100, 50 is your start");
    Curve index = curves.index();
    if (!index.isEmpty()) {
      BasicStroke dashes =
          new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash(), 0);
      frame.level("your start", 50, theme.muted(), dashes);
      heading.level(50, "your start");
    }
    frame.line(INDEX, index, theme.index());
    shades(heading);
    new Decisions(session, time, theme).mark(frame, heading);
    heading.name(stages);
    if (index.isEmpty()) {
      heading.nothing("No index in this session");
    }
    return frame.under(heading);
  }

  private static float[] dash() {
    return new float[] {4, 4};
  }

  /** The heart rate over the last minute and, fainter, over five beats. */
  public XYChart heartRate() {
    Curve minute = curves.heartRate();
    Curve beats = curves.beatRate();
    Scale scale =
        Scale.around(
            Math.min(minute.min(60), beats.min(60)), Math.max(minute.max(70), beats.max(70)), 10);
    ChartFrame frame = new ChartFrame(time, theme, scale, HEIGHT, HEADING);
    ChartHeading heading = heading(scale, "Heart rate", "beats per minute");
    frame.line(BEAT_RATE, beats, theme.faint(theme.heart()), 1);
    frame.line(HEART_RATE, minute, theme.heart());
    shades(heading);
    explainLine(heading, "over a minute", minute, theme.heart());
    explainLine(heading, BEAT_RATE, beats, theme.faint(theme.heart()));
    if (minute.isEmpty() && beats.isEmpty()) {
      heading.nothing("No heart rate in this session");
    }
    return frame.under(heading);
  }

  /**
   * Every interval from beat to beat. A ring marks a corrected interval, a cross one that is not
   * used.
   */
  public XYChart tachogram() {
    Curve normal = curves.used();
    Curve corrected = curves.corrected();
    Scale scale = Scale.around(normal.min(700), normal.max(1100), 200);
    Curve aside = curves.setAside(scale);
    ChartFrame frame = new ChartFrame(time, theme, scale, HEIGHT, HEADING);
    ChartHeading heading = heading(scale, "Intervals from beat to beat", "ms");
    frame.line(INTERVALS, normal, theme.intervals(), 1.1f);
    ChartMark ring = new ChartMark(ChartMark.Form.RING, 5.5, theme.background());
    frame.points(CORRECTED, corrected, ring, theme.intervals());
    ChartMark cross = new ChartMark(ChartMark.Form.CROSS, 6.5, theme.background());
    frame.points(SET_ASIDE, aside, cross, theme.setAside());
    shades(heading);
    if (!corrected.isEmpty()) {
      heading.explain(CORRECTED, theme.intervals(), ring);
    }
    if (!aside.isEmpty()) {
      heading.explain(SET_ASIDE, theme.setAside(), cross);
    }
    if (normal.isEmpty() && aside.isEmpty()) {
      heading.nothing("No beats in this session");
    }
    return frame.under(heading);
  }

  /**
   * How strong each rhythm of the heart rate was over time, 0 to 24 per minute: the breath, and
   * slow waves that are independent of it.
   */
  public XYChart rhythms() {
    TimeVaryingSpectrum spectrum = curves.spectrum();
    ChartFrame frame = new ChartFrame(time, theme, RHYTHMS, HEIGHT, HEADING);
    ChartHeading heading = heading(RHYTHMS, "Rhythms of the heart rate", "per minute");
    Curve breathing = curves.breathing();
    frame.picture(new Spectrogram(spectrum, time, theme.variability(), breathing, theme.text()));
    shades(heading);
    explainLine(heading, "breathing, where it is clear", breathing, theme.text());
    if (!present(spectrum)) {
      heading.nothing("No uninterrupted minute of signal in this session");
    }
    return frame.under(heading);
  }

  private static boolean present(TimeVaryingSpectrum spectrum) {
    return IntStream.range(0, spectrum.size()).anyMatch(spectrum::present);
  }

  /** RMSSD over the last minute. */
  public XYChart rmssd() {
    Curve rmssd = curves.rmssd();
    Scale scale = Scale.around(rmssd.min(20), rmssd.max(50), 20);
    ChartFrame frame = new ChartFrame(time, theme, scale, HEIGHT, HEADING);
    ChartHeading heading = heading(scale, "Variability, RMSSD", "ms, over the last minute");
    frame.line(RMSSD, rmssd, theme.variability());
    shades(heading);
    if (rmssd.isEmpty()) {
      heading.nothing("No RMSSD in this session");
    }
    return frame.under(heading);
  }

  private static void explainLine(ChartHeading heading, String words, Curve curve, Color color) {
    if (!curve.isEmpty()) {
      heading.explain(words, color, new ChartMark(ChartMark.Form.LINE, 13, color));
    }
  }

  private ChartHeading heading(Scale scale, String title, String unit) {
    return new ChartHeading(theme, scale, time.axisMinutes(), title, unit);
  }

  private void shades(ChartHeading heading) {
    time.baseline().ifPresent(b -> heading.explain(b.title(), theme.baseline()));
    String away = time.away().isEmpty() ? "" : "no signal or paused";
    String back = time.comingBack().isPresent() ? "coming back, not counted" : "";
    if (!away.isEmpty() || !back.isEmpty()) {
      String both = away.isEmpty() || back.isEmpty() ? away + back : away + "; " + back;
      heading.explain(both, theme.away());
    }
  }

  /**
   * Writes index.png, heart-rate.png, tachogram.png, rmssd.png and rhythms.png, in the light theme
   * and at twice the size.
   *
   * @param folder created if it does not exist
   * @throws IOException when a file cannot be written
   */
  public static void writePngs(RecordedSession session, Path folder) throws IOException {
    SessionCharts charts = new SessionCharts(session, ChartTheme.LIGHT);
    Files.createDirectories(folder);
    Files.write(folder.resolve("index.png"), ChartPng.bytes(charts.index()));
    Files.write(folder.resolve("heart-rate.png"), ChartPng.bytes(charts.heartRate()));
    Files.write(folder.resolve("tachogram.png"), ChartPng.bytes(charts.tachogram()));
    Files.write(folder.resolve("rmssd.png"), ChartPng.bytes(charts.rmssd()));
    Files.write(folder.resolve("rhythms.png"), ChartPng.bytes(charts.rhythms()));
  }
}

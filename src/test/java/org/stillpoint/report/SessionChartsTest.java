package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.rr.RrLabel;
import org.stillpoint.store.RecordedSession;
import org.stillpoint.store.Recording;

class SessionChartsTest {
  @TempDir Path folder;

  private static SessionCharts charts(RecordedSession session) {
    return new SessionCharts(session, ChartTheme.LIGHT);
  }

  private static XYChart[] all(SessionCharts charts) {
    return new XYChart[] {
      charts.index(), charts.heartRate(), charts.tachogram(), charts.rmssd(), charts.rhythms()
    };
  }

  /** Asserts that a line has points before and after a stretch, none in it, and is interrupted. */
  private static void assertOpen(XYSeries line, double from, double to) {
    double[] x = line.getXData();
    double[] y = line.getYData();
    boolean open = false;
    for (int i = 0; i < x.length; i++) {
      boolean inside = x[i] > from && x[i] < to;
      assertThat(inside && !Double.isNaN(y[i])).as("value at %s", x[i]).isFalse();
      open |= Double.isNaN(y[i]) && x[i] <= to && i + 1 < x.length && x[i + 1] >= to;
    }
    assertThat(x[0]).isLessThan(from);
    assertThat(x[x.length - 1]).isGreaterThan(to);
    assertThat(open).isTrue();
  }

  @Test
  void indexIsOpenWhereThereWasNone() {
    XYSeries index = charts(Sessions.withGap()).index().getSeries(SessionCharts.INDEX);
    // Ten seconds into the gap the number is withheld, until the minute has enough signal again.
    assertOpen(index, Sessions.GAP_FROM / 60 + 0.25, Sessions.GAP_TO / 60 + 0.5);
  }

  @Test
  void breathingIsABandInThePictureOfRhythms() {
    BufferedImage image = painted(charts(Sessions.withGap()).rhythms());
    int breathing = darkest(image, 11, 15);

    assertThat(breathing).isLessThan(darkest(image, 17, 23) - 60);
  }

  private static BufferedImage painted(XYChart chart) {
    BufferedImage image =
        new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    chart.paint(g, chart.getWidth(), chart.getHeight());
    g.dispose();
    return image;
  }

  /** The darkest green between two rates, in the middle of the picture, away from the axes. */
  private static int darkest(BufferedImage image, double from, double to) {
    int bottom = image.getHeight() - 48;
    int top = 54;
    int darkest = 255;
    for (double rate = from; rate <= to; rate += 0.1) {
      int y = (int) Math.round(bottom - (bottom - top) * rate / 24);
      for (int x = 150; x < 450; x++) {
        darkest = Math.min(darkest, new Color(image.getRGB(x, y)).getGreen());
      }
    }
    return darkest;
  }

  @Test
  void tachogramIsOpenInTheGap() {
    XYSeries line = charts(Sessions.withGap()).tachogram().getSeries(SessionCharts.INTERVALS);
    assertOpen(line, Sessions.GAP_FROM / 60 + 0.03, Sessions.GAP_TO / 60 - 0.03);
  }

  @Test
  void artefactsAreSeriesOfTheirOwn() {
    XYChart whole = charts(Sessions.withGap()).tachogram();
    assertThat(whole.getSeries(SessionCharts.SET_ASIDE)).isNull();

    RecordedSession session = Sessions.withArtefacts(Sessions.withGap());
    XYChart chart = charts(session).tachogram();
    XYSeries aside = chart.getSeries(SessionCharts.SET_ASIDE);
    XYSeries line = chart.getSeries(SessionCharts.INTERVALS);
    long expected =
        session.events(RecordingEvent.BeatSeen.class).stream()
            .flatMap(seen -> Stream.ofNullable(seen.interval()))
            .filter(interval -> interval.label() == RrLabel.UNTRUSTED)
            .count();
    assertThat(aside.getXData()).hasSize((int) expected);
    assertThat(aside.getMarker()).isNotEqualTo(line.getMarker());
    assertThat(aside.getMarkerColor()).isNotEqualTo(line.getMarkerColor());
    XYSeries corrected = chart.getSeries(SessionCharts.CORRECTED);
    assertThat(corrected.getXData()).hasSizeGreaterThan(10);
    for (double x : corrected.getXData()) {
      assertThat(valueAt(line, x)).as("line at %s", x).isBetween(400.0, 1500.0);
    }
    for (double x : aside.getXData()) {
      assertThat(valueAt(line, x)).as("line at %s", x).isNaN();
    }
  }

  private static double valueAt(XYSeries line, double x) {
    for (int i = 0; i < line.getXData().length; i++) {
      if (line.getXData()[i] == x) {
        return line.getYData()[i];
      }
    }
    return Double.NaN;
  }

  @Test
  void onlyDecisionsThatChangedThePacingAreMarked() {
    RecordedSession session = Sessions.withGap();
    XYChart index = charts(session).index();
    long marks =
        index.getSeriesCollection().stream()
            .filter(series -> series.getMarker() instanceof ChartMark)
            .filter(series -> !series.getName().equals(SessionCharts.INDEX))
            .mapToLong(series -> series.getXData().length)
            .sum();
    assertThat(marks)
        .isPositive()
        .isEqualTo(
            session.events(RecordingEvent.Decided.class).stream()
                .filter(decided -> decided.decision().changed())
                .count());
    assertThat(index.getSeries("nothing adapted")).isNotNull();
  }

  @Test
  void allShareOneTimeAxis() {
    XYChart[] charts = all(charts(Sessions.withGap()));
    assertThat(charts).hasSize(5);
    for (XYChart chart : charts) {
      assertThat(chart.getStyler().getXAxisMin()).isZero();
      assertThat(chart.getStyler().getXAxisMax()).isCloseTo(10, within(0.01));
      assertThat(chart.getStyler().getYAxisLeftWidthHint()).isEqualTo(ChartFrame.LEFT);
      assertThat(chart.getSeries("baseline")).isNotNull();
    }
  }

  @Test
  void pngsAreReadableAndNotBlank() throws IOException {
    SessionCharts.writePngs(Sessions.withGap(), folder);
    List<String> names =
        List.of("index.png", "heart-rate.png", "tachogram.png", "rmssd.png", "rhythms.png");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrderElementsOf(names);
    for (String name : names) {
      BufferedImage image = ImageIO.read(folder.resolve(name).toFile());
      assertThat(image.getWidth()).as(name).isEqualTo(2000);
      assertThat(image.getHeight()).as(name).isBetween(500, 900);
      assertThat(distinctColors(image)).as(name).isGreaterThan(100);
    }
  }

  private static long distinctColors(BufferedImage image) {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    Arrays.sort(pixels);
    return IntStream.range(1, pixels.length).filter(i -> pixels[i] != pixels[i - 1]).count();
  }

  @Test
  void emptySessionsMakeChartsToo() throws IOException {
    RecordedSession nothing =
        new RecordedSession(Sessions.recording(Recording.State.OPEN), List.of());
    for (RecordedSession session : List.of(nothing, Sessions.stoppedAfter(4))) {
      for (XYChart chart : all(new SessionCharts(session, ChartTheme.DARK))) {
        assertThat(ChartPng.bytes(chart)).isNotEmpty();
      }
    }
  }
}

package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.hrv.ResonanceCandidates.Candidate;
import org.stillpoint.hrv.RsaAmplitude;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SensorState;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.store.RecordedSession;
import org.stillpoint.store.Recording;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SessionReportTest {
  private static final String WHOLE = page(Sessions.withGap());
  private static final String STOPPED = page(Sessions.stoppedAfter(5));
  private static final String WITHOUT_BEATS = page(Sessions.withoutBeats());

  @TempDir Path folder;

  private static String page(RecordedSession session) {
    try {
      return SessionReport.page(session);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The text of a page, without pictures and style. */
  private static String words(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", "").replaceAll("base64,[^\"]*", "");
  }

  @Test
  void isOneFileNamedAfterTheRecording() throws IOException {
    Path file = SessionReport.write(Sessions.withGap(), folder.resolve("new"));
    assertThat(file).isEqualTo(folder.resolve("new").resolve("session-12.html"));
    assertThat(Files.readString(file)).isEqualTo(WHOLE);
    assertThat(file.getParent()).isDirectoryContaining(file::equals);
  }

  @Test
  void needsNothingFromElsewhere() {
    assertThat(words(WHOLE))
        .doesNotContain("http:", "https:", "<script", "<link", "url(", "@import", "{{");
    assertThat(WHOLE).doesNotContain("url(", "@import");
    assertThat(WHOLE.split("<img", -1)).hasSize(6);
    assertThat(WHOLE.split("src=\"data:image/png;base64,", -1)).hasSize(6);
  }

  @Test
  void theSensorIsToldWithItsGapsAndTheirCauses() {
    assertThat(WHOLE)
        .containsPattern(
            "It sent (499|500)\\.[0-9] samples per second\\. Its clock ran [0-9]+ parts")
        .doesNotContain("Sensor: ");
    List<RecordingEvent> events = new ArrayList<>(Sessions.withGap().events());
    for (int i = 0; i < 4; i++) {
      events.add(200, sensorSeen(120 - 5 * i));
    }
    events.add(210, gap(200, 204, Gap.Cause.UNPLUGGED));
    events.add(211, gap(210, 240, Gap.Cause.SLEEP));
    String page = page(new RecordedSession(Sessions.withGap().recording(), events));
    assertThat(page.split("Sensor: no pulse was seen", -1)).hasSize(2);
    assertThat(page)
        .contains("No signal for 4.0 s: the sensor was unplugged")
        .contains("No signal for 30 s: the computer slept");
  }

  private static RecordingEvent gap(long from, long to, Gap.Cause cause) {
    return new RecordingEvent.GapSeen(new Gap(from * 1_000_000_000, to * 1_000_000_000, cause));
  }

  private static RecordingEvent sensorSeen(long seconds) {
    OptionalDouble none = OptionalDouble.empty();
    return new RecordingEvent.SensorSeen(
        seconds * 1_000_000_000,
        new SensorState(SensorKind.PPG, Placement.NO_CONTACT, none, none, 0, 0, 0));
  }

  @Test
  void isWellFormed() throws Exception {
    for (String page : List.of(WHOLE, STOPPED, WITHOUT_BEATS)) {
      String xml = page.replace("<!DOCTYPE html>", "");
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)));
      assertThat(document.getElementsByTagName("img").getLength()).isEqualTo(5);
    }
  }

  @Test
  void holdsTheIndexTheStagesAndEveryDecision() {
    RecordedSession session = Sessions.withGap();
    RecordingEvent.Summary summary = session.events(RecordingEvent.Ended.class).get(0).summary();
    String index = String.format(Locale.ROOT, "%.0f", summary.finalIndex().orElseThrow());
    assertThat(WHOLE).contains(": index " + index + ", where 50 is your own start");
    assertThat(session.events(RecordingEvent.StageBegan.class))
        .hasSizeGreaterThan(5)
        .allSatisfy(began -> assertThat(WHOLE).contains(began.stage().title() + " begins"));
    assertThat(session.events(RecordingEvent.Decided.class))
        .hasSizeGreaterThan(5)
        .allSatisfy(decided -> assertThat(WHOLE).contains(decided.decision().reason()));
  }

  @Test
  void tellsTimesInTheZoneOfTheRecording() {
    assertThat(WHOLE).contains("Sunday, 1 February 2026, 00:30 (Europe/Berlin)", "10 minutes");
  }

  @Test
  void tellsOfTheGapWithItsTimes() {
    assertThat(words(WHOLE)).contains("No signal for 30 s").contains("05:00\u201305:30");
  }

  @Test
  void escapesAllWordsFromOutside() {
    assertThat(WHOLE)
        .contains("Back &amp; &quot;neck&quot; &lt;b&gt;")
        .contains("on &lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<b>");
  }

  @Test
  void showsRatingsWithADashForTheUnanswered() {
    assertThat(WHOLE).contains("Your ratings", "5 \u2192 3", "6 \u2192 \u2013");
  }

  @Test
  void saysHonestlyWhenThereIsNoIndex() {
    String page = words(STOPPED);
    assertThat(page)
        .contains("There is no index at the end of this session: your start was not measured")
        .contains("<div class=\"value\">\u2013</div>")
        .contains("This recording is incomplete. The session was stopped by hand.")
        .contains("5 seconds of the planned 10 minutes")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void saysWhenThereWasNoBeat() {
    String page = words(WITHOUT_BEATS);
    assertThat(page)
        .contains("no heartbeat was found in the signal")
        .doesNotContain("NaN", "Infinity", "<div class=\"value\">0");
  }

  @Test
  void copesWithNothingAtAll() {
    RecordedSession nothing =
        new RecordedSession(Sessions.recording(Recording.State.OPEN), List.of());
    assertThat(words(page(nothing)))
        .contains("This recording breaks off", "no heartbeat was found")
        .doesNotContain("NaN");
  }

  @Test
  void countsFromTheEventsWhenARecordingBreaksOff() {
    List<RecordingEvent> all = Sessions.withGap().events();
    RecordedSession broken =
        new RecordedSession(
            Sessions.recording(Recording.State.INCOMPLETE), all.subList(0, all.size() - 1));
    assertThat(page(broken))
        .contains("This recording breaks off", "in the last minute before the return: index ");
  }

  @Test
  void watchingAloneIsWholeWhenStopped() {
    RecordedSession watched =
        new RecordedSession(
            Sessions.recording(Recording.State.COMPLETE),
            List.of(new RecordingEvent.Ended(90_000_000_000L, watchedFor(90))));
    assertThat(words(page(watched))).doesNotContain("is incomplete", "breaks off");
  }

  private static RecordingEvent.Summary watchedFor(double seconds) {
    OptionalDouble none = OptionalDouble.empty();
    return new RecordingEvent.Summary(
        RecordingEvent.Outcome.STOPPED, "", seconds, none, none, none, 0, 0, 0, 0, none, none);
  }

  @Test
  void claimsNothingThatItMustNot() {
    assertThat(words(WHOLE).toLowerCase(Locale.ROOT))
        .doesNotContain("stress", "vagal", "balance", "heal", "parasympath", "nan<")
        .contains("not a medical device", "does not diagnose or treat", "irregular rhythm")
        .contains("unclear breathing is not taken for changed breathing")
        .contains("breathing alone may move the index a little");
  }

  @Test
  void showsWhatAnAssessmentFoundTheBestRateFirst() throws IOException {
    RecordedSession plain = Sessions.withGap();
    List<RecordingEvent> events = new ArrayList<>(plain.events());
    events.add(rated(1, 5.5, 9.25));
    events.add(rated(2, 6, 8));

    String page = SessionReport.page(new RecordedSession(plain.recording(), events));

    assertThat(page).contains("Your resonance", "<td>5.5</td>", "<td>9.3</td>", "<td>1,234</td>");
    assertThat(page.indexOf("<td>5.5</td>")).isLessThan(page.indexOf("<td>6.0</td>"));
    assertThat(SessionReport.page(plain)).doesNotContain("Your resonance");
  }

  private static RecordingEvent rated(int place, double breaths, double depth) {
    return new RecordingEvent.ResonanceRated(
        500_000_000_000L,
        place,
        new Candidate(
            breaths, new RsaAmplitude(depth, 130, 9), 1234, OptionalDouble.of(-12), place));
  }
}

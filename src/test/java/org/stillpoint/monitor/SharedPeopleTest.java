package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.stillpoint.device.Devices;
import org.stillpoint.device.ToDevice;
import org.stillpoint.programme.Script;
import org.stillpoint.relax.Regime;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PacingState;
import org.stillpoint.testkit.ReferenceData;
import org.stillpoint.testkit.Scripts;

/** Whole sessions of people who lie beside the project as rows of intervals. */
class SharedPeopleTest {

  private static List<RecordingEvent> session(String name, Script script) {
    List<RecordingEvent> events = new ArrayList<>();
    Chain chain =
        new Chain(
            ChainSettings.session(List.of(Devices.named("rr", "ppg").orElseThrow()), script),
            events::add,
            SampleListener.NONE,
            ToDevice.NOBODY);
    double millis = 0;
    for (double interval : ReferenceData.intervals(name)) {
      millis += interval;
      String line = String.format(Locale.ROOT, "%.1f\r\n", interval);
      byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
      chain.advance(Math.round(millis * 1e6));
      chain.bytes(bytes, bytes.length);
    }
    return events;
  }

  private static List<RelaxationIndex> indices(List<RecordingEvent> events) {
    return of(events, RecordingEvent.IndexStep.class).stream()
        .map(RecordingEvent.IndexStep::index)
        .filter(i -> i.value().isPresent())
        .toList();
  }

  private static <T> List<T> of(List<RecordingEvent> events, Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static RecordingEvent.Summary summary(List<RecordingEvent> events) {
    return of(events, RecordingEvent.Ended.class).get(0).summary();
  }

  private static Script assessment() {
    return Scripts.all().stream()
        .filter(s -> s.programmeId().equals("resonance-assessment"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onRealPracticeVariabilityTakesPart() {
    Path folder = ReferenceData.require("sessions");
    long live = 0;
    long compared = 0;
    for (String name : names(folder)) {
      for (RelaxationIndex index : indices(session("sessions/" + name, Scripts.backPain(20)))) {
        live += index.live() ? 1 : 0;
        compared += index.live() && index.regime() == Regime.COMPARED ? 1 : 0;
      }
    }
    assertThat(live).isGreaterThan(2000);
    // More is not to be had together with an index that breathing alone does not move: evidence.md.
    assertThat((double) compared / live).isGreaterThan(0.50);
  }

  private static List<String> names(Path folder) {
    String[] names = folder.toFile().list((dir, name) -> name.endsWith(".txt"));
    return names == null ? List.of() : List.of(names);
  }

  @Test
  void whoOnlyFollowsTheAssessmentStaysAtTheirStart() {
    List<Double> steps =
        indices(session("people/ra_follow.txt", assessment())).stream()
            .map(i -> i.value().orElseThrow())
            .toList();

    assertThat(steps).hasSizeGreaterThan(100);
    assertThat(Collections.max(steps)).isLessThanOrEqualTo(55);
    assertThat(Collections.min(steps)).isGreaterThanOrEqualTo(45);
  }

  @Test
  void whoSitsUpInTheReturnIsJudgedAsBefore() {
    List<RecordingEvent> events = session("people/returnsits.txt", Scripts.backPain(20));
    List<RelaxationIndex> steps = indices(events);
    double returns =
        of(events, RecordingEvent.StageBegan.class)
            .get(of(events, RecordingEvent.StageBegan.class).size() - 1)
            .timeNanos();
    double before =
        steps.stream()
            .filter(i -> i.timeNanos() <= returns)
            .reduce((a, b) -> b)
            .orElseThrow()
            .value()
            .orElseThrow();

    assertThat(before).isGreaterThan(80);
    assertThat(steps.get(steps.size() - 1).value().orElseThrow()).isLessThan(70);
    assertThat(summary(events).finalIndex().orElseThrow()).isCloseTo(before, within(2.0));
  }

  @Test
  void earlyBeatsNeitherFlipThePacingNorBlameTheSensor() {
    List<Decision> decisions =
        of(session("people/ectopic20.txt", Scripts.backPain(20)), RecordingEvent.Decided.class)
            .stream()
            .map(RecordingEvent.Decided::decision)
            .toList();

    assertThat(decisions).hasSizeGreaterThan(15);
    int changes = 0;
    for (int i = 1; i < decisions.size(); i++) {
      boolean was = decisions.get(i - 1).state() == PacingState.HOLD;
      changes += was == (decisions.get(i).state() == PacingState.HOLD) ? 0 : 1;
    }
    assertThat(changes).isLessThanOrEqualTo(2);
    assertThat(decisions)
        .noneMatch(d -> d.remark() == Decision.Remark.SENSOR)
        .noneMatch(d -> d.reason().contains("see that the sensor"));
  }

  @Test
  void aPersonWhomNothingMovesIsAboutAsAtTheirStart() {
    List<RecordingEvent> events = session("people/flat.txt", Scripts.backPain(20));

    assertThat(summary(events).finalIndex().orElseThrow()).isBetween(43.5, 56.4);
    assertThat(of(events, RecordingEvent.BaselineTaken.class).get(0).baseline().arriving())
        .isFalse();
  }
}

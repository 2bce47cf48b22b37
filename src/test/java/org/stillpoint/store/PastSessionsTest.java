package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.device.Devices;
import org.stillpoint.hrv.ResonanceCandidates.Candidate;
import org.stillpoint.hrv.RsaAmplitude;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.RecordingEvent.Outcome;
import org.stillpoint.monitor.SensorState;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.programme.Posture;
import org.stillpoint.programme.ProgrammeKind;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.BaselineHistory;
import org.stillpoint.relax.PastBaseline;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.session.WhenDrowsy;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.Scripts;

class PastSessionsTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @TempDir Path folder;

  private static final Sensor A = new Sensor("/dev/a", SourceKind.REAL);
  private static final Sensor B = new Sensor("/dev/b", SourceKind.REAL);
  private static final Sensor SEED_1 = new Sensor("virtual null, seed 1", SourceKind.VIRTUAL);
  private static final Sensor FILE = new Sensor("file night.txt", SourceKind.FILE);

  private record Sensor(String name, SourceKind source) {}

  private static PastSessions past(Store store, Sensor sensor) {
    return new PastSessions(store, sensor.source(), sensor.name());
  }

  private void record(
      Store store, Sensor sensor, Posture posture, SensorKind kind, double rate, Outcome outcome) {
    SessionOptions options =
        new SessionOptions(posture, Pacing.ADAPTIVE, WhenDrowsy.DRIFT, true, NONE, 0.35);
    NewRecording start =
        new NewRecording(
            Instant.parse("2026-03-01T20:15:00Z"),
            ZoneId.of("Europe/Berlin"),
            sensor.name(),
            sensor.source(),
            List.of("stillpoint"),
            "ppg",
            new SessionPlan(Scripts.backPain(10), options, BaselineHistory.NONE),
            "test",
            Ratings.NONE,
            Optional.empty());
    try (RecordingWriter writer =
        new RecordingWriter(store, start, System::nanoTime, true, told -> {})) {
      writer.accept(
          new RecordingEvent.Recognised(0, Devices.named("stillpoint", "ppg").orElseThrow()));
      writer.accept(
          new RecordingEvent.SensorSeen(
              1, new SensorState(kind, Placement.GOOD, NONE, NONE, 0, 0, 0)));
      writer.accept(
          new RecordingEvent.BaselineTaken(
              2, new Baseline(rate + 9, 1, 3.9, 0.1, 13, false, rate > 70, NONE, rate, 3.4, 5)));
      Candidate best =
          new Candidate(rate / 10, new RsaAmplitude(9, 120, 8), 2000, OptionalDouble.of(12), 3);
      writer.accept(new RecordingEvent.ResonanceRated(3, 1, best));
      writer.accept(
          new RecordingEvent.Ended(
              4,
              new RecordingEvent.Summary(
                  outcome, "", 600, NONE, NONE, NONE, 0, 0, 0, 0, NONE, NONE)));
    }
  }

  @Test
  void startsAreThoseOfWholeSessionsWithTheSameSensorKindAndPosture() throws IOException {
    Store store = Store.open(folder);
    record(store, A, Posture.LYING, SensorKind.PPG, 61, Outcome.COMPLETED);
    record(store, B, Posture.LYING, SensorKind.PPG, 62, Outcome.ENDED_GENTLY);
    record(store, A, Posture.SITTING, SensorKind.PPG, 63, Outcome.COMPLETED);
    record(store, A, Posture.LYING, SensorKind.ECG, 64, Outcome.COMPLETED);
    record(store, A, Posture.LYING, SensorKind.PPG, 65, Outcome.STOPPED);
    record(store, SEED_1, Posture.LYING, SensorKind.PPG, 66, Outcome.COMPLETED);
    record(store, FILE, Posture.LYING, SensorKind.PPG, 67, Outcome.COMPLETED);
    record(store, A, Posture.LYING, SensorKind.PPG, 71, Outcome.COMPLETED); // still arriving

    BaselineHistory own =
        past(store, new Sensor("/dev/c", SourceKind.REAL))
            .baselines(Posture.LYING, ProgrammeKind.GUIDED);

    assertThat(own.of(SensorKind.PPG))
        .containsExactly(new PastBaseline(61, 3.4), new PastBaseline(62, 3.4));
    assertThat(own.of(SensorKind.ECG)).containsExactly(new PastBaseline(64, 3.4));
    assertThat(past(store, SEED_1).baselines(Posture.LYING, ProgrammeKind.GUIDED).starts())
        .hasSize(1);
    assertThat(
            past(store, new Sensor("virtual null, seed 2", SourceKind.VIRTUAL))
                .baselines(Posture.LYING, ProgrammeKind.GUIDED)
                .starts())
        .isEmpty();
    assertThat(past(store, FILE).baselines(Posture.LYING, ProgrammeKind.GUIDED).starts()).isEmpty();
  }

  @Test
  void theResonanceRateIsThatOfTheLastWholeAssessmentOfTheSamePerson() throws IOException {
    Store store = Store.open(folder);
    assertThat(past(store, A).resonancePerMinute()).isEmpty();
    record(store, A, Posture.LYING, SensorKind.PPG, 50, Outcome.COMPLETED);
    record(store, B, Posture.SITTING, SensorKind.ECG, 55, Outcome.COMPLETED);
    record(store, B, Posture.LYING, SensorKind.PPG, 45, Outcome.STOPPED);
    record(store, SEED_1, Posture.LYING, SensorKind.PPG, 60, Outcome.COMPLETED);

    assertThat(past(store, A).resonancePerMinute()).hasValue(5.5);
    assertThat(past(store, SEED_1).resonancePerMinute()).hasValue(6);
  }

  @Test
  void howASessionIsConductedComesBackAsItWas() throws IOException {
    Store store = Store.open(folder);
    record(store, A, Posture.SITTING, SensorKind.PPG, 60, Outcome.COMPLETED);

    SessionPlan plan = Objects.requireNonNull(store.settings(1).plan());

    assertThat(plan.options())
        .isEqualTo(
            new SessionOptions(
                Posture.SITTING, Pacing.ADAPTIVE, WhenDrowsy.DRIFT, true, NONE, 0.35));
    assertThat(plan.script()).isEqualTo(Scripts.backPain(10));
    assertThat(plan.history()).isEqualTo(BaselineHistory.NONE);
  }
}

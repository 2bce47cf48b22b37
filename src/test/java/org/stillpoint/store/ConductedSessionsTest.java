package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.device.Devices;
import org.stillpoint.device.Protocol;
import org.stillpoint.device.ToDevice;
import org.stillpoint.monitor.Chain;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SampleListener;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.participant.Chunk;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.programme.Posture;
import org.stillpoint.programme.Script;
import org.stillpoint.relax.BaselineHistory;
import org.stillpoint.relax.PastBaseline;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.session.WhenDrowsy;
import org.stillpoint.testkit.Scripts;

/**
 * Whole sessions with everything that a person can ask for: recorded, they replay to the same
 * events.
 */
class ConductedSessionsTest {
  private static final Protocol RR = Devices.named("rr", "ppg").orElseThrow();
  private static final String PERSON = "virtual responder, seed 9";

  @TempDir Path folder;

  /** Runs a session of a person who breathes with the pacer, with commands at whole seconds. */
  private static List<RecordingEvent> conduct(
      Store store, SessionPlan plan, Map<Integer, Command> commands) {
    List<RecordingEvent> events = new ArrayList<>();
    VirtualSensor sensor = new VirtualSensor(Family.RESPONDER, 9, "rr", b -> {});
    NewRecording start =
        new NewRecording(
            Instant.parse("2026-03-01T20:15:00Z"),
            ZoneId.of("Europe/Berlin"),
            PERSON,
            SourceKind.VIRTUAL,
            List.of("rr"),
            "ppg",
            plan,
            "test",
            Ratings.NONE,
            Optional.empty());
    try (RecordingWriter writer =
        new RecordingWriter(store, start, System::nanoTime, true, told -> {})) {
      Chain chain =
          new Chain(
              ChainSettings.session(List.of(RR), plan),
              event -> {
                events.add(event);
                writer.accept(event);
                if (event instanceof RecordingEvent.BreathPaced paced) {
                  sensor.person().paced(OptionalDouble.of(paced.breath().perMinute()));
                } else if (event instanceof RecordingEvent.PacerChanged changed) {
                  sensor.person().paced(changed.perMinute());
                }
              },
              SampleListener.NONE,
              ToDevice.NOBODY);
      List<Integer> given = new ArrayList<>();
      while (!chain.ended()) {
        Chunk chunk = sensor.next();
        chain.advance(chunk.hostNanos());
        commands.forEach(
            (second, command) -> {
              if (chunk.hostNanos() >= second * 1e9 && !given.contains(second)) {
                given.add(second);
                chain.command(command);
              }
            });
        chain.bytes(chunk.bytes(), chunk.bytes().length);
      }
      assertThat(writer.trouble()).isEmpty();
    }
    return events;
  }

  private static <T> List<T> of(Class<T> type, List<RecordingEvent> events) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static Script programme(String id) {
    return Scripts.all().stream()
        .filter(script -> script.programmeId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatThePersonAskedForReplaysToTheSameEvents() throws IOException {
    Store store = Store.open(folder);
    List<PastBaseline> starts =
        List.of(
            new PastBaseline(60, 3.5),
            new PastBaseline(62, 3.4),
            new PastBaseline(61, 3.6),
            new PastBaseline(64, 3.3),
            new PastBaseline(63, 3.5));
    SessionOptions options =
        new SessionOptions(
            Posture.SITTING,
            Pacing.ADAPTIVE,
            WhenDrowsy.DRIFT,
            false,
            OptionalDouble.of(5.5),
            0.35);
    SessionPlan plan =
        new SessionPlan(
            Scripts.backPain(20), options, new BaselineHistory(Map.of(RR.kind(), starts)));

    List<RecordingEvent> events =
        conduct(
            store,
            plan,
            Map.of(
                280, Command.MOVED,
                300, Command.PACER_ON,
                500, Command.PACER_TOO_SLOW,
                620, Command.PACER_OFF,
                640, Command.PAUSE,
                650, Command.CHANGE_POSITION,
                700, Command.END_GENTLY));

    RecordingEvent.Ended end = of(RecordingEvent.Ended.class, events).get(0);
    assertThat(end.summary().outcome()).isEqualTo(RecordingEvent.Outcome.ENDED_GENTLY);
    assertThat(end.summary().seconds()).isBetween(690 + 120.0, 700 + 130.0);
    assertThat(of(RecordingEvent.BaselineTaken.class, events).get(0).baseline().sessions())
        .isEqualTo(5);
    assertThat(of(RecordingEvent.BreathPaced.class, events)).hasSizeBetween(30, 60);
    assertThat(of(RecordingEvent.Moved.class, events)).hasSize(2); // and by changing position
    Recording recording = store.find("latest").orElseThrow();
    assertThat(recording.state()).isEqualTo(Recording.State.COMPLETE);
    assertThat(store.load(recording).events())
        .filteredOn(e -> !(e instanceof RecordingEvent.Recognised))
        .isEqualTo(
            events.stream()
                .filter(
                    e ->
                        !(e instanceof RecordingEvent.Input
                            || e instanceof RecordingEvent.Recognised))
                .toList());
    Replay.Result replay = Replay.run(store, recording);
    assertThat(replay.difference()).isEmpty();
    assertThat(replay.identical()).isTrue();
  }

  @Test
  void anAssessmentFindsTheRateThatMovesTheHeartMostAndItIsUsedFromThenOn() throws IOException {
    Store store = Store.open(folder);

    List<RecordingEvent> events =
        conduct(store, SessionPlan.usual(programme("resonance-assessment")), Map.of());

    List<RecordingEvent.ResonanceRated> rated = of(RecordingEvent.ResonanceRated.class, events);
    assertThat(rated).hasSize(5);
    // A virtual heart follows best at about 5.5 breaths a minute (participant.Breathing).
    assertThat(rated.get(0).candidate().breathsPerMinute()).isCloseTo(5.5, within(0.5));
    assertThat(of(RecordingEvent.Decided.class, events))
        .last()
        .satisfies(d -> assertThat(d.decision().reason()).startsWith("your resonance rate today"));
    assertThat(new PastSessions(store, SourceKind.VIRTUAL, PERSON).resonancePerMinute())
        .hasValue(rated.get(0).candidate().breathsPerMinute());
    assertThat(Replay.run(store, store.find("latest").orElseThrow()).identical()).isTrue();
  }

  @Test
  void whoBreathesWithThePacerIsLedToTheTargetAndEarnsNothingByIt() throws IOException {
    Store store = Store.open(folder);
    List<RecordingEvent> events =
        conduct(store, SessionPlan.usual(programme("breath-at-resonance")), Map.of());

    List<RecordingEvent.BreathPaced> breaths = of(RecordingEvent.BreathPaced.class, events);
    double first = breaths.get(0).breath().lengthSeconds();
    for (int i = 1; i < breaths.size(); i++) {
      double before = breaths.get(i - 1).breath().lengthSeconds();
      double now = breaths.get(i).breath().lengthSeconds();
      assertThat(now).isBetween(before - 1e-9, 1.03 * before + 1e-9);
    }
    double last = breaths.get(breaths.size() - 1).breath().lengthSeconds();
    // Ten minutes: from nine tenths of the person's own rate, no lower than three quarters of it.
    assertThat(last / first).isCloseTo(0.9 / 0.75, within(0.001));
  }
}

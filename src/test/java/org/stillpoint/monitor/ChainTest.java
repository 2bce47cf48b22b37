package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.beat.BeatScore;
import org.stillpoint.device.Devices;
import org.stillpoint.device.Protocol;
import org.stillpoint.device.ToDevice;
import org.stillpoint.monitor.RecordingEvent.Outcome;
import org.stillpoint.participant.Chunk;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.relax.Settling;
import org.stillpoint.signal.Placement;
import org.stillpoint.testkit.Scripts;
import org.stillpoint.testkit.VirtualBytes;

/** The whole chain without threads or clocks. */
class ChainTest {

  private final List<RecordingEvent> events = new ArrayList<>();

  private Chain watching() {
    return new Chain(
        ChainSettings.watching(Devices.live(), Double.POSITIVE_INFINITY),
        events::add,
        SampleListener.NONE,
        ToDevice.NOBODY);
  }

  private Chain session(int minutes) {
    return new Chain(
        ChainSettings.session(Devices.live(), Scripts.backPain(minutes)),
        events::add,
        SampleListener.NONE,
        ToDevice.NOBODY);
  }

  private static void feed(Chain chain, VirtualBytes sensor) {
    for (Chunk chunk : sensor.chunks()) {
      chain.advance(chunk.hostNanos());
      chain.bytes(chunk.bytes(), chunk.bytes().length);
    }
  }

  private <T extends RecordingEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * Beats that hardly vary take longer to be recognised, but an instrument with an even pace must
   * not be waited for endlessly.
   */
  @Test
  void linesThatMayStillConvinceAreWaitedFor() {
    Chain chain = watching();
    for (int second = 1; second <= 120; second++) {
      byte[] pressure = "1013\r\n".getBytes(StandardCharsets.US_ASCII);
      chain.advance(second * 1_000_000_000L);
      chain.bytes(pressure, pressure.length);
      if (second > 3 && second < 30) {
        assertThat(chain.hopeless()).as("after %d s", second).isFalse();
      }
      if (chain.hopeless()) {
        assertThat(second).isBetween(30, 90);
        return;
      }
    }
    fail("never hopeless");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stillpoint",
        "pulsesensor-plotter",
        "pulsesensor-processing",
        "csv",
        "json",
        "pulsesensor-two",
        "numbers"
      })
  void theBeatsOfAVirtualPersonAreFound(String protocol) {
    VirtualBytes sensor = VirtualBytes.of(protocol, 11, 120);
    Chain chain = watching();
    feed(chain, sensor);
    chain.command(Command.STOP);

    double[] truth =
        sensor.beats().stream()
            .mapToDouble(b -> b.seconds() + VirtualPerson.RISE_DELAY_SECONDS)
            .filter(t -> t > 0.5 && t < 119)
            .toArray();
    double[] found =
        events(RecordingEvent.BeatSeen.class).stream()
            .mapToDouble(b -> b.timeNanos() / 1e9)
            .toArray();
    BeatScore score = BeatScore.of(truth, found);
    assertThat(score.f1()).isGreaterThan(99.5);
    assertThat(score.rrErrorMedianMillis()).isLessThan(protocol.equals("stillpoint") ? 2.0 : 6.0);
  }

  /**
   * The first beat is placed at the arrival of its line: all times are later by the same amount.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 5, 11})
  void theIntervalsOfALiveStreamAreTheTrueOnes(long seed) {
    VirtualBytes sensor = VirtualBytes.of("rr", seed, 120);
    Chain chain = watching();
    feed(chain, sensor);
    chain.command(Command.STOP);

    double[] beats = sensor.beats().stream().mapToDouble(VirtualPerson.TrueBeat::seconds).toArray();
    List<RecordingEvent.BeatSeen> seen = events(RecordingEvent.BeatSeen.class);
    assertThat(chain.protocol().orElseThrow().name()).isEqualTo("rr");
    assertThat(seen).hasSizeGreaterThan(100);
    for (int i = 1; i < seen.size(); i++) {
      double millis = (seen.get(i).timeNanos() - seen.get(i - 1).timeNanos()) / 1e6;
      assertThat(millis).as("beat %d", i).isCloseTo((beats[i] - beats[i - 1]) * 1000, within(0.51));
    }
    assertThat(events(RecordingEvent.GapSeen.class)).isEmpty();
  }

  static List<Long> seeds() {
    return List.of(1L, 3L, 6L, 7L, 12L);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aResponderSettlesAndEndsOnTime(long seed) {
    Chain chain = session(10);
    feed(chain, VirtualBytes.of("stillpoint", seed, 620));

    RecordingEvent.Ended ended = events(RecordingEvent.Ended.class).get(0);
    assertThat(ended.summary().outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(ended.summary().seconds()).isEqualTo(600);
    assertThat(ended.timeNanos() / 1e9).isCloseTo(600, within(2.0));
    assertThat(Settling.of(ended.summary().finalIndex().orElseThrow()).settled()).isTrue();
    assertThat(events(RecordingEvent.BaselineTaken.class)).hasSize(1);
  }

  @Test
  void howOftenTimeIsToldChangesNothing() {
    VirtualBytes sensor = VirtualBytes.of("pulsesensor-plotter", 4, 400);
    feed(session(10), sensor);
    List<RecordingEvent> seldom = withoutInputs(events);
    events.clear();
    Chain often = session(10);
    long told = 0;
    for (Chunk chunk : sensor.chunks()) {
      for (; told < chunk.hostNanos(); told += 7_000_000) {
        often.advance(told);
      }
      often.advance(chunk.hostNanos());
      often.bytes(chunk.bytes(), chunk.bytes().length);
    }

    assertThat(withoutInputs(events)).isEqualTo(seldom);
    assertThat(seldom).hasSizeGreaterThan(500);
  }

  /** Protocols hold a factory and cannot be compared; their event is left out too. */
  private static List<RecordingEvent> withoutInputs(List<RecordingEvent> all) {
    return all.stream()
        .filter(e -> !(e instanceof RecordingEvent.Input))
        .filter(e -> !(e instanceof RecordingEvent.Recognised))
        .toList();
  }

  @Test
  void theRecordedInputsGiveTheSameEventsAgain() {
    Chain chain = session(10);
    VirtualBytes sensor = VirtualBytes.of("stillpoint", 9, 640);
    for (Chunk chunk : sensor.chunks()) {
      chain.advance(chunk.hostNanos());
      if (chunk.hostNanos() > 200e9 && chunk.hostNanos() < 200.02e9) {
        chain.command(Command.PAUSE);
      }
      if (chunk.hostNanos() > 225e9 && chunk.hostNanos() < 225.02e9) {
        chain.command(Command.RESUME);
      }
      chain.bytes(chunk.bytes(), chunk.bytes().length);
    }
    List<RecordingEvent> live = List.copyOf(events);
    events.clear();
    Chain replay = session(10);
    live.stream()
        .filter(RecordingEvent.Input.class::isInstance)
        .map(RecordingEvent.Input.class::cast)
        .forEach(i -> replay.input(i.record()));

    assertThat(replay.ended()).isTrue();
    assertThat(withoutInputs(events)).isEqualTo(withoutInputs(live));
    assertThat(events(RecordingEvent.PauseChanged.class)).hasSize(2);
  }

  @Test
  void aPauseMovesTheEndAndNothingElse() {
    Chain chain = session(10);
    for (Chunk chunk : VirtualBytes.of("stillpoint", 9, 700).chunks()) {
      chain.advance(chunk.hostNanos());
      long seconds = chunk.hostNanos() / 1_000_000_000;
      if (seconds == 300) {
        chain.command(Command.PAUSE);
      } else if (seconds == 340) {
        chain.command(Command.RESUME);
      }
      chain.bytes(chunk.bytes(), chunk.bytes().length);
    }

    RecordingEvent.Ended ended = events(RecordingEvent.Ended.class).get(0);
    assertThat(ended.summary().outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(ended.timeNanos() / 1e9).isCloseTo(640, within(1.0));
    assertThat(ended.summary().seconds()).isEqualTo(600);
    assertThat(events(RecordingEvent.Prompted.class))
        .isNotEmpty()
        .noneMatch(p -> p.timeNanos() > 300.1e9 && p.timeNanos() < 339.9e9);
  }

  @Test
  void whatHappensInAPauseEntersNeitherBaselineNorIndex() {
    Chain chain = session(10);
    for (Chunk chunk : VirtualBytes.of("stillpoint", 9, 500).chunks()) {
      chain.advance(chunk.hostNanos());
      long seconds = chunk.hostNanos() / 1_000_000_000;
      if (seconds == 140 || seconds == 300) {
        chain.command(Command.PAUSE);
      } else if (seconds == 200 || seconds == 310) {
        chain.command(Command.RESUME);
      }
      chain.bytes(chunk.bytes(), chunk.bytes().length);
    }

    assertThat(events(RecordingEvent.BaselineTaken.class)).hasSize(1);
    assertThat(events(RecordingEvent.BaselineTaken.class).get(0).timeNanos() / 1e9)
        .isGreaterThanOrEqualTo(260);
    assertThat(events(RecordingEvent.IndexStep.class))
        .filteredOn(s -> s.timeNanos() > 310e9 && s.timeNanos() < 370e9)
        .hasSizeGreaterThan(10)
        .allMatch(s -> s.index().value().isEmpty());
    assertThat(events(RecordingEvent.IndexStep.class))
        .filteredOn(s -> s.timeNanos() > 372e9)
        .isNotEmpty()
        .allMatch(s -> s.index().value().isPresent());
    assertThat(events(RecordingEvent.Decided.class))
        .anyMatch(d -> d.decision().reason().contains("paused less than a minute ago"));
  }

  @Test
  void howTheSensorDoesIsToldEveryFiveSeconds() {
    Chain chain = watching();
    for (Chunk chunk : VirtualBytes.of("stillpoint", 6, 90).chunks()) {
      double seconds = chunk.hostNanos() / 1e9;
      chain.advance(chunk.hostNanos());
      if (seconds < 30 || seconds > 32) {
        chain.bytes(chunk.bytes(), chunk.bytes().length);
      }
    }
    chain.advance(100_000_000_000L);

    List<RecordingEvent.SensorSeen> told = events(RecordingEvent.SensorSeen.class);
    assertThat(told).hasSameSizeAs(events(RecordingEvent.IndexStep.class)).hasSize(19);
    SensorState before = told.get(4).state();
    assertThat(before.placement()).isEqualTo(Placement.GOOD);
    assertThat(before.rateHz().orElseThrow()).isCloseTo(500, within(0.5));
    assertThat(before.gaps()).isZero();
    SensorState after = told.get(16).state();
    assertThat(after.gaps()).isEqualTo(1);
    assertThat(after.gapSeconds()).isCloseTo(2, within(0.1));
    assertThat(after.lostSamples()).isBetween(950L, 1050L);
    assertThat(told)
        .filteredOn(t -> t.timeNanos() < 44e9)
        .isNotEmpty()
        .allMatch(t -> t.state().driftPpm().isEmpty());
    assertThat(told)
        .filteredOn(t -> t.timeNanos() > 50e9)
        .isNotEmpty()
        .allMatch(t -> Math.abs(t.state().driftPpm().orElseThrow()) < 130);
    assertThat(told.get(18).state().placement()).as("silent").isEqualTo(Placement.UNKNOWN);
  }

  @Test
  void aSensorThatFallsSilentHoldsThePacingAndTheSessionStillEndsOnTime() {
    Chain chain = session(10);
    feed(chain, VirtualBytes.of("stillpoint", 7, 300));
    chain.advance(610_000_000_000L);

    RecordingEvent.Ended ended = events(RecordingEvent.Ended.class).get(0);
    assertThat(ended.summary().seconds()).isEqualTo(600);
    assertThat(ended.summary().finalIndex()).isEmpty();
    assertThat(ended.summary().gapSeconds()).isCloseTo(310, within(1.0));
    assertThat(ended.summary().rateHz().orElseThrow()).isCloseTo(500, within(1.0));
    assertThat(events(RecordingEvent.IndexStep.class))
        .filteredOn(s -> s.timeNanos() > 315e9)
        .isNotEmpty()
        .allMatch(s -> s.index().value().isEmpty());
    assertThat(events(RecordingEvent.Decided.class))
        .filteredOn(d -> d.timeNanos() > 330e9)
        .isNotEmpty()
        .allMatch(d -> d.decision().reason().contains("No usable signal"));
  }

  @Test
  void tenMegabytesOfNoiseMakeNoBeat() {
    byte[] noise = new byte[10_000_000];
    new Random(1).nextBytes(noise);
    for (Protocol protocol : Devices.files("ppg")) {
      Chain chain =
          new Chain(
              ChainSettings.watching(List.of(protocol), Double.POSITIVE_INFINITY),
              events::add,
              SampleListener.NONE,
              ToDevice.NOBODY);
      for (int at = 0; at < noise.length; at += 4096) {
        chain.advance(at * 1000L);
        byte[] piece = Arrays.copyOfRange(noise, at, Math.min(noise.length, at + 4096));
        chain.bytes(piece, piece.length);
        events.removeIf(RecordingEvent.Input.class::isInstance);
      }
      assertThat(events(RecordingEvent.BeatSeen.class)).as(protocol.name()).isEmpty();
      events.clear();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stillpoint", "pulsesensor-plotter", "pulsesensor-processing"})
  void captureBytesCutAndMixedAtRandomInventNothing(String protocol) {
    byte[] capture = VirtualBytes.of(protocol, 5, 60).bytes();
    Random random = new Random(8);
    for (Protocol reader : Devices.files("ppg")) {
      if (reader.name().equals(protocol)) {
        continue;
      }
      Chain chain =
          new Chain(
              ChainSettings.watching(List.of(reader), Double.POSITIVE_INFINITY),
              events::add,
              SampleListener.NONE,
              ToDevice.NOBODY);
      int at = random.nextInt(100);
      while (at < capture.length) {
        int end = Math.min(capture.length, at + 1 + random.nextInt(200));
        byte[] piece = Arrays.copyOfRange(capture, at, end);
        chain.advance(at * 100_000L);
        chain.bytes(piece, piece.length);
        at = end;
      }
      assertThat(events(RecordingEvent.BeatSeen.class)).as(reader.name()).isEmpty();
      events.clear();
    }
  }

  @Test
  void aSilentPortAndAForeignDeviceAreToldInASentence() {
    Chain silent = watching();
    silent.advance(5_000_000_000L);
    assertThat(silent.problem("/dev/x")).isEmpty();
    silent.advance(6_000_000_000L);
    assertThat(silent.problem("/dev/x").orElseThrow()).startsWith("Nothing arrives from /dev/x");

    Chain foreign = watching();
    byte[] gps =
        "$GPGGA,123519,4807.038,N*47\r\n$GPGSA,A,3*39\r\n$GPRMC,1*6A\r\n"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    foreign.advance(6_000_000_000L);
    foreign.bytes(gps, gps.length);
    assertThat(foreign.problem("/dev/x").orElseThrow())
        .contains("No pulse sensor is recognised on /dev/x")
        .contains("$GPGSA,A,3*39");
  }
}

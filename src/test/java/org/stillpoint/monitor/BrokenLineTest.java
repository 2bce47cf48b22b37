package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.device.Devices;
import org.stillpoint.device.ToDevice;
import org.stillpoint.participant.Chunk;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.LineStatus;
import org.stillpoint.signal.Gap;
import org.stillpoint.testkit.Scripts;
import org.stillpoint.testkit.VirtualBytes;

/** The plug is pulled and put back, the computer sleeps: one recording, one gap. */
class BrokenLineTest {
  private final List<RecordingEvent> events = new ArrayList<>();

  private <T extends RecordingEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private Chain chain() {
    return new Chain(
        ChainSettings.session(Devices.live(), Scripts.backPain(10)),
        events::add,
        SampleListener.NONE,
        ToDevice.NOBODY);
  }

  /** Plays a sensor whose bytes are lost between two moments, with commands at both. */
  private static void play(
      Chain chain, VirtualBytes sensor, double from, double to, Command lost, Command back) {
    boolean down = false;
    boolean up = false;
    for (Chunk chunk : sensor.chunks()) {
      double seconds = chunk.hostNanos() / 1e9;
      chain.advance(chunk.hostNanos());
      if (seconds >= from && !down) {
        down = true;
        chain.command(lost);
      }
      if (seconds >= to && !up) {
        up = true;
        chain.command(back);
      }
      if (seconds < from || seconds >= to) {
        chain.bytes(chunk.bytes(), chunk.bytes().length);
      }
    }
  }

  private void assertOneGap(Gap.Cause cause, double seconds) {
    assertThat(events(RecordingEvent.GapSeen.class)).hasSize(1);
    Gap gap = events(RecordingEvent.GapSeen.class).get(0).gap();
    assertThat(gap.cause()).isEqualTo(cause);
    assertThat(gap.seconds()).isCloseTo(seconds, within(0.7));
    assertThat(events(RecordingEvent.BeatSeen.class))
        .isNotEmpty()
        .noneMatch(
            b ->
                b.interval() != null
                    && b.interval().startNanos() < gap.toNanos()
                    && b.interval().endNanos() > gap.fromNanos());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stillpoint", "pulsesensor-plotter", "pulsesensor-processing"})
  void aPlugPulledAndPutBackIsOneGapInTheSameSession(String protocol) {
    Chain chain = chain();
    play(chain, VirtualBytes.of(protocol, 3, 630), 250, 280, Command.LINE_LOST, Command.LINE_BACK);

    assertOneGap(Gap.Cause.UNPLUGGED, 30);
    assertThat(events(RecordingEvent.IndexStep.class))
        .filteredOn(s -> s.timeNanos() > 250.1e9 && s.timeNanos() < 280e9)
        .isNotEmpty()
        .allMatch(s -> s.index().value().isEmpty() && s.index().metrics().heartRate().isEmpty());
    assertThat(events(RecordingEvent.LineChanged.class))
        .extracting(RecordingEvent.LineChanged::there)
        .containsExactly(false, true);
    RecordingEvent.Summary summary = events(RecordingEvent.Ended.class).get(0).summary();
    assertThat(summary.outcome()).isEqualTo(RecordingEvent.Outcome.COMPLETED);
    assertThat(summary.seconds()).isEqualTo(600);
    assertThat(summary.finalIndex()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"stillpoint, 4", "pulsesensor-plotter, 2.5", "pulsesensor-processing, 30"})
  void aBrokenLineReplaysToTheSameEvents(String protocol, double pause) {
    play(
        chain(),
        VirtualBytes.of(protocol, 5, 630),
        300.3,
        300.3 + pause,
        Command.LINE_LOST,
        Command.LINE_BACK);
    List<RecordingEvent> live = List.copyOf(events);
    events.clear();
    Chain replay = chain();
    live.stream()
        .filter(RecordingEvent.Input.class::isInstance)
        .map(RecordingEvent.Input.class::cast)
        .forEach(i -> replay.input(i.record()));

    assertThat(events.stream().filter(e -> comparable(e)).toList())
        .isEqualTo(live.stream().filter(e -> comparable(e)).toList())
        .hasSizeGreaterThan(500);
  }

  private static boolean comparable(RecordingEvent event) {
    return !(event instanceof RecordingEvent.Input || event instanceof RecordingEvent.Recognised);
  }

  /** Plays a sensor; the computer sleeps for an hour at a moment, and the sensor with it. */
  private static void sleepFor(Chain chain, VirtualBytes sensor, double at, double seconds) {
    boolean slept = false;
    for (Chunk chunk : sensor.chunks()) {
      long later = chunk.hostNanos() + (slept ? Math.round(seconds * 1e9) : 0);
      if (!slept && chunk.hostNanos() > at * 1e9) {
        slept = true;
        later += Math.round(seconds * 1e9);
        chain.command(Command.SLEEP);
        chain.advance(later);
        chain.command(Command.AWAKE);
      }
      chain.advance(later);
      chain.bytes(chunk.bytes(), chunk.bytes().length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stillpoint", "pulsesensor-plotter", "rr"})
  void aSleepOfTheComputerIsAGapOfItsLengthAndTheSessionStandsStill(String protocol) {
    sleepFor(chain(), VirtualBytes.of(protocol, 8, 640), 300, 3600);

    assertOneGap(Gap.Cause.SLEEP, 3600);
    assertThat(events(RecordingEvent.IndexStep.class))
        .filteredOn(s -> s.timeNanos() > 3900e9 && s.timeNanos() < 3960e9)
        .isNotEmpty()
        .allMatch(s -> s.index().value().isEmpty());
    assertThat(events(RecordingEvent.LineChanged.class)).isEmpty();
    RecordingEvent.Ended ended = events(RecordingEvent.Ended.class).get(0);
    assertThat(ended.summary().outcome()).isEqualTo(RecordingEvent.Outcome.COMPLETED);
    assertThat(ended.summary().seconds()).isEqualTo(600);
    assertThat(ended.timeNanos() / 1e9).isCloseTo(4200, within(6.0));
  }

  @Test
  void aSessionTakesTheLineOverAtTheRateThatWasFound() throws InterruptedException {
    Breaking source = new Breaking(VirtualBytes.of("stillpoint", 2, 90).chunks(), 1e18, 1e18);
    Monitor monitor =
        new Monitor(
            source,
            ChainSettings.watching(Devices.live(), Double.POSITIVE_INFINITY),
            event -> {
              if (event instanceof RecordingEvent.BeatSeen && source.bauds.isEmpty()) {
                source.bauds.add(-1); // the rate must not change from here on
                source.takeOver.run();
              }
            },
            true);
    source.takeOver =
        () ->
            monitor.beginSession(
                monitor.protocol().stream().toList(),
                SessionPlan.usual(Scripts.backPain(10)),
                events::add);
    monitor.start();
    assertThat(monitor.await(180_000)).isTrue();

    assertThat(events(RecordingEvent.BeatSeen.class)).hasSizeGreaterThan(60);
    assertThat(source.bauds).containsExactly(-1);
  }

  @Test
  void theMonitorTellsOfABrokenLineAndGoesOnWhenItIsBack() throws InterruptedException {
    Breaking source = new Breaking(VirtualBytes.of("stillpoint", 2, 90).chunks(), 30e9, 40e9);
    Monitor monitor =
        new Monitor(source, ChainSettings.watching(Devices.live(), 80), events::add, true);
    source.watched = monitor;
    monitor.start();
    assertThat(monitor.await(180_000)).isTrue();

    assertOneGap(Gap.Cause.UNPLUGGED, 10);
    assertThat(monitor.failure()).isEmpty();
    assertThat(source.messages)
        .containsExactly(
            "",
            "The plug is out. Stillpoint looks for it again in 3 s, and at once when it reappears.",
            "");
  }

  /** Plays chunks; between two moments its connection is down. */
  private static final class Breaking implements ByteSource {
    private final List<Chunk> chunks;
    private final double fromNanos;
    private final double toNanos;
    private final List<String> messages = new ArrayList<>();
    private final List<Integer> bauds = new ArrayList<>();
    private Runnable takeOver = () -> {};
    private @org.jspecify.annotations.Nullable Monitor watched;
    private int next;
    private long hostNanos;

    Breaking(List<Chunk> chunks, double fromNanos, double toNanos) {
      this.chunks = chunks;
      this.fromNanos = fromNanos;
      this.toNanos = toNanos;
    }

    @Override
    public int read(byte[] buffer) throws IOException {
      if (next == chunks.size()) {
        return -1;
      }
      if (watched != null) {
        watched.latest().map(Snapshot::message).ifPresent(this::heard);
      }
      Chunk chunk = chunks.get(next++);
      hostNanos = chunk.hostNanos();
      if (!line().up()) {
        return 0;
      }
      System.arraycopy(chunk.bytes(), 0, buffer, 0, chunk.bytes().length);
      return chunk.bytes().length;
    }

    private void heard(String message) {
      if (messages.isEmpty() || !messages.get(messages.size() - 1).equals(message)) {
        messages.add(message);
      }
    }

    @Override
    public void rate(int baud) {
      bauds.add(baud);
    }

    @Override
    public LineStatus line() {
      boolean up = hostNanos < fromNanos || hostNanos >= toNanos;
      return new LineStatus(
          up, up ? "" : "The plug is out.", 2.4, hostNanos < fromNanos ? 0 : 1, 0);
    }

    @Override
    public long hostNanos() {
      return hostNanos;
    }

    @Override
    public String description() {
      return "test";
    }

    @Override
    public void close() {}
  }
}

package org.stillpoint.hil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.device.Devices;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.RecordingEvent.BeatSeen;
import org.stillpoint.monitor.RecordingEvent.GapSeen;
import org.stillpoint.monitor.RecordingEvent.LineChanged;
import org.stillpoint.serial.ReconnectingSource;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.testkit.Board;
import org.stillpoint.testkit.PulseWaves;
import org.stillpoint.testkit.TestPort;

/** Pulling the plug of a running board, and pressing its reset button. */
@Tag("realtime")
@Tag("slow")
class PulledPlugTest {
  /**
   * The promise is a notice within one second and a running session within two; a busy machine may
   * take a few times as long without a fault. docs/performance.md has the measured times.
   */
  private static final double PATIENCE = 3;

  @TempDir private Path folder;

  private final BlockingQueue<RecordingEvent> coming = new LinkedBlockingQueue<>();
  private final List<RecordingEvent> events = new CopyOnWriteArrayList<>();

  private Board board() throws IOException {
    PulseWaves pulse = new PulseWaves(500).seconds(120).noise(0.01).seed(5);
    String wave =
        Board.file(
            folder,
            "wave",
            pulse.samples().stream().mapToDouble(PulseSample::value).map(v -> 1200 + 2000 * v));
    return Board.live(folder, "ppg", "--wave", wave, "--reset-on-open", "--boot", "0.5");
  }

  private Monitor watch(Board board) throws IOException {
    Monitor monitor =
        new Monitor(
            new ReconnectingSource(new TestPort(board.link()), 115_200, true, 60),
            ChainSettings.watching(Devices.live(), Double.POSITIVE_INFINITY),
            event -> {
              events.add(event);
              coming.add(event);
            },
            true);
    monitor.start();
    return monitor;
  }

  /** Waits for the next event of a type; returns the seconds that it took. */
  private <T extends RecordingEvent> double await(Class<T> type) throws InterruptedException {
    long start = System.nanoTime();
    while (true) {
      RecordingEvent event = coming.poll(60, TimeUnit.SECONDS);
      assertThat(event).as("no %s came", type.getSimpleName()).isNotNull();
      if (type.isInstance(event)) {
        return (System.nanoTime() - start) / 1e9;
      }
    }
  }

  private void awaitBeats(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      await(BeatSeen.class);
    }
  }

  private <T extends RecordingEvent> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void assertNoIntervalCrosses(Gap gap) {
    assertThat(all(BeatSeen.class))
        .isNotEmpty()
        .noneMatch(
            b ->
                b.interval() != null
                    && b.interval().startNanos() < gap.toNanos()
                    && b.interval().endNanos() > gap.fromNanos());
  }

  @Test
  void theRecordingGoesOnWithOneGap() throws Exception {
    try (Board board = board();
        Monitor monitor = watch(board)) {
      awaitBeats(4);
      coming.clear();
      board.command("unplug");
      double told = await(LineChanged.class);
      assertThat(monitor.latest()).isPresent();
      board.command("replug");
      double back = await(LineChanged.class);
      double running = back + await(GapSeen.class);
      awaitBeats(4);
      monitor.command(Command.STOP);
      assertThat(monitor.await(180_000)).isTrue();

      assertThat(told).isLessThan(PATIENCE);
      assertThat(running).isLessThan(2 * PATIENCE);
      assertThat(all(RecordingEvent.Recognised.class)).hasSize(1);
      assertThat(all(GapSeen.class)).hasSize(1);
      Gap gap = all(GapSeen.class).get(0).gap();
      assertThat(gap.cause()).isEqualTo(Gap.Cause.UNPLUGGED);
      assertNoIntervalCrosses(gap);
      assertThat(monitor.failure()).isEmpty();
      System.getLogger("hil")
          .log(System.Logger.Level.INFO, "told {0} s, running {1} s", told, running);
    }
  }

  @Test
  void aBoardThatIsResetGoesOnAfterAGap() throws Exception {
    try (Board board = board();
        Monitor monitor = watch(board)) {
      awaitBeats(4);
      coming.clear();
      board.command("reset");
      await(GapSeen.class);
      awaitBeats(4);
      monitor.command(Command.STOP);
      assertThat(monitor.await(180_000)).isTrue();

      assertThat(all(LineChanged.class)).isEmpty();
      assertThat(all(GapSeen.class)).hasSize(1);
      Gap gap = all(GapSeen.class).get(0).gap();
      assertThat(gap.cause()).isEqualTo(Gap.Cause.RESET);
      assertNoIntervalCrosses(gap);
    }
  }

  @Test
  void bytesThatStallForSecondsAndThenComeLoseNothing() throws Exception {
    try (Board board = board();
        Monitor monitor = watch(board)) {
      awaitBeats(4);
      board.command("stall=1.2");
      awaitBeats(8);
      monitor.command(Command.STOP);
      assertThat(monitor.await(180_000)).isTrue();

      assertThat(all(GapSeen.class)).isEmpty();
      assertThat(all(RecordingEvent.FaultSeen.class)).isEmpty();
    }
  }
}

package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.stillpoint.device.Devices;
import org.stillpoint.participant.Chunk;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.testkit.Scripts;
import org.stillpoint.testkit.VirtualBytes;

class MonitorTest {

  /** Plays chunks and then does what the test wants at the end. */
  private static final class Played implements ByteSource {
    private final List<Chunk> chunks;
    private final @org.jspecify.annotations.Nullable IOException atEnd;
    private int next;
    private long hostNanos;
    private volatile boolean closed;

    Played(List<Chunk> chunks, @org.jspecify.annotations.Nullable IOException atEnd) {
      this.chunks = chunks;
      this.atEnd = atEnd;
    }

    @Override
    public int read(byte[] buffer) throws IOException {
      if (next == chunks.size()) {
        if (atEnd != null) {
          throw atEnd;
        }
        return -1;
      }
      Chunk chunk = chunks.get(next++);
      hostNanos = chunk.hostNanos();
      System.arraycopy(chunk.bytes(), 0, buffer, 0, chunk.bytes().length);
      return chunk.bytes().length;
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
    public void close() {
      closed = true;
    }
  }

  private final List<RecordingEvent> events = Collections.synchronizedList(new ArrayList<>());

  private static ChainSettings watching() {
    return ChainSettings.watching(Devices.live(), Double.POSITIVE_INFINITY);
  }

  private RecordingEvent.Ended ended() {
    assertThat(events).last().isInstanceOf(RecordingEvent.Ended.class);
    return (RecordingEvent.Ended) events.get(events.size() - 1);
  }

  @Test
  void aSensorThatGoesAwayEndsTheRecordingInOrder() throws InterruptedException {
    Played source =
        new Played(
            VirtualBytes.of("stillpoint", 2, 200).chunks(), new IOException("The plug is out."));
    Monitor monitor =
        new Monitor(
            source, ChainSettings.session(Devices.live(), Scripts.backPain(10)), events::add, true);
    monitor.start();
    assertThat(monitor.await(180_000)).isTrue();

    assertThat(monitor.failure()).isEqualTo("The plug is out.");
    assertThat(ended().summary().outcome()).isEqualTo(RecordingEvent.Outcome.SENSOR_GONE);
    assertThat(source.closed).isTrue();
    assertThat(monitor.latest().orElseThrow().phase()).isEqualTo(Snapshot.Phase.ENDED);
    assertThat(monitor.latest().orElseThrow().message()).isEqualTo("The plug is out.");
  }

  @Test
  void aListenerThatBreaksEndsTheRecordingVisibly() throws InterruptedException {
    Played source = new Played(VirtualBytes.of("stillpoint", 2, 30).chunks(), null);
    Monitor monitor =
        new Monitor(
            source,
            watching(),
            event -> {
              if (event instanceof RecordingEvent.BeatSeen) {
                throw new IllegalStateException("a bug");
              }
            },
            true);
    monitor.start();
    assertThat(monitor.await(180_000)).isTrue();

    assertThat(monitor.failure()).startsWith("Something broke inside Stillpoint");
    assertThat(source.closed).isTrue();
  }

  @Test
  void aSourceWithoutASensorIsGivenUpWithAReason() throws InterruptedException {
    Monitor monitor = new Monitor(new Played(List.of(), null), watching(), events::add, true);
    monitor.start();
    assertThat(monitor.await(180_000)).isTrue();

    assertThat(monitor.failure()).startsWith("Nothing arrives from test");
    assertThat(ended().summary().outcome()).isEqualTo(RecordingEvent.Outcome.FAILED);
  }

  @Test
  void aSessionBegunWhileWatchingIsARecordingOfItsOwn() throws InterruptedException {
    CountDownLatch watched = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Played source = new Played(VirtualBytes.of("stillpoint", 2, 700).chunks(), null);
    Monitor monitor =
        new Monitor(
            source,
            watching(),
            event -> {
              if (event.timeNanos() > 20e9 && watched.getCount() > 0) {
                watched.countDown();
                awaitQuietly(begun);
              }
            },
            true);
    monitor.start();
    assertThat(watched.await(60, TimeUnit.SECONDS)).isTrue();
    long before = monitor.latest().map(Snapshot::sequence).orElse(0L);
    monitor.beginSession(
        monitor.protocol().stream().toList(), SessionPlan.usual(Scripts.backPain(10)), events::add);
    begun.countDown();
    assertThat(monitor.await(180_000)).isTrue();

    assertThat(events.get(0)).isInstanceOf(RecordingEvent.Recognised.class);
    assertThat(events.get(0).timeNanos()).isZero();
    assertThat(ended().summary().outcome()).isEqualTo(RecordingEvent.Outcome.COMPLETED);
    assertThat(ended().timeNanos()).isEqualTo(600_000_000_000L);
    assertThat(monitor.latest().orElseThrow().sequence()).isGreaterThan(before);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("the test did not go on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void closingStopsASession() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    ByteSource endless =
        new ByteSource() {
          private final List<Chunk> chunks = VirtualBytes.of("stillpoint", 2, 30).chunks();
          private int next;
          private volatile boolean closed;

          @Override
          public int read(byte[] buffer) {
            if (next == chunks.size()) {
              running.countDown();
              return closed ? -1 : 0;
            }
            byte[] bytes = chunks.get(next++).bytes();
            System.arraycopy(bytes, 0, buffer, 0, bytes.length);
            return bytes.length;
          }

          @Override
          public long hostNanos() {
            return next == 0 ? 0 : chunks.get(next - 1).hostNanos();
          }

          @Override
          public String description() {
            return "endless";
          }

          @Override
          public void close() {
            closed = true;
          }
        };
    Monitor monitor =
        new Monitor(
            endless,
            ChainSettings.session(Devices.live(), Scripts.backPain(10)),
            events::add,
            true);
    monitor.start();
    assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();

    monitor.close();

    assertThat(monitor.running()).isFalse();
    assertThat(ended().summary().outcome()).isEqualTo(RecordingEvent.Outcome.STOPPED);
  }
}

package org.stillpoint.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.testkit.Needs;
import org.stillpoint.testkit.PtyPair;
import org.stillpoint.testkit.TestPort;

@Timeout(120)
class ReconnectingSourceTest {
  @TempDir private Path folder;

  /**
   * A port that the test breaks and restores; every reading of the clock advances it by a tenth of
   * a second.
   */
  private static final class Bench implements ReconnectingSource.Place {
    private final List<Integer> bauds = new ArrayList<>();
    private boolean there = true;
    private boolean busy;
    private boolean broken;
    private boolean refusesRates;
    private long nanos;
    private long sleeplessMillis = 1_000_000;

    @Override
    public ByteSource open(int baud) throws IOException {
      bauds.add(baud);
      if (busy) {
        throw new IOException("The port is busy.");
      }
      broken = false;
      return new ByteSource() {
        @Override
        public int read(byte[] buffer) throws IOException {
          if (broken) {
            throw new IOException("The plug is out.");
          }
          buffer[0] = 7;
          return 1;
        }

        @Override
        public void rate(int baud) throws IOException {
          if (refusesRates) {
            throw new IOException("The adapter does not know this rate.");
          }
        }

        @Override
        public long hostNanos() {
          return nanos;
        }

        @Override
        public String description() {
          return "bench";
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public boolean there() {
      return there;
    }

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public long sleeplessMillis() {
      return sleeplessMillis;
    }

    void pass(double seconds) {
      nanos += Math.round(seconds * 1e9);
      sleeplessMillis += Math.round(seconds * 1e3);
    }
  }

  private final Bench bench = new Bench();
  private final byte[] buffer = new byte[64];

  private ReconnectingSource source(double patience) throws IOException {
    return new ReconnectingSource(bench, 9600, true, patience);
  }

  @Test
  void aPulledPlugIsToldAndThePortTakenAgainAtOnceWhenItReappears() throws IOException {
    ReconnectingSource source = source(Double.POSITIVE_INFINITY);
    assertThat(source.read(buffer)).isEqualTo(1);
    bench.broken = true;
    bench.there = false;

    assertThat(source.read(buffer)).isZero();
    assertThat(source.line().up()).isFalse();
    assertThat(source.line().why()).isEqualTo("The plug is out.");
    assertThat(source.line().breaks()).isEqualTo(1);
    assertThat(source.line().secondsToNextTry()).isCloseTo(0.5, within(1e-9));
    bench.pass(20);
    assertThat(source.read(buffer)).isZero();
    bench.there = true;
    assertThat(source.read(buffer)).isZero();
    assertThat(source.line().up()).isTrue();
    assertThat(source.line().why()).isEmpty();
    assertThat(source.read(buffer)).isEqualTo(1);
  }

  @Test
  void pausesGrowWhileThePortCannotBeOpened() throws IOException {
    ReconnectingSource source = source(Double.POSITIVE_INFINITY);
    bench.broken = true;
    bench.busy = true;
    source.read(buffer);
    List<Double> tries = new ArrayList<>();
    int before = bench.bauds.size();
    for (int i = 0; i < 400; i++) {
      source.read(buffer);
      if (bench.bauds.size() > before) {
        before = bench.bauds.size();
        tries.add(bench.nanos / 1e9);
      }
      bench.pass(0.1);
      if (tries.size() == 7) {
        break;
      }
    }

    assertThat(source.line().why()).isEqualTo("The port is busy.");
    List<Double> pauses = new ArrayList<>();
    for (int i = 1; i < tries.size(); i++) {
      pauses.add(Math.round((tries.get(i) - tries.get(i - 1)) * 10) / 10.0);
    }
    assertThat(pauses).containsExactly(1.0, 2.0, 4.0, 8.0, 8.0, 8.0);
  }

  @Test
  void patienceEndsWithTheReason() throws IOException {
    ReconnectingSource source = source(30);
    bench.broken = true;
    bench.there = false;
    source.read(buffer);
    bench.pass(29);
    assertThat(source.read(buffer)).isZero();
    bench.pass(2);

    assertThatThrownBy(() -> source.read(buffer))
        .isInstanceOf(IOException.class)
        .hasMessage("The plug is out.");
  }

  @Test
  void aSleepShowsInTheSleeplessClockAndIsCountedInto() throws IOException {
    ReconnectingSource source = source(30);
    source.read(buffer);
    bench.pass(100);
    source.read(buffer);
    assertThat(source.line().sleeps()).isZero();
    bench.sleeplessMillis += 60_000;
    source.read(buffer);

    assertThat(source.line().sleeps()).isEqualTo(1);
    assertThat(source.line().breaks()).isZero();
    assertThat(source.hostNanos()).isEqualTo(160_000_000_000L);
  }

  @Test
  void aRateThatIsRefusedEndsNothing() throws IOException {
    ReconnectingSource source = source(30);
    bench.refusesRates = true;
    source.rate(250_000);

    assertThat(source.read(buffer)).isEqualTo(1);
    assertThat(source.line().up()).isTrue();
  }

  @Test
  void anotherRateIsKeptForTheNextOpening() throws IOException {
    ReconnectingSource source = source(30);
    source.rate(57_600);
    bench.broken = true;
    source.read(buffer);
    source.read(buffer);

    assertThat(bench.bauds).containsExactly(9600, 57_600);
    ReconnectingSource fixed = new ReconnectingSource(bench, 9600, false, 30);
    fixed.rate(57_600);
    bench.broken = true;
    fixed.read(buffer);
    fixed.read(buffer);
    assertThat(bench.bauds).containsExactly(9600, 57_600, 9600, 9600);
  }

  /** The real library on real pseudo terminals: what remains after a hundred pulled plugs. */
  @Test
  void aHundredPulledPlugsLeaveNothingBehind() throws IOException {
    Needs.socat();
    PtyPair pty = new PtyPair(folder);
    try (ReconnectingSource source =
        new ReconnectingSource(new TestPort(pty.link()), 9600, true, 60)) {
      long[] before = cycle(source, pty, 5);
      long[] after = cycle(source, new PtyPair(folder), 100);

      assertThat(source.line().breaks()).isEqualTo(105);
      assertThat(after[0]).as("open files").isLessThanOrEqualTo(before[0] + 2);
      assertThat(after[1]).as("threads").isLessThanOrEqualTo(before[1] + 2);
      assertThat(after[2]).as("heap in use").isLessThan(before[2] + 4_000_000);
    }
  }

  /** Pulls the plug and puts it back; returns the open files, threads and heap at the end. */
  private long[] cycle(ReconnectingSource source, PtyPair first, int times) throws IOException {
    PtyPair pty = first;
    for (int i = 0; i < times; i++) {
      readOneLine(source, pty);
      pty.pull();
      while (source.line().up()) {
        source.read(buffer);
      }
      pty = i == times - 1 ? pty : new PtyPair(folder);
    }
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return new long[] {files.count(), Thread.getAllStackTraces().size(), heapInUse()};
    }
  }

  /** The least of several measurements, to leave out what other code has not released yet. */
  private static long heapInUse() {
    Runtime machine = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, machine.totalMemory() - machine.freeMemory());
    }
    return least;
  }

  private void readOneLine(ReconnectingSource source, PtyPair pty) throws IOException {
    while (!source.line().up()) {
      source.read(buffer);
    }
    pty.out().write("beat\n".getBytes(StandardCharsets.US_ASCII));
    pty.out().flush();
    StringBuilder text = new StringBuilder();
    while (!text.toString().endsWith("beat\n")) {
      int count = source.read(buffer);
      assertThat(source.line().up()).isTrue();
      text.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
    }
  }
}

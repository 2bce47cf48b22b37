package org.stillpoint.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconnectingSourceTest {
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
      source.read(buffer); // waits for a tenth of a second of true time
      if (bench.bauds.size() > before) {
        before = bench.bauds.size();
        tries.add(bench.nanos / 1e9);
      }
      bench.pass(0.5);
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
}

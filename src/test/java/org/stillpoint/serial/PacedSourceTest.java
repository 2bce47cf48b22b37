package org.stillpoint.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedSourceTest {
  private static final long SECOND = 1_000_000_000;

  /** Delivers one byte per second of its own time, three in all. */
  private static final class Beads implements ByteSource {
    private long nanos;

    @Override
    public int read(byte[] buffer) {
      if (nanos == 3 * SECOND) {
        return -1;
      }
      nanos += SECOND;
      buffer[0] = (byte) (nanos / SECOND);
      return 1;
    }

    @Override
    public long hostNanos() {
      return nanos;
    }

    @Override
    public String description() {
      return "beads";
    }

    @Override
    public void close() {}
  }

  @Test
  void bytesComeWhenTheClockHasReachedTheirStamp() throws IOException {
    AtomicLong clock = new AtomicLong();
    PacedSource source = new PacedSource(new Beads(), 2, clock::get);
    byte[] buffer = new byte[8];

    assertThat(source.read(buffer)).isZero();
    clock.set(SECOND / 2);
    assertThat(source.read(buffer)).isEqualTo(1);
    assertThat(source.hostNanos()).isEqualTo(SECOND);
    assertThat(buffer[0]).isEqualTo((byte) 1);
    clock.set(10 * SECOND);
    assertThat(source.read(buffer)).isEqualTo(1);
    assertThat(source.read(buffer)).isEqualTo(1);
    assertThat(source.hostNanos()).isEqualTo(3 * SECOND);
    assertThat(source.read(buffer)).isEqualTo(-1);
  }

  @Test
  void timeMovesButNeverPastTheNextBytesWhileWaiting() throws IOException {
    AtomicLong clock = new AtomicLong();
    PacedSource source = new PacedSource(new Beads(), 1, clock::get);
    byte[] buffer = new byte[8];

    clock.set(SECOND / 3);
    source.read(buffer);

    assertThat(source.hostNanos()).isEqualTo(SECOND / 3);
  }

  @Test
  void closingEndsIt() throws IOException {
    PacedSource source = new PacedSource(new Beads(), 1, () -> 0);
    source.close();

    assertThat(source.read(new byte[8])).isEqualTo(-1);
  }

  @Test
  void aSpeedOfNothingIsRefused() {
    assertThatThrownBy(() -> new PacedSource(new Beads(), 0, () -> 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.stillpoint.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.stillpoint.testkit.Needs;
import org.stillpoint.testkit.PtyPair;
import org.stillpoint.testkit.TestPort;

/**
 * The real library on real pseudo terminals: what remains after a hundred pulled plugs. It counts
 * the threads and files of the whole process, so nothing else may run in it.
 */
@Tag("realtime")
@Tag("slow")
@Isolated
class ManyPulledPlugsTest {
  @TempDir private Path folder;

  private final byte[] buffer = new byte[64];

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

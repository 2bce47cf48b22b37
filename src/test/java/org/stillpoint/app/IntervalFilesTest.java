package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What standard error says about a file of intervals that could be read. */
class IntervalFilesTest {
  @TempDir private Path folder;

  private CommandRun analyze(String text) throws IOException {
    return CommandRun.of(
        "analyze", Files.writeString(folder.resolve("rr"), text).toString(), "--json");
  }

  @Test
  void secondsAreTakenAndThatIsSaid() throws IOException {
    CommandRun run = analyze("0.8\n0.81\n0.79\n");

    assertThat(run.code()).isZero();
    assertThat(run.json().path("time").path("meanNn").asDouble()).isEqualTo(800);
    assertThat(run.err())
        .endsWith("look like seconds and were multiplied by 1000." + System.lineSeparator());
  }

  @Test
  void aForeignFormatIsNamed() throws IOException {
    CommandRun run = analyze("Phone timestamp;RR-interval [ms]\n2024-03-02T08:01:02.100;812\n");

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("was read as: Polar Sensor Logger.");
  }

  @Test
  void ofPlainMillisecondsNothingIsSaid() throws IOException {
    assertThat(analyze("# ms\n812\n798\n").err()).isEmpty();
  }
}

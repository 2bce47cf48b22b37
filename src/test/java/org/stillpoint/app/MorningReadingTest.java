package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MorningReadingTest {
  @TempDir private Path folder;

  private CommandRun reading() {
    return CommandRun.in(
        folder,
        "session",
        "--programme",
        "morning-reading",
        "--sensor",
        "virtual:null,4",
        "--speed",
        "max");
  }

  @Test
  void theUsualRangeIsKnownFromTheSixthMorningOn() {
    CommandRun first = reading();
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.err())
        .containsPattern("Heart rate [0-9]+ per minute\\.")
        .containsPattern("Variability \\(RMSSD\\) [0-9]+ ms\\.")
        .contains("Your usual range is known after 5 mornings; this is number 1.");
    for (int morning = 2; morning <= 5; morning++) {
      assertThat(reading().err()).contains("this is number " + morning);
    }
    // The same virtual person each time, so today is where the range is.
    assertThat(reading().err())
        .containsPattern("Heart rate [0-9]+ per minute: within your usual range")
        .containsPattern("ms: within your usual range \\([0-9]+ to [0-9]+\\)");
  }
}

package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendsCommandTest {
  @TempDir private Path folder;

  private CommandRun trends(String... more) {
    return CommandRun.in(folder, "trends", more);
  }

  private void practise(int seed, String... more) {
    CommandRun session =
        CommandRun.in(
            folder,
            "session",
            Stream.concat(
                    Stream.of(more),
                    Stream.of(
                        "--programme",
                        seed == 3 ? "quiet-rest" : "back-pain",
                        "--minutes",
                        "10",
                        "--sensor",
                        "virtual:responder," + seed,
                        "--speed",
                        "max",
                        "--pain-before",
                        "6",
                        "--pain-after",
                        seed == 2 ? "8" : "3"))
                .toArray(String[]::new));
    assertThat(session.code()).as(session.err()).isZero();
  }

  private String page() throws IOException {
    assertThat(trends("--trial", "--out", folder.resolve("t").toString()).code()).isZero();
    return Files.readString(folder.resolve("t").resolve("trends.html"));
  }

  @Test
  void theUsualRangeAppearsAfterFiveSessionsAndNoChartIsEmptyBefore() throws IOException {
    practise(1);
    assertThat(page())
        .contains("1 session on 1 day, 10 minutes together.")
        .contains(
            "Sessions with the same kind of sensor, lying. Your range appears after five of them")
        .contains("Tension was not rated before and after a session yet.");
    for (int seed = 2; seed <= 4; seed++) {
      practise(seed);
    }
    assertThat(page()).contains("there are 4 so far");
    practise(5);
    assertThat(page()).as("a start while arriving is not usual").contains("there are 4 so far");
    practise(6);
    assertThat(page())
        .contains("The band is your usual range")
        .doesNotContain("so far")
        .contains("two or more lower after 5 of them, two or more higher after 1")
        .contains("a square is quiet rest");
    practise(7, "--posture", "sitting");
    assertThat(page()).as("compared only in one posture").contains("sitting. Your range appears");
    CommandRun json = trends("--trial", "--json");
    assertThat(json.json()).hasSize(7);
    assertThat(json.json().get(0).path("startHeartRate").asDouble()).isBetween(40.0, 100.0);
    assertThat(json.json().get(0).path("id").asInt()).as("oldest first").isEqualTo(1);
    assertThat(trends("--json").json()).as("no virtual person is in the trends").isEmpty();
  }

  @Test
  void withoutSessionsThePageSaysWhatWillBeThere() throws IOException {
    assertThat(trends("--json").err()).contains("There are no recordings");
    practise(1);
    assertThat(trends("--out", folder.resolve("r").toString()).code()).isZero();
    assertThat(Files.readString(folder.resolve("r").resolve("trends.html")))
        .contains("This page fills as you practise")
        .doesNotContain("<img");
    assertThat(trends().code()).isEqualTo(2);
  }
}

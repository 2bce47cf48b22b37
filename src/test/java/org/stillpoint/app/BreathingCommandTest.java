package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.testkit.EcgWaves;
import org.stillpoint.testkit.PulseWaves;
import picocli.CommandLine;

class BreathingCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(args);
  }

  private String intervals(double seconds) throws IOException {
    StringBuilder text = new StringBuilder("# ms\n");
    for (double t = 0; t < seconds; ) {
      double millis = 850 + 40 * Math.sin(2 * Math.PI * 12 / 60 * t);
      t += millis / 1000;
      text.append(Math.round(millis)).append('\n');
    }
    return Files.writeString(folder.resolve("rr.txt"), text).toString();
  }

  private static void assertPoints(JsonNode points, int count, double breathsPerMinute) {
    assertThat(points).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(points.get(i).path("timeSeconds").asDouble()).isEqualTo(60 + 5 * i);
      assertThat(points.get(i).path("breathsPerMinute").asDouble())
          .isCloseTo(breathsPerMinute, within(0.5));
      assertThat(points.get(i).path("confidence").asDouble()).isBetween(0.8, 1.0);
    }
  }

  @Test
  void printsAPointEvery5SecondsFromTheEndOfTheFirstMinute() throws IOException {
    assertThat(run("breathing", intervals(121), "--json")).as(err.toString()).isZero();

    JsonNode all = new ObjectMapper().readTree(out.toString());
    assertThat(all.properties()).extracting(e -> e.getKey()).containsExactly("points");
    assertPoints(all.path("points"), 13, 12);
    assertThat(all.path("points").get(0).properties())
        .extracting(e -> e.getKey())
        .containsExactlyInAnyOrderElementsOf(
            Set.of("timeSeconds", "breathsPerMinute", "confidence", "carriedBy"));
    assertThat(all.path("points").get(0).path("carriedBy").path("intervals").asDouble())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void readsTheNamedColumnOfAWaveform() throws IOException {
    StringBuilder text = new StringBuilder("# sampling_rate_hz: 100\nppg,ecg\n");
    List<PulseSample> pulse = new PulseWaves(100).seconds(80).wander(0.3).samples();
    List<PulseSample> ecg = new EcgWaves(100).seconds(80).wander(0.2).samples();
    for (int i = 0; i < 8000; i++) {
      text.append(Math.round(1000 * pulse.get(i).value())).append(',');
      text.append(Math.round(1000 * ecg.get(i).value())).append('\n');
    }
    String file = Files.writeString(folder.resolve("wave.csv"), text).toString();

    for (String signal : new String[] {"ppg", "ecg"}) {
      out.getBuffer().setLength(0);
      assertThat(run("breathing", file, "--signal", signal, "--json")).isZero();
      JsonNode points = new ObjectMapper().readTree(out.toString()).path("points");
      assertPoints(points, 4, 15);
      for (JsonNode point : points) {
        double sum = 0;
        for (JsonNode part : point.path("carriedBy")) {
          assertThat(part.asDouble()).isBetween(0.0, 1.0);
          sum += part.asDouble();
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(point.path("carriedBy").has("baseline")).isTrue();
      }
    }
  }

  @Test
  void anAbsentRateIsNull() throws IOException {
    String file = Files.writeString(folder.resolve("flat.txt"), "800\n".repeat(100)).toString();

    assertThat(run("breathing", file, "--json")).isZero();

    JsonNode first = new ObjectMapper().readTree(out.toString()).path("points").get(0);
    assertThat(first.path("breathsPerMinute").isNull()).isTrue();
    assertThat(first.path("confidence").asDouble()).isZero();
  }

  @Test
  void theTextIsAShortTableAndASummary() throws IOException {
    assertThat(run("breathing", intervals(200))).isZero();

    assertThat(out.toString().lines()).hasSize(5);
    assertThat(out.toString())
        .contains("60 s          12.0")
        .endsWith("Median 12.0 breaths a minute; the rate was clear for 100 % of the time.\n");
  }

  @Test
  void aTableOfADayFitsOnAScreen() throws IOException {
    String file = Files.writeString(folder.resolve("day.txt"), "800\n".repeat(20_000)).toString();

    assertThat(run("breathing", file)).isZero();

    assertThat(out.toString().lines().count()).isLessThan(70);
    assertThat(out.toString()).contains("The breathing rate was not clear at any time.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          breathing FOLDER/brief                   | holds 40 s: a breathing rate needs a recording of at least 60 s
          breathing FOLDER/wave                    | holds 1 s
          breathing FOLDER/wave --signal ppg       | holds 1 s
          breathing FOLDER/wave --signal ecg       | no waveform with a column ecg
          breathing FOLDER/words                   | line 1
          breathing FOLDER/empty                   | no intervals
          breathing FOLDER/none                    | There is no file
          breathing FOLDER                         | folder
          """)
  void badInputGetsOneSentenceAndExitCode1(String command, String sentence) throws IOException {
    Files.writeString(folder.resolve("brief"), "800\n".repeat(50));
    Files.writeString(
        folder.resolve("wave"), "# sampling_rate_hz: 100\nppg\n" + "5\n7\n".repeat(60));
    Files.writeString(folder.resolve("words"), "eight hundred\n");
    Files.writeString(folder.resolve("empty"), "");

    int code = run(command.replace("FOLDER", folder.toString()).split(" ", -1));

    assertThat(err.toString()).contains(sentence);
    assertThat(code).isEqualTo(1);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(out.toString()).isEmpty();
  }
}

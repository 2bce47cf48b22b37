package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.testkit.ReferenceData;

/** The commands on interval files as a person types them. */
class AnalyzeCommandTest {
  @TempDir private Path folder;

  private Path file(String name, int beats) throws IOException {
    String text =
        IntStream.range(0, beats)
            .mapToObj(i -> String.valueOf(850 + Math.round(40 * Math.sin(1.3 * i) + i % 7)))
            .collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve(name), text);
  }

  private static String camel(String key) {
    StringBuilder camel = new StringBuilder();
    for (String part : key.split("_", -1)) {
      camel.append(
          camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return camel.toString();
  }

  /** Every group and key of the reference is printed, in camel case, with its value. */
  @Test
  void jsonHasTheKeysOfTheReference() throws IOException {
    Path rr = ReferenceData.require("rr/nk_rest_5min.txt");
    JsonNode expected =
        new ObjectMapper()
            .readTree(ReferenceData.require("rr/nk_rest_5min.expected.json").toFile())
            .path("expected");

    JsonNode found = CommandRun.of("analyze", rr.toString(), "--json").json();

    int compared = 0;
    for (Map.Entry<String, JsonNode> group : expected.properties()) {
      JsonNode ours = found.path(camel(group.getKey()));
      for (Map.Entry<String, JsonNode> each : group.getValue().properties()) {
        double value = each.getValue().doubleValue();
        assertThat(ours.path(camel(each.getKey())).doubleValue())
            .as("%s.%s", group.getKey(), each.getKey())
            .isCloseTo(value, within(1e-6 * Math.abs(value)));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(71);
  }

  @Test
  void whatAShortSeriesCannotBearIsNotedAndNotShown() throws IOException {
    Path rr = file("short.txt", 100);

    JsonNode json = CommandRun.of("analyze", rr.toString(), "--json").json();
    String text = CommandRun.of("analyze", rr.toString()).out();

    assertThat(json.path("time").path("rmssd").isNumber()).isTrue();
    assertThat(json.path("notes").has("time.rmssd")).isFalse();
    assertThat(json.path("notes").path("welch.vlf").asText())
        .isEqualTo("not enough data: 85 s, this needs 300 s");
    assertThat(json.path("notes").path("nonlinear.dfaAlpha1").asText())
        .isEqualTo("not enough data: 100 intervals, this needs 128");
    assertThat(text).contains("vlf, total, vlfTrapz: not enough data: 85 s, this needs 300 s");
    assertThat(text).contains("rmssd").doesNotContain("NaN");
  }

  @Test
  void sixIntervalsHaveAMeanAndNoSpectrum() throws IOException {
    Path rr = Files.writeString(folder.resolve("rr"), "800\n801\n");

    JsonNode json = CommandRun.of("analyze", rr.toString(), "--json").json();

    assertThat(json.path("time").path("meanNn").asDouble()).isEqualTo(800.5);
    assertThat(json.path("welch").isNull()).isTrue();
    assertThat(json.path("notes").path("welch").asText()).startsWith("not enough data");
    assertThat(json.path("nonlinear").path("sampen").isNull()).isTrue();
  }

  @Test
  void aFolderMakesOneTableAndABadFileStopsNothing() throws IOException {
    file("a.txt", 400);
    file("b.txt", 500);
    Files.writeString(folder.resolve("c.txt"), "800\nwords\n");

    CommandRun run = CommandRun.of("analyze", folder.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.out().lines().skip(1))
        .isNotEmpty()
        .allMatch(l -> l.matches("[ab]\\.txt +[45]00 .*"));
    assertThat(run.err()).contains("c.txt, line 2: 'words'");
  }

  @Test
  void csvHasEveryNumberOfEveryFile() throws IOException {
    file("a.txt", 400);
    file("b.txt", 50);

    CommandRun run = CommandRun.of("analyze", folder.toString(), "--csv");

    assertThat(run.code()).isZero();
    String[] heading = run.out().lines().findFirst().orElseThrow().split(",", -1);
    assertThat(heading).contains("time.rmssd", "welch.lfHf", "nonlinear.sampen", "analysable");
    assertThat(run.out().lines())
        .isNotEmpty()
        .allMatch(line -> line.split(",", -1).length == heading.length);
  }

  @Test
  void jsonOfAFolderHasAnObjectForEveryFile() throws IOException {
    file("a.txt", 400);
    Files.writeString(folder.resolve("b.txt"), "");

    CommandRun run = CommandRun.of("analyze", folder.toString(), "--json");

    assertThat(run.json()).hasSize(2);
    assertThat(run.json().get(0).path("time").path("n").asInt()).isEqualTo(400);
    assertThat(run.json().get(1).path("error").asText()).contains("holds no intervals");
  }

  @Test
  void correctKeepsTheTimeAndItsOutputCanBeAnalysed() throws IOException {
    double[] rr = IntStream.range(0, 200).mapToDouble(i -> 850 + 30 * Math.sin(i)).toArray();
    rr[100] += rr[101];
    String text =
        IntStream.range(0, 200)
            .filter(i -> i != 101)
            .mapToObj(i -> String.valueOf(rr[i]))
            .collect(Collectors.joining("\n"));
    Path damaged = Files.writeString(folder.resolve("damaged.txt"), text);

    CommandRun run = CommandRun.of("correct", damaged.toString());
    JsonNode json = CommandRun.of("correct", damaged.toString(), "--json").json();
    Path corrected = Files.writeString(folder.resolve("corrected.txt"), run.out());
    JsonNode again = CommandRun.of("analyze", corrected.toString(), "--json").json();

    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(200).anyMatch(l -> l.endsWith("# corrected, missed"));
    assertThat(run.err()).contains("of 199 intervals are marked as artefacts; 2 were corrected");
    assertThat(json.path("classes")).hasSize(199);
    assertThat(json.path("classes").get(100).asText()).isEqualTo("missed");
    assertThat(json.path("correctedMillis")).hasSize(200);
    assertThat(json.path("analysable").asBoolean()).isTrue();
    assertThat(json.path("artefactShare").asDouble()).isBetween(0.004, 0.03);
    assertThat(again.path("time").path("n").asInt()).isEqualTo(200);
    assertThat(again.path("time").path("durationS").asDouble())
        .isCloseTo(java.util.Arrays.stream(rr).sum() / 1000 - rr[101] / 1000, within(0.02));
  }

  @Test
  void analyzeCorrectsOrDetrendsWhenAsked() throws IOException {
    Path rr = file("rr.txt", 400);
    String damaged = Files.readString(rr).replaceFirst("\n8", "\n16");
    Files.writeString(rr, damaged);

    double before = rmssd(CommandRun.of("analyze", rr.toString(), "--json"));
    double corrected = rmssd(CommandRun.of("analyze", rr.toString(), "--json", "--correct"));
    CommandRun detrended = CommandRun.of("analyze", rr.toString(), "--json", "--detrend");

    assertThat(corrected).isLessThan(0.7 * before);
    assertThat(detrended.code()).isZero();
    assertThat(CommandRun.of("analyze", rr.toString(), "--detrend", "--lambda", "-1").code())
        .isEqualTo(2);
    assertThat(CommandRun.of("analyze", rr.toString(), "--lambda", "5").code()).isEqualTo(2);
    assertThat(CommandRun.of("analyze", "--detrend", rr.toString()).code()).isZero();
  }

  private static double rmssd(CommandRun run) {
    return run.json().path("time").path("rmssd").asDouble();
  }

  @Test
  void anIrregularRhythmIsCalledNotAnalysable() throws IOException {
    String text =
        IntStream.range(0, 200)
            .mapToObj(i -> i % 2 == 0 ? "560" : "1240")
            .collect(Collectors.joining("\n"));
    Path rr = Files.writeString(folder.resolve("rr"), text);

    CommandRun analyzed = CommandRun.of("analyze", rr.toString(), "--json");
    CommandRun corrected = CommandRun.of("correct", rr.toString(), "--json");

    assertThat(analyzed.json().path("analysable").asBoolean()).isFalse();
    assertThat(analyzed.err()).contains("too irregular to be analysed");
    assertThat(corrected.json().path("analysable").asBoolean()).isFalse();
  }
}

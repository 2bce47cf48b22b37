package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.beat.BeatScore;
import org.stillpoint.testkit.EcgWaves;
import org.stillpoint.testkit.ReferenceData;
import org.stillpoint.testkit.WfdbFiles;

/** The command evaluate-detector, against marked beats. */
class EvaluateDetectorTest {
  private static final EcgWaves ECG = new EcgWaves(250).noise(0.02).steps(500).seconds(60);
  private static final int NORMAL = 1;

  @TempDir private Path folder;

  /** A WFDB record with a correct reference, and a CSV whose reference has a misplaced beat. */
  @BeforeEach
  void write() throws IOException {
    int[] samples = ECG.samples().stream().mapToInt(sample -> (int) sample.value()).toArray();
    WfdbFiles.record(folder, "r", 250, 212, "MLII", samples);
    WfdbFiles.Annotations atr = new WfdbFiles.Annotations().mark(0, 28).text("(N");
    for (double time : ECG.beats()) {
      atr.mark(Math.round(time * 250), NORMAL);
    }
    Files.write(folder.resolve("r.atr"), atr.bytes());
    Files.writeString(
        folder.resolve("w.csv"),
        "# sampling_rate_hz: 250\necg\n"
            + Arrays.stream(samples).mapToObj(Integer::toString).collect(Collectors.joining("\n")));
    Files.writeString(
        folder.resolve("w.beats.txt"),
        Arrays.stream(ECG.beats())
            .mapToObj(t -> String.format(Locale.ROOT, "%.4f\tN", t + (t > 30 && t < 31 ? 0.4 : 0)))
            .collect(Collectors.joining("\n", "# record: w\n", "\n")));
  }

  private CommandRun evaluate(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "evaluate-detector";
    for (int i = 0; i < args.length; i++) {
      all[i + 1] = args[i].replace("FOLDER", folder.toString());
    }
    return CommandRun.of(all);
  }

  @Test
  void everyBeatOfACleanRecordIsFound() {
    JsonNode all = evaluate("FOLDER/r", "--json").json();

    JsonNode record = all.path("records").get(0);
    assertThat(record.path("referenceBeats").asInt()).isEqualTo(ECG.beats().length);
    assertThat(record.path("falseNegatives").asInt()).isZero();
    assertThat(record.path("falsePositives").asInt()).isZero();
    assertThat(record.path("rrErrorMedianMillis").asDouble()).isLessThan(4);
    assertThat(record.path("delayMillis").isNull()).isTrue();
    assertThat(record.path("usedPercent").asDouble()).isGreaterThan(95);
    assertThat(all.path("gross").path("sensitivityPercent").asDouble()).isEqualTo(100);
  }

  @Test
  void missedAndExtraBeatsAreCountedGrossAndOnAverage() {
    CommandRun run = evaluate("FOLDER/r", "FOLDER/w.csv", "--json");

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode wrong = run.json().path("records").get(1);
    int n = ECG.beats().length;
    assertThat(wrong.path("falseNegatives").asInt()).isEqualTo(1);
    assertThat(wrong.path("falsePositives").asInt()).isEqualTo(1);
    double se = 100.0 * (n - 1) / n;
    assertThat(wrong.path("sensitivityPercent").asDouble()).isCloseTo(se, within(1e-9));
    assertThat(run.json().path("gross").path("sensitivityPercent").asDouble())
        .isCloseTo(100.0 * (2 * n - 1) / (2 * n), within(1e-9));
    assertThat(run.json().path("average").path("sensitivityPercent").asDouble())
        .isCloseTo((100 + se) / 2, within(1e-9));
  }

  @Test
  void theTableNamesTheMeasuresOfTheStandard() {
    CommandRun run = evaluate("FOLDER");

    assertThat(run.lines()).hasSize(5);
    assertThat(run.lines().get(0)).contains("Se %", "+P %", "F1 %", "RR err ms", "delay ms");
    assertThat(run.lines().get(1)).startsWith("r.hea ");
    assertThat(run.lines().get(3)).startsWith("gross ");
    assertThat(run.lines().get(4)).startsWith("average ");
    assertThat(CommandRun.of("evaluate-detector", "--help").out())
        .contains("EC57", "--from", "five");
  }

  @Test
  void whatIsExcludedOrBeforeTheBeginningIsNotScored() throws IOException {
    String text = Files.readString(folder.resolve("w.beats.txt"));
    Files.writeString(folder.resolve("w.beats.txt"), "# exclude_s: 29.5-32\n" + text);

    JsonNode excluded = evaluate("FOLDER/w.csv", "--json").json().path("gross");
    JsonNode late = evaluate("FOLDER/r", "--from", "30", "--json").json().path("gross");

    assertThat(excluded.path("falseNegatives").asInt()).isZero();
    assertThat(excluded.path("falsePositives").asInt()).isZero();
    long after = Arrays.stream(ECG.beats()).filter(t -> t >= 30).count();
    assertThat(late.path("referenceBeats").asLong()).isEqualTo(after);
    assertThat(late.path("f1Percent").asDouble()).isEqualTo(100);
  }

  /**
   * Beats marked 0.3 s after the reference: the delay must not count as a missed beat at an edge.
   */
  @Test
  void theDelayOfAPulseIsTakenOffBeforeAStretchIsLeftOut() throws IOException {
    Files.writeString(
        folder.resolve("w.csv"), Files.readString(folder.resolve("w.csv")).replace("ecg", "ppg"));
    double[] found =
        CommandRun.of("detect", folder.resolve("w.csv").toString()).lines().stream()
            .mapToDouble(Double::parseDouble)
            .toArray();
    StringBuilder text = new StringBuilder();
    for (double time : found) {
      text.append(String.format(Locale.ROOT, "%.4f%n", time - 0.3));
    }
    String stretch =
        String.format(Locale.ROOT, "# exclude_s: %.3f-%.3f%n", found[20] - 0.2, found[30] - 0.2);
    Files.writeString(folder.resolve("w.beats.txt"), stretch + text);

    JsonNode gross = evaluate("FOLDER/w.csv", "--json").json().path("gross");

    assertThat(gross.path("referenceBeats").asInt()).isEqualTo(found.length - 10);
    assertThat(gross.path("falseNegatives").asInt()).isZero();
    assertThat(gross.path("falsePositives").asInt()).isZero();
  }

  @Test
  void anotherAnnotatorMayBeTheReference() throws IOException {
    Files.write(
        folder.resolve("r.qrs"),
        new WfdbFiles.Annotations().mark(250, NORMAL).mark(500, NORMAL).bytes());

    JsonNode gross = evaluate("FOLDER/r", "--annotator", "qrs", "--json").json().path("gross");

    assertThat(gross.path("referenceBeats").asInt()).isEqualTo(2);
  }

  @Test
  void aRecordWithoutItsReferenceIsNamedAndDoesNotStopTheRest() throws IOException {
    Files.delete(folder.resolve("r.atr"));

    CommandRun run = evaluate("FOLDER");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(4);
    assertThat(run.err()).contains("There is no file").contains("r.atr");
    assertThat(evaluate("FOLDER/r", "--from", "-1").code()).isEqualTo(2);
    JsonNode failed = evaluate("FOLDER", "--json").json().path("failed");
    assertThat(failed).hasSize(1);
    assertThat(failed.get(0).path("error").asText()).contains("r.atr");
  }

  /**
   * The command gives the same scores as {@code BeatScore}, which gives those of score_beats.py.
   */
  @ParameterizedTest
  @CsvSource({
    "mitdb203_5min, ecg, mitdb203_5min",
    "nk_rest, ecg, nk_rest",
    "nk_rest, ppg, nk_rest.ppg",
    "systole_ppg, ppg, systole_ppg"
  })
  void aReferenceRecordIsScoredOutsideItsExcludedStretches(
      String record, String signal, String beats) {
    String file = ReferenceData.require("waveforms/" + record + ".csv").toString();
    ReferenceData.Reference reference = ReferenceData.beats(beats);
    JsonNode found = CommandRun.of("detect", file, "--signal", signal, "--json").json();
    List<Double> seconds = new ArrayList<>();
    found.path("beatSeconds").forEach(time -> seconds.add(time.asDouble()));
    double[] times = reference.scored(seconds);
    double[] truth = reference.scored(reference.seconds());
    BeatScore score =
        signal.equals("ppg") ? BeatScore.of(truth, times) : BeatScore.inPlace(truth, times);

    JsonNode node =
        CommandRun.of("evaluate-detector", file, "--signal", signal, "--json")
            .json()
            .path("records")
            .get(0);

    assertThat(node.path("truePositives").asInt()).isEqualTo(score.matched());
    assertThat(node.path("falseNegatives").asInt()).isEqualTo(score.missed());
    assertThat(node.path("falsePositives").asInt()).isEqualTo(score.extra());
    assertThat(node.path("rrErrorP95Millis").asDouble()).isEqualTo(score.rrErrorP95Millis());
    assertThat(node.path("usedPercent").asDouble()).isBetween(50.0, 100.0);
    assertThat(node.path("usedPredictivityPercent").asDouble())
        .isGreaterThanOrEqualTo(score.predictivity());
  }
}

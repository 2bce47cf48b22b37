package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.testkit.EcgWaves;
import org.stillpoint.testkit.PulseWaves;
import org.stillpoint.testkit.ReferenceData;
import org.stillpoint.testkit.WfdbFiles;

/** The command detect on one file or many. */
class DetectFilesTest {
  private static final EcgWaves ECG = new EcgWaves(250).noise(0.02).steps(500).seconds(30);

  @TempDir private Path folder;

  private static int[] samples() {
    return ECG.samples().stream().mapToInt(sample -> (int) sample.value()).toArray();
  }

  private Path csv(String name, double rateHz, String column, int... samples) throws IOException {
    StringBuilder text = new StringBuilder("# sampling_rate_hz: " + rateHz + "\n" + column + "\n");
    for (int sample : samples) {
      text.append(sample).append('\n');
    }
    return Files.writeString(folder.resolve(name), text);
  }

  @BeforeEach
  void write() throws IOException {
    csv("a.csv", 250, "ecg", samples());
    WfdbFiles.record(folder, "b", 250, 212, "MLII", samples());
  }

  private CommandRun detect(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "detect";
    for (int i = 0; i < args.length; i++) {
      all[i + 1] = args[i].replace("FOLDER", folder.toString());
    }
    return CommandRun.of(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FOLDER/b", "FOLDER/b.hea", "FOLDER/b.dat"})
  void aWfdbRecordGivesTheBeatsOfTheSameCsv(String name) {
    CommandRun csv = detect("FOLDER/a.csv", "--signal", "ecg", "--json");
    CommandRun record = detect(name, "--signal", "ecg", "--json");

    assertThat(record.err()).isEmpty();
    assertThat(record.out()).isEqualTo(csv.out());
    assertThat(record.json().path("beatSeconds")).hasSizeBetween(30, 40);
    assertThat(detect(name, "--json").out()).isEqualTo(csv.out());
  }

  @ParameterizedTest
  @CsvSource({
    "16, mitdb100_10min, ecg, MLII",
    "212, mitdb119_5min, ecg, V1",
    "16, nk_rest, ppg, PLETH"
  })
  void aReferenceWaveformWrittenAsWfdbGivesTheSameBeats(
      int format, String name, String signal, String description) throws IOException {
    Path csv = ReferenceData.require("waveforms/" + name + ".csv");
    List<PulseSample> wave = ReferenceData.wave(name, signal);
    double rateHz = Math.rint(1e9 / wave.get(1).timeNanos());
    int[] samples = wave.stream().mapToInt(s -> (int) s.value()).toArray();
    WfdbFiles.record(folder, name, rateHz, format, description, samples);

    CommandRun record = detect("FOLDER/" + name, "--json");

    assertThat(record.out())
        .isEqualTo(CommandRun.of("detect", csv.toString(), "--signal", signal, "--json").out());
    assertThat(record.json().path("beatSeconds").size()).isGreaterThan(300);
  }

  @Test
  void theSignalOfARecordIsChosenByItsDescriptionOrByName() throws IOException {
    int[] flat = new int[samples().length];
    int[] pulse =
        new PulseWaves(250)
            .seconds(30).samples().stream().mapToInt(s -> (int) (500 * s.value())).toArray();
    Files.write(
        folder.resolve("m.dat"),
        WfdbFiles.format16(
            WfdbFiles.interleaved(flat, samples(), java.util.Arrays.copyOf(pulse, flat.length))));
    Files.writeString(
        folder.resolve("m.hea"),
        "m 3 250 "
            + flat.length
            + "\nm.dat 16 1/mmHg 16 0 0 0 0 ABP\nm.dat 16 500/mV 16 0 0 0 0 II\n"
            + "m.dat 16 1/NU 16 0 0 0 0 PLETH\n");
    String ecg = detect("FOLDER/b", "--json").out();

    assertThat(detect("FOLDER/m", "--json").out()).isEqualTo(ecg);
    assertThat(detect("FOLDER/m", "--channel", "ii", "--json").out()).isEqualTo(ecg);
    assertThat(detect("FOLDER/m", "--channel", "1", "--json").out()).isEqualTo(ecg);
    assertThat(detect("FOLDER/m", "--signal", "ppg").lines()).hasSizeGreaterThan(25);
    assertThat(detect("FOLDER/m", "--channel", "0", "--signal", "ppg").lines()).isEmpty();
    assertThat(detect("FOLDER/m", "--channel", "0").err()).contains("does not say what");
    CommandRun none = detect("FOLDER/m", "--channel", "V9");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("has no signal V9, only 0 ABP, 1 II, 2 PLETH: choose one");
  }

  @Test
  void aFolderGivesOneTable() {
    CommandRun run = detect("FOLDER");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().get(0))
        .containsPattern("file +rate Hz +length s +beats +mean per min +quality +took s");
    assertThat(run.lines().get(1)).containsPattern("a.csv +250.0 +30.0 +3\\d +\\d\\d.\\d +[01]\\.");
    assertThat(run.lines().get(2)).contains("b.hea");
  }

  @Test
  void theTableIsAlsoJsonAndCsv() {
    JsonNode json = detect("FOLDER/b.dat", "FOLDER/a.csv", "--json").json();

    assertThat(json).hasSize(2);
    assertThat(json.get(0).path("file").asText()).endsWith("b.hea");
    assertThat(json.get(1).path("file").asText()).endsWith("a.csv");
    assertThat(json.get(0).path("samplingRateHz").asDouble()).isEqualTo(250);
    assertThat(json.get(0).path("lengthSeconds").asDouble()).isCloseTo(30, within(0.01));
    assertThat(json.get(0).path("beats")).isEqualTo(json.get(1).path("beats"));
    assertThat(json.get(0).path("meanHeartRate").asDouble()).isBetween(60.0, 80.0);
    assertThat(detect("FOLDER/a.csv", "--csv").lines().get(0))
        .isEqualTo("file,rate Hz,length s,beats,mean per min,quality,took s");
  }

  @Test
  void aBadFileIsNamedAndDoesNotStopTheRest() throws IOException {
    Files.writeString(folder.resolve("a-bad.csv"), "hello\n");
    Files.writeString(folder.resolve("torn.hea"), "torn 2 360\n");

    CommandRun run = detect("FOLDER");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(3);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains("a-bad.csv holds no waveform", "torn.hea ends after 1 lines");
    JsonNode json = detect("FOLDER", "--json").json();
    assertThat(json).hasSize(4);
    assertThat(json.get(0).path("error").asText()).contains("a-bad.csv holds no waveform");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FOLDER/none.dat           | put its header, the .hea file, beside it
          FOLDER/none               | There is no file
          FOLDER/empty              | holds no waveforms: name a folder with CSV files or WFDB headers
          FOLDER/a.csv --channel 7  | no waveform with a column 7: choose a column with --channel
          FOLDER/other.csv --channel 1 | does not say what this signal is: add --signal
          FOLDER/other.csv          | no waveform with a column ecg or ppg
          FOLDER/a.csv --signal ppg | no waveform with a column ppg
          FOLDER/lost               | The signal file
          FOLDER/away               | only a file beside the header is read
          FOLDER/none.csv           | says '# sampling_rate_hz: 0.0', but only 1 to 10000 samples a second
          FOLDER/minus.csv          | which is not a sampling rate: correct the number
          """)
  void whatCannotBeReadGetsOneSentence(String arguments, String sentence) throws IOException {
    Files.writeString(folder.resolve("none.dat"), "x");
    Files.createDirectory(folder.resolve("empty"));
    csv("other.csv", 100, "left,right", 1);
    csv("none.csv", 0, "ecg", 1);
    csv("minus.csv", -1, "ecg", 1);
    Files.writeString(folder.resolve("away.hea"), "away 1 360\n../a.dat 16 200/mV 0 0 0 0 0 II\n");
    Files.writeString(folder.resolve("lost.hea"), "lost 1 360\nlost.dat 16 200/mV 0 0 0 0 0 II\n");

    CommandRun run = detect(arguments.split(" ", -1));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(sentence);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }

  /** A wave that is not from a heart gives no trusted beats, and never an exception. */
  @ParameterizedTest
  @ValueSource(strings = {"ecg", "ppg"})
  void aFlatAClippedAndAnEmptyWaveGiveNoBeats(String signal) throws IOException {
    csv("flat.csv", 250, signal, new int[5000]);
    csv("clipped.csv", 250, signal, IntStream.range(0, 5000).map(i -> 1023).toArray());
    csv("one.csv", 250, signal, 512);
    csv("none.csv", 250, signal);
    Files.writeString(
        folder.resolve("nan.csv"),
        "# sampling_rate_hz: 250\n" + signal + "\n" + "NaN\n".repeat(999));
    for (String name : List.of("flat", "clipped", "one", "none", "nan")) {
      CommandRun run = detect("FOLDER/" + name + ".csv", "--signal", signal, "--json");

      assertThat(run.code()).as(name).isZero();
      assertThat(run.json().path("beatSeconds")).as(name).isEmpty();
      assertThat(run.json().path("quality").asDouble()).as(name).isZero();
    }
    assertThat(detect("FOLDER/nan.csv", "--signal", signal).err())
        .contains("999 lines of", "no samples of this signal");
  }

  @Test
  void valuesThatAreNoNumbersAreLeftOutAndCounted() throws IOException {
    StringBuilder text = new StringBuilder("# sampling_rate_hz: 250\necg\n");
    int[] samples = samples();
    for (int i = 0; i < samples.length; i++) {
      text.append(i % 100 == 50 ? "NaN" : Integer.toString(samples[i])).append('\n');
    }
    Files.writeString(folder.resolve("holes.csv"), text);

    CommandRun run = detect("FOLDER/holes.csv", "--json");

    assertThat(run.err()).contains("75 lines of");
    assertThat(run.json().path("beatSeconds"))
        .hasSize(detect("FOLDER/a.csv", "--json").json().path("beatSeconds").size());
  }

  @Test
  void blankLinesAreMissingSamplesAndTheTimeGoesOn() throws IOException {
    StringBuilder text = new StringBuilder("# sampling_rate_hz: 250\necg\n");
    int[] samples = samples();
    for (int i = 0; i < samples.length; i++) {
      text.append(i >= 2000 && i < 2250 ? "" : Integer.toString(samples[i])).append('\n');
    }
    Files.writeString(folder.resolve("holes.csv"), text + "\n\n");

    CommandRun run = detect("FOLDER/holes.csv", "--json");
    JsonNode whole = detect("FOLDER/a.csv", "--json").json().path("beatSeconds");
    JsonNode found = run.json().path("beatSeconds");

    assertThat(run.err()).contains("250 lines of");
    assertThat(found.get(found.size() - 1).asDouble())
        .isCloseTo(whole.get(whole.size() - 1).asDouble(), within(0.005));
  }

  @Test
  void whatCanBeReadOnlyOnceIsRefusedBeforeItIsRead() {
    Assumptions.assumeTrue(Files.exists(Path.of("/dev/null")), "this system has no /dev/null");
    for (String command : List.of("detect", "breathing", "evaluate-detector")) {
      CommandRun run = CommandRun.of(command, "/dev/null");

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains("is not a regular file, but it has to be read twice");
    }
  }

  @Test
  void anEcgOfFewSamplesIsReadWithAWarning() throws IOException {
    int[] wave =
        new EcgWaves(60)
            .steps(500).seconds(20).samples().stream().mapToInt(s -> (int) s.value()).toArray();
    csv("few.csv", 60, "ecg", wave);

    CommandRun run = detect("FOLDER/few.csv");

    assertThat(run.err()).contains("some beats may be missed; record at 75 or more");
    assertThat(run.err()).doesNotContain("do not trust");
    assertThat(run.lines()).hasSizeGreaterThan(15);
  }

  @ParameterizedTest
  @CsvSource({"ecg, 30, 50 to 1000", "ppg, 10, 25 to 1000", "ecg, 5000, 50 to 1000"})
  void aRateThatTheDetectorIsNotMadeForIsSaid(String signal, double rateHz, String range)
      throws IOException {
    int[] wave =
        new EcgWaves(rateHz)
            .steps(500).seconds(20).samples().stream().mapToInt(s -> (int) s.value()).toArray();
    csv("slow.csv", rateHz, signal, wave);

    CommandRun run = detect("FOLDER/slow.csv", "--signal", signal, "--json");

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("the detector needs " + range);
    assertThat(String.format(Locale.ROOT, "%.0f", run.json().path("samplingRateHz").asDouble()))
        .isEqualTo(String.format(Locale.ROOT, "%.0f", rateHz));
  }
}

package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.testkit.EcgWaves;
import picocli.CommandLine;

/** Commands as a person or a script runs them. */
class CommandLineTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(args);
  }

  private int session(String sensor, String... more) {
    return sessionIn("store", sensor, more);
  }

  private int sessionIn(String store, String sensor, String... more) {
    String[] fixed = {
      "session",
      "--sensor",
      sensor,
      "--minutes",
      "10",
      "--headless",
      "--speed",
      "max",
      "--store",
      folder.resolve(store).toString()
    };
    String[] args = new String[fixed.length + more.length];
    System.arraycopy(fixed, 0, args, 0, fixed.length);
    System.arraycopy(more, 0, args, fixed.length, more.length);
    return run(args);
  }

  private List<JsonNode> lines() {
    ObjectMapper json = new ObjectMapper();
    return out.toString()
        .lines()
        .map(
            l -> {
              try {
                return json.readTree(l);
              } catch (IOException e) {
                throw new AssertionError(l, e);
              }
            })
        .toList();
  }

  private static void assertThatTheSignalIsTold(List<JsonNode> told) {
    assertThat(told).hasSize(119);
    assertThat(told.get(4).path("driftPpm").isNull()).isTrue();
    JsonNode late = told.get(100);
    assertThat(late.path("rateHz").asDouble()).isCloseTo(500, within(0.5));
    assertThat(late.path("driftPpm").asDouble()).isBetween(-130.0, 130.0);
    assertThat(late.path("lostSamples").asLong()).isZero();
    assertThat(late.path("gapSeconds").asDouble()).isZero();
    assertThat(late.path("placement").asText()).isEqualTo("good");
    assertThat(late.path("advice").isNull()).isTrue();
  }

  private static List<JsonNode> ofType(List<JsonNode> lines, String type) {
    return lines.stream().filter(l -> l.path("type").asText().equals(type)).toList();
  }

  @Test
  void aSessionIsReproducibleEndsOnTimeAndReplays() {
    assertThat(session("virtual:responder,7", "--json")).as(err.toString()).isZero();
    String first = out.toString();
    List<JsonNode> lines = lines();
    assertThat(sessionIn("other", "virtual:responder,7", "--json")).isZero();
    assertThat(out.toString()).isEqualTo(first);
    assertThat(session("virtual:responder,7", "--json")).isZero();
    assertThat(out.toString()).as("the second session has other words").isNotEqualTo(first);

    JsonNode end = lines.get(lines.size() - 1);
    assertThat(end.path("type").asText()).isEqualTo("end");
    assertThat(end.path("plannedSeconds").asDouble()).isEqualTo(600);
    assertThat(end.path("timeSeconds").asDouble()).isCloseTo(600, within(15.0));
    assertThat(end.path("index").asDouble()).isGreaterThan(60);
    assertThat(ofType(lines, "prompt")).hasSizeGreaterThan(80);
    assertThat(ofType(lines, "decision"))
        .hasSizeGreaterThan(8)
        .allMatch(d -> !d.path("reason").asText().isEmpty());
    assertThat(ofType(lines, "index").get(0).path("index").isNull()).isTrue();
    assertThat(ofType(lines, "index").get(0).path("regime").asText()).isEqualTo("unknown");
    assertThatTheSignalIsTold(ofType(lines, "signal"));

    String store = folder.resolve("store").toString();
    assertThat(run("replay", "latest", "--store", store)).isZero();
    assertThat(out.toString()).contains("Recording 2: identical");
    assertThat(run("sessions", "--store", store, "--json")).isZero();
    assertThat(lines().get(0)).hasSize(2);
    assertThat(lines().get(0).get(0).path("state").asText()).isEqualTo("complete");
  }

  @Test
  void monitorPrintsBeatsAndAnIndexEvery5Seconds() {
    assertThat(
            run(
                "monitor",
                "--sensor",
                "virtual:responder,3",
                "--seconds",
                "90",
                "--speed",
                "max",
                "--json"))
        .isZero();

    List<JsonNode> lines = lines();
    assertThat(ofType(lines, "beat")).hasSizeBetween(80, 130);
    assertThat(ofType(lines, "index")).hasSize(18);
    assertThat(ofType(lines, "index").get(17).path("heartRate").asDouble()).isBetween(55.0, 85.0);
    assertThat(ofType(lines, "end")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"stillpoint", "pulsesensor-plotter", "pulsesensor-processing"})
  void aSimulatedCaptureIsRecognisedAndReplayed(String protocol) {
    String file = folder.resolve("capture").toString();
    String truth = folder.resolve("truth").toString();
    assertThat(
            run(
                "simulate",
                "--participant",
                "responder",
                "--seed",
                "5",
                "--protocol",
                protocol,
                "--minutes",
                "1.5",
                "--out",
                file,
                "--truth",
                truth))
        .as(err.toString())
        .isZero();

    assertThat(run("monitor", "--sensor", "replay:" + file, "--speed", "max", "--json")).isZero();

    assertThat(ofType(lines(), "sensor").get(0).path("protocol").asText()).isEqualTo(protocol);
    assertThat(ofType(lines(), "beat")).hasSizeGreaterThan(80);
    assertThat(Path.of(truth)).content().contains("# seconds\tarousal\tearly");
  }

  @Test
  void analyzeNamesItsKeysAsAgreedAndSaysWhatItDoesNotCompute() throws IOException {
    Path file = Files.writeString(folder.resolve("rr.txt"), "# ms\n800\n810\n790\n805\n795\n800\n");

    assertThat(run("analyze", file.toString(), "--json")).isZero();

    JsonNode all = lines().get(0);
    assertThat(all.path("time").path("n").asInt()).isEqualTo(6);
    assertThat(all.path("time").path("meanNn").asDouble()).isEqualTo(800);
    assertThat(all.path("time").has("minHr5beat")).isTrue();
    assertThat(all.path("welch").isNull()).isTrue();
    assertThat(all.path("notes").path("welch").asText()).isNotEmpty();
  }

  @Test
  void detectPrintsTheAgreedJson() throws IOException {
    StringBuilder wave = new StringBuilder("# sampling_rate_hz: 100\nppg\n");
    for (int i = 0; i < 2000; i++) {
      double since = (i % 80) / 100.0;
      wave.append(Math.round(1000 * Math.exp(-Math.pow((since - 0.2) / 0.08, 2)))).append('\n');
    }
    Path file = Files.writeString(folder.resolve("wave.csv"), wave);

    assertThat(run("detect", file.toString(), "--signal", "ppg", "--json")).isZero();

    JsonNode all = lines().get(0);
    assertThat(all.path("samplingRateHz").asDouble()).isEqualTo(100);
    assertThat(all.path("beatSeconds")).hasSizeBetween(24, 25);
    assertThat(all.path("quality").asDouble()).isGreaterThan(0.9);
  }

  @Test
  void detectFindsTheBeatsOfAnElectrocardiogram() throws IOException {
    EcgWaves ecg = new EcgWaves(250).noise(0.02).steps(500).seconds(30);
    StringBuilder wave = new StringBuilder("# sampling_rate_hz: 250\nppg,ecg\n");
    ecg.samples().forEach(sample -> wave.append("7,").append((int) sample.value()).append('\n'));
    Path file = Files.writeString(folder.resolve("wave.csv"), wave);

    assertThat(run("detect", file.toString(), "--signal", "ecg", "--json")).isZero();

    JsonNode all = lines().get(0);
    assertThat(all.path("beatSeconds")).hasSizeBetween(ecg.beats().length, ecg.beats().length + 1);
    assertThat(all.path("quality").asDouble()).isGreaterThan(0.9);
  }

  /** Bad input: one sentence on standard error, nothing on standard output, exit code 1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          session --sensor serial:FOLDER/none --store FOLDER/s            | There is no serial port
          monitor --sensor serial:FOLDER/text                             | is not a serial port
          monitor --sensor replay:FOLDER/none                             | There is no file
          monitor --sensor replay:FOLDER                                  | is a folder
          session --sensor replay:FOLDER/empty --speed max --store FOLDER/s | is empty
          session --sensor replay:FOLDER/gps --speed max --store FOLDER/s | it sends text, for instance "$GPGSA
          session --sensor virtual --store FOLDER/text                    | cannot be written
          analyze FOLDER/words                                            | line 3: 'eight hundred'
          analyze FOLDER/mixed                                            | line 2: 0.8 ms is out of line
          analyze FOLDER/negative                                         | line 2
          analyze FOLDER/empty                                            | no intervals
          analyze FOLDER/none                                             | There is no file
          detect FOLDER/text --signal ppg                                 | no waveform
          detect FOLDER/empty --signal ppg                                | no waveform
          detect FOLDER/text --signal ecg                                 | no waveform
          replay 7 --store FOLDER/s                                       | no recordings in
          replay latest --store FOLDER/s                                  | no recordings in
          report 7 --store FOLDER/s --out FOLDER/r                        | no recordings in
          simulate --out FOLDER/none/x                                    | cannot be used
          simulate --pty FOLDER/words                                     | it is left alone
          session --sensor replay:FOLDER/large --speed max --store FOLDER/s | it sends text
          """)
  void badInputGetsOneSentenceAndExitCode1(String command, String sentence) throws IOException {
    Files.writeString(folder.resolve("text"), "hello\n");
    Files.writeString(folder.resolve("empty"), "");
    Files.writeString(folder.resolve("gps"), "$GPGGA,1*47\n$GPGSA,2*39\n$GPRMC,3*6A\n".repeat(50));
    Files.writeString(folder.resolve("words"), "# ms\n800\neight hundred\n");
    Files.writeString(folder.resolve("mixed"), "800\n0.8\n790\n");
    Files.writeString(folder.resolve("negative"), "800\n-810\n");
    Files.writeString(folder.resolve("large"), "not a sensor but a long text\n".repeat(100_000));

    int code = run(command.replace("FOLDER", folder.toString()).split(" ", -1));

    assertThat(err.toString()).contains(sentence);
    assertThat(code).isEqualTo(1);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          monitor                                            | --sensor
          monitor --sensor bluetooth:x                       | is not a sensor
          monitor --sensor virtual:martian                   | is not a virtual person
          monitor --sensor virtual:responder,x               | is not a whole number
          monitor --sensor serial:/dev/x@12                  | baud rate
          monitor --sensor serial:/dev/x --speed 5           | recorded and virtual
          monitor --sensor virtual --speed fast              | or max
          monitor --sensor virtual --protocol morse          | 'morse' is not a protocol: choose one of
          monitor --sensor virtual --seconds 0               | above 0
          session --sensor virtual --pain-before 11          | 0 to 10
          session --sensor virtual --minutes 7               | choose 10, 20, 35 or 45
          session --sensor virtual --minutes 0               | not offered in 0 minutes; choose
          session --sensor virtual --minutes -5              | not offered in -5 minutes; choose
          session --sensor virtual --minutes 10000           | not offered in 10000 minutes; choose
          session --sensor virtual --programme sleep --minutes 10 | choose 20 or 35
          session --sensor virtual --programme resonance-assessment --minutes 20 | choose 16
          session --sensor virtual --minutes 35 --with everything | choose feelings
          session --sensor virtual --programme nope          | back-pain
          monitor --sensor virtual --speed 1e-300            | 0.01
          monitor --sensor replay:x --rate 0                 | 10 to 1000
          --store x sessions                                 | after the command
          session --sensor virtual --minutes ten             | ten
          simulate --protocol morse --out x                  | morse
          simulate --participant nobody --out x              | nobody
          simulate                                           | --out
          detect file --signal eeg                           | eeg
          nonsense                                           | There is no command 'stillpoint nonsense'.
          export --help                                      | There is no command 'stillpoint export'.
          --help export                                      | There is no command 'stillpoint export'.
          voicepack export --help                            | There is no command 'stillpoint voicepack export'.
          reports --help                                     | Did you mean: stillpoint report
          nonsense --help                                    | Run 'stillpoint --help' to read more.
          """)
  void wrongUsageGetsExitCode2(String command, String sentence) {
    assertThat(run(command.split(" ", -1))).isEqualTo(2);
    assertThat(err.toString()).contains(sentence);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFileThatEndsBeforeTheSessionIsKeptAndMarked() {
    String file = folder.resolve("capture").toString();
    run("simulate", "--minutes", "2", "--out", file);

    assertThat(session("replay:" + file)).isEqualTo(1);

    assertThat(err.toString()).contains("Kept as recording 1. It ended early");
    String store = folder.resolve("store").toString();
    run("sessions", "--store", store);
    assertThat(out.toString()).contains("incomplete");
    assertThat(run("replay", "latest", "--store", store)).isZero();
  }

  @Test
  void aTornCaptureIsPlayedUpToItsTear() throws IOException {
    Path file = folder.resolve("capture");
    run("simulate", "--minutes", "1", "--out", file.toString());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

    assertThat(run("monitor", "--sensor", "replay:" + file, "--speed", "max", "--json")).isZero();

    assertThat(ofType(lines(), "beat")).hasSizeBetween(25, 45);
  }

  @Test
  void helpAndVersionAreThere() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("demo", "session", "replay", "Exit codes");
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("stillpoint ");
    assertThat(run("session", "--help")).isZero();
    assertThat(out.toString()).contains("--sensor");
  }

  @Test
  void outputThatCouldNotBeWrittenIsNoSuccess() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] chars, int offset, int length) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };

    assertThat(Main.execute(new PrintWriter(full), "--version")).isEqualTo(1);
    assertThat(Main.execute(new PrintWriter(new StringWriter()), "--version")).isZero();
  }

  @Test
  void portsPrintsAList() {
    assertThat(run("ports", "--json")).isZero();
    assertThat(lines().get(0).isArray()).isTrue();
  }
}

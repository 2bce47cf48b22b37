package org.stillpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.WfdbFiles;

/** Records in the formats of PhysioNet, written bit by bit. */
class WfdbTest {
  private static final int[] ONE = {0, 1, -1, 2047, -2047, 1000, 7};
  private static final int[] TWO = {10, 20, 30, 40, 50, 60, 70};

  @TempDir private Path folder;

  private static WfdbHeader header(String text) throws IOException {
    return WfdbHeader.read(
        "r.hea", new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private List<PulseSample> samples(WfdbHeader header, int channel) throws IOException {
    List<PulseSample> samples = new ArrayList<>();
    try (WfdbSignal signal = WfdbSignal.open(folder, header, header.signals().get(channel))) {
      for (PulseSample s = signal.next(); s != null; s = signal.next()) {
        samples.add(s);
      }
    }
    return samples;
  }

  private double[] values(WfdbHeader header, int channel) throws IOException {
    return samples(header, channel).stream().mapToDouble(PulseSample::value).toArray();
  }

  private static double[] doubles(int... values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }

  @Test
  void readsAHeaderOfTheArrhythmiaDatabase() throws IOException {
    WfdbHeader header =
        header(
            """
            # a comment
            100 2 360/360(0) 650000 0:0:0 0/0/0
            100.dat 212 200(1024)/mV 11 1024 995 -22131 0 MLII
            100.dat 212 200 11 1024 1011 20052 0 V5
            # 69 M 1085 1629 x1
            """);

    assertThat(header.name()).isEqualTo("100");
    assertThat(header.framesPerSecond()).isEqualTo(360);
    assertThat(header.frames()).isEqualTo(650_000);
    assertThat(header.signals())
        .containsExactly(
            new WfdbChannel(0, "100.dat", 212, 1, 0, 0, false, "mV", "MLII"),
            new WfdbChannel(1, "100.dat", 212, 1, 0, 0, false, "mV", "V5"));
    assertThat(header.signalWords()).isEqualTo("0 MLII, 1 V5");
  }

  @Test
  void readsTheRarerFormsOfAHeader() throws IOException {
    WfdbHeader header =
        header(
            """
            r 4
            a.dat 16x4:3+24 -1000.5(-5)/uV 16 0 0 0 0 lead II of 3
            b.dat 16 1e3/NU 0 PLETH
            b.dat 16 0/mmHg 8 0 0 0 0 ABP
            c.mat 80
            """);

    assertThat(header.framesPerSecond()).isEqualTo(250);
    assertThat(header.frames()).isZero();
    assertThat(header.signals())
        .containsExactly(
            new WfdbChannel(0, "a.dat", 16, 4, 3, 24, true, "uV", "lead II of 3"),
            new WfdbChannel(1, "b.dat", 16, 1, 0, 0, false, "NU", "PLETH"),
            new WfdbChannel(2, "b.dat", 16, 1, 0, 0, false, "mmHg", "ABP"),
            new WfdbChannel(3, "c.mat", 80, 1, 0, 0, false, "mV", ""));
    assertThat(header.rateHz(header.signals().get(0))).isEqualTo(1000);
    assertThat(header.first(SensorKind.PPG).orElseThrow().number()).isEqualTo(1);
    assertThat(header.named("abp").orElseThrow().number()).isEqualTo(2);
    assertThat(header.named("3").orElseThrow().number()).isEqualTo(3);
    assertThat(header.named("7")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MLII, ECG", "V5, ECG", "II, ECG", "aVR, ECG", "ECG1, ECG", "ECG lead 2, ECG", "mod.V1, ECG",
    "D3, ECG", "PLETH, PPG", "Finger PPG, PPG", "ABP, ", "RESP, ", "EEG (C4-A1), ", "CVP, "
  })
  void knowsWhatASignalIsByItsDescription(String description, String kind) {
    WfdbChannel channel = new WfdbChannel(0, "x", 16, 1, 0, 0, false, "x", description);

    assertThat(channel.kind().map(Enum::name).orElse(null)).isEqualTo(kind);
  }

  @Test
  void anUnnamedVoltageIsTakenForAnEcgWhenThereIsNoLead() throws IOException {
    WfdbHeader header = header("r 2 250\nx 16 200/mV 0 0 0 0 0 RESP\nx 16 200/mV\n");

    assertThat(header.first(SensorKind.ECG).orElseThrow().number()).isEqualTo(1);
    assertThat(header.first(SensorKind.PPG)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                       | ends after 0 lines, in the middle of the header
          100                      | r.hea, line 1 is not a record line
          100 x 360                | r.hea, line 1 is not a record line
          100 0 360                | says that the record has 0 signals
          100 1 zero/x.dat 16      | gives 'zero' as the sampling rate
          100 1 -360/x.dat 16      | gives '-360' as the sampling rate
          100 2 360/x.dat 16       | ends after 2 lines, in the middle of the header
          100 1 360/x.dat          | r.hea, line 2 is not a signal line
          100 1 360/x.dat 16x0     | gives 0 samples per frame
          """)
  void aBrokenHeaderGetsOneSentence(String text, String sentence) {
    assertThatThrownBy(() -> header(text.replace('/', '\n')))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aRecordOfSegmentsIsRefused() {
    assertThatThrownBy(() -> header("r/2 1 360 2000\nr_1 1000\nr_2 1000\n"))
        .hasMessageContaining("several segments: name a segment instead, for instance r_1.");
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 212})
  void readsEachOfSeveralSignalsInOneFile(int format) throws IOException {
    int[] all = WfdbFiles.interleaved(ONE, TWO, ONE);
    Files.write(
        folder.resolve("x.dat"), format == 16 ? WfdbFiles.format16(all) : WfdbFiles.format212(all));
    String signal = "x.dat " + format + " 200\n";
    WfdbHeader header = header("x 3 100 7\n" + signal + signal + signal);

    assertThat(values(header, 0)).isEqualTo(doubles(ONE));
    assertThat(values(header, 1)).isEqualTo(doubles(TWO));
    assertThat(values(header, 2)).isEqualTo(doubles(ONE));
    assertThat(samples(header, 1).get(6).timeNanos()).isEqualTo(60_000_000);
  }

  @Test
  void readsSignalsInFilesOfTheirOwnBehindAHeadAndFasterThanTheFrames() throws IOException {
    byte[] samples = WfdbFiles.format16(WfdbFiles.interleaved(ONE, TWO));
    byte[] behind = new byte[samples.length + 24];
    System.arraycopy(samples, 0, behind, 24, samples.length);
    Files.write(folder.resolve("a.dat"), behind);
    Files.write(folder.resolve("b.dat"), WfdbFiles.format212(TWO));
    WfdbHeader header =
        header("x 2 100\na.dat 16x2+24 -200 0 0 0 0 0 upside down\nb.dat 212:2 200\n");

    assertThat(values(header, 0)).startsWith(0.0, -10, -1, -20);
    assertThat(samples(header, 0).get(3).timeNanos()).isEqualTo(15_000_000);
    assertThat(values(header, 1)).startsWith(30, 40);
    assertThat(samples(header, 1).get(0).timeNanos()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"16, -32768", "212, -2048"})
  void aMissingSampleIsAHoleInTime(int format, int missing) throws IOException {
    WfdbFiles.record(folder, "x", 100, format, "II", 1, 2, missing, missing, 5);
    WfdbHeader header = header(Files.readString(folder.resolve("x.hea")));

    assertThat(samples(header, 0))
        .containsExactly(
            new PulseSample(0, 1), new PulseSample(10_000_000, 2), new PulseSample(40_000_000, 5));
    try (WfdbSignal signal = WfdbSignal.open(folder, header, header.signals().get(0))) {
      while (signal.next() != null) {}
      assertThat(signal.notes()).singleElement().asString().contains("2 samples of");
    }
  }

  @Test
  void aTornSignalFileIsReadToItsEndAndThatIsSaid() throws IOException {
    WfdbFiles.record(folder, "x", 100, 16, "II", new int[1000]);
    Path dat = folder.resolve("x.dat");
    Files.write(dat, Arrays.copyOf(Files.readAllBytes(dat), 401));
    WfdbHeader header = header(Files.readString(folder.resolve("x.hea")));

    try (WfdbSignal signal = WfdbSignal.open(folder, header, header.signals().get(0))) {
      int count = 0;
      while (signal.next() != null) {
        count++;
      }
      assertThat(count).isEqualTo(200);
      assertThat(signal.notes()).singleElement().asString().contains("ends after 2.0 s of 10.0 s");
    }
  }

  @Test
  void aSignalFileThatIsLongerThanTheHeaderSaysIsReadAndThatIsSaid() throws IOException {
    WfdbFiles.record(folder, "x", 100, 16, "II", new int[2000]);
    WfdbHeader header = header("x 1 100 1000\nx.dat 16 200/mV 0 0 0 0 0 II\n");
    WfdbHeader other = header("x 1 100 2000\nx.dat 212 200/mV 0 0 0 0 0 II\n");

    try (WfdbSignal signal = WfdbSignal.open(folder, header, header.signals().get(0))) {
      assertThat(signal.notes()).singleElement().asString().contains("is 10 s longer");
    }
    try (WfdbSignal signal = WfdbSignal.open(folder, other, other.signals().get(0))) {
      assertThat(signal.notes()).singleElement().asString().contains("in format 212.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x.dat", "/etc/x.dat", "..", "a\\x.dat"})
  void onlyFilesBesideTheHeaderAreRead(String file) throws IOException {
    WfdbHeader header = header("x 1 100 10\n" + file + " 16 200/mV 0 0 0 0 0 II\n");

    assertThatThrownBy(() -> samples(header, 0)).hasMessageContaining("beside the header");
  }

  @Test
  void anUnknownFormatAndAMissingFileAreNamed() throws IOException {
    WfdbHeader header = header("x 2 100\nx.dat 80 200/mV 8 0 0 0 0 II\nnone.dat 16\n");

    assertThatThrownBy(() -> samples(header, 0))
        .hasMessageContaining("format 80, but only 16 and 212");
    assertThatThrownBy(() -> samples(header, 1))
        .hasMessageContaining("none.dat")
        .hasMessageContaining("does not exist");
  }

  @Test
  void readsAllThatAnAnnotationFileMaySay() throws IOException {
    byte[] file =
        new WfdbFiles.Annotations()
            .mark(18, 28)
            .text("(N")
            .mark(77, 1)
            .mark(370, 5)
            .field(61, -1)
            .field(62, 1)
            .field(60, 3)
            .mark(100_000, 14)
            .text("odd")
            .mark(99_000, 22)
            .bytes();

    assertThat(WfdbAnnotations.all("x.atr", new ByteArrayInputStream(file)))
        .containsExactly(
            new WfdbAnnotation(18, 28, 0, 0, 0, "(N"),
            new WfdbAnnotation(77, 1, 0, 0, 0, ""),
            new WfdbAnnotation(370, 5, -1, 1, 3, ""),
            new WfdbAnnotation(100_000, 14, 0, 1, 3, "odd"),
            new WfdbAnnotation(99_000, 22, 0, 1, 3, ""));
  }

  @Test
  void knowsTheCodesOfBeats() {
    StringBuilder beats = new StringBuilder();
    for (int code = 0; code <= 49; code++) {
      WfdbAnnotation annotation = new WfdbAnnotation(0, code, 0, 0, 0, "");
      beats.append(annotation.beat() ? code + annotation.symbol() + " " : "");
    }

    assertThat(beats.toString().strip())
        .isEqualTo("1N 2L 3R 4a 5V 6F 7J 8A 9S 10E 11j 12/ 13Q 25B 30? 34e 35n 38f 41r");
  }

  @Test
  void beatsAreTimedByTheFramesOrByTheTicksThatTheFileNames() throws IOException {
    WfdbFiles.Annotations plain =
        new WfdbFiles.Annotations().mark(360, 1).mark(720, 32).mark(1080, 33).mark(1440, 5);
    WfdbFiles.Annotations ticks =
        new WfdbFiles.Annotations().mark(0, 22).text("## time resolution: 1000").mark(500, 1);

    ReferenceBeats beats =
        WfdbAnnotations.beats("x.atr", new ByteArrayInputStream(plain.bytes()), 360);

    assertThat(beats.seconds()).containsExactly(1, 4);
    assertThat(beats.beats().get(1).code()).isEqualTo("V");
    assertThat(beats.excluded()).containsExactly(new Span(2, 3));
    assertThat(
            WfdbAnnotations.beats("x.qrs", new ByteArrayInputStream(ticks.bytes()), 360).seconds())
        .containsExactly(0.5);
  }

  @Test
  void aTornAnnotationFileIsReadToItsEndAndThatIsSaid() throws IOException {
    byte[] torn = new WfdbFiles.Annotations().mark(360, 1).mark(720, 1).torn();

    ReferenceBeats beats = WfdbAnnotations.beats("x.atr", new ByteArrayInputStream(torn), 360);

    assertThat(beats.seconds()).containsExactly(1, 2);
    assertThat(beats.notes())
        .singleElement()
        .asString()
        .contains("x.atr ends without its end mark");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomBytesGetOneSentenceOrWhatCanBeRead(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      Files.write(folder.resolve("x.dat"), bytes);
      int format = random.nextBoolean() ? 16 : 212;
      WfdbHeader header =
          header("x 2 100 50\nx.dat " + format + "x3:2+5 200\nx.dat " + format + " 200\n");
      assertThat(samples(header, round % 2)).hasSizeLessThanOrEqualTo(150);
      try {
        WfdbAnnotations.all("x.atr", new ByteArrayInputStream(bytes));
        header(new String(bytes, StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1);
      }
    }
  }

  @Test
  void readsReferenceBeatsAsText() throws IOException {
    String text = "# record: x\n# exclude_s: 91.00-103.10\n0.2139\tN\n1.0278\tV\n2.5\n";
    ReferenceBeats beats =
        BeatsText.read("x", new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));

    assertThat(beats.seconds()).containsExactly(0.2139, 1.0278, 2.5);
    assertThat(beats.beats().get(1).code()).isEqualTo("V");
    assertThat(beats.excluded()).containsExactly(new Span(91, 103.1));
    assertThat(beats.scored(new double[] {90, 95, 104})).containsExactly(90, 104);
  }

  @Test
  void severalStretchesMayBeExcludedInOneLine() throws IOException {
    String text = "# exclude_s: 1.5-2 4-5.25\t7-8\n0.5\n";
    ReferenceBeats beats =
        BeatsText.read("x", new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));

    assertThat(beats.excluded())
        .containsExactly(new Span(1.5, 2), new Span(4, 5.25), new Span(7, 8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # none                 | x holds no beats
          0.5/x                  | x, line 2: 'x' is not a time in seconds
          0.5/NaN                | x, line 2: 'NaN' is not a time in seconds
          0.5/# exclude_s: 5     | x, line 2: an excluded stretch must look like 91.0-103.1
          """)
  void brokenReferenceBeatsGetOneSentence(String text, String sentence) {
    byte[] bytes = text.replace('/', '\n').getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> BeatsText.read("x", new ByteArrayInputStream(bytes)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(sentence);
  }
}

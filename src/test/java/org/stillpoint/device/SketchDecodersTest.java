package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.testkit.Frames;
import org.stillpoint.testkit.VirtualBytes;

/** The formats of plain sketches: two sensors, bare numbers, time and signal, JSON. */
class SketchDecodersTest {
  private static final Path CAPTURES = Path.of("src/test/resources/captures");

  private static FrameDecoder decoder(String protocol) {
    return Devices.named(protocol, "ppg").orElseThrow().decoder().get();
  }

  private static List<String> decode(String protocol, String lines) {
    String text = lines.replace(" / ", "\r\n") + "\r\n";
    return Frames.of(decoder(protocol), text.getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stillpoint",
        "pulsesensor-plotter",
        "pulsesensor-processing",
        "pulsesensor-two",
        "numbers",
        "csv",
        "json",
        "rr"
      })
  void theExamplesInTheFolder(String protocol) throws IOException {
    Path folder = CAPTURES.resolve(protocol);
    byte[] bytes = Files.readAllBytes(folder.resolve("example.txt"));
    List<String> expected = Files.readAllLines(folder.resolve("example.expected"));

    assertThat(Frames.of(decoder(protocol), bytes)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stillpoint",
        "pulsesensor-plotter",
        "pulsesensor-processing",
        "pulsesensor-two",
        "numbers",
        "csv",
        "json",
        "rr"
      })
  void howTheBytesAreCutChangesNothing(String protocol) {
    byte[] bytes = VirtualBytes.of(protocol, 3, 20).bytes();
    int[] cuts = new Random(5).ints(bytes.length, 1, 40).toArray();
    int[] ones = IntStream.generate(() -> 1).limit(bytes.length).toArray();

    List<String> whole = Frames.of(decoder(protocol), bytes);

    assertThat(whole).hasSizeGreaterThan(15);
    assertThat(Frames.of(decoder(protocol), bytes, cuts)).isEqualTo(whole);
    assertThat(Frames.of(decoder(protocol), bytes, ones)).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bare            | 512               | sample 512.0
          signal          | Signal 512        | sample 512.0
          colon           | sig:512           | sample 512.0
          equals          | raw = 512         | sample 512.0
          one letter      | S:512             | sample 512.0
          Processing      | S512              | fault MALFORMED_LINE 1 / lost 1
          another label   | temp: 512         | fault MALFORMED_LINE 1 / lost 1
          a fraction      | 21.5              | fault MALFORMED_LINE 1 / lost 1
          negative        | -5                | fault MALFORMED_LINE 1 / lost 1
          more than 16 bit| 70000             | fault MALFORMED_LINE 1 / lost 1
          label alone     | signal            | fault MALFORMED_LINE 1 / lost 1
          """)
  void numberLines(String name, String line, String frames) {
    assertThat(decode("numbers", "x / " + line)).as(name).containsExactly(frames.split(" / "));
  }

  @Test
  void millisecondsAndMicrosecondsAreToldByTheirSteps() {
    assertThat(decode("csv", "1000,5 / 1020,6 / 1040,7"))
        .containsExactly("sample 0 6.0", "sample 20000 7.0");
    assertThat(decode("csv", "90000,5 / 92000,6 / 94000,7"))
        .containsExactly("sample 0 6.0", "sample 2000 7.0");
  }

  @Test
  void aTornFirstStampDoesNotSpoilTheUnit() {
    assertThat(decode("csv", "20,500 / 20010,501 / 20020,502 / 20030,503"))
        .containsExactly("sample 0 502.0", "sample 10000 503.0");
  }

  @Test
  void bothClocksWrapAt32Bits() {
    assertThat(decode("csv", "4294967256,1 / 4294967276,2 / 0,3 / 20,4"))
        .containsExactly("sample 0 2.0", "sample 20000 3.0", "sample 40000 4.0");
  }

  @Test
  void aClockThatBeginsAnewIsARestartOnceTheNextLineAgrees() {
    assertThat(decode("csv", "0,0 / 5000,1 / 5020,2 / 5040,3 / 10,4 / 30,5 / 50,6"))
        .containsExactly(
            "sample 0 2.0",
            "sample 20000 3.0",
            "restarted",
            "sample 0 4.0",
            "sample 20000 5.0",
            "sample 40000 6.0");
  }

  @Test
  void aDamagedStampCostsItsLine() {
    assertThat(decode("csv", "4980,0 / 5000,1 / 5020,2 / 95040,3 / 5060,4"))
        .containsExactly(
            "sample 0 1.0",
            "sample 20000 2.0",
            "fault MALFORMED_LINE 1",
            "lost 1",
            "sample 60000 4.0");
  }

  @Test
  void jsonWithoutTimesIsCounted() {
    assertThat(decode("json", "{\"raw\":512,\"bpm\":70} / {\"raw\": 514 } / {\"bpm\":70} / {}"))
        .containsExactly(
            "sample 512.0",
            "sample 514.0",
            "fault MALFORMED_LINE 1",
            "lost 1",
            "fault MALFORMED_LINE 1",
            "lost 1");
  }

  @Test
  void ofTwoSensorsTheOneWithTheFingerIsTakenWhereverItLies() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      long pulse = Math.round(500 + 200 * Math.exp(-Math.pow((i % 42 - 15) / 4.0, 2)));
      text.append(510 + i * 7 % 3).append(',').append(pulse).append("\r\n");
    }

    List<String> frames = decode("pulsesensor-two", text.toString().strip());

    assertThat(frames.subList(0, 240)).isNotEmpty().allMatch(f -> f.startsWith("sample 51"));
    assertThat(frames.get(240)).isEqualTo("restarted");
    assertThat(frames.subList(241, 401)).contains("sample 700.0").doesNotContain("sample 510.0");
  }
}

package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.testkit.Frames;

/** The formats without checksum: PulseSensor, waveform and interval files. */
class TextDecodersTest {

  private static List<String> decode(FrameDecoder decoder, String text) {
    return Frames.of(decoder, text.getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          first torn line says nothing | 5,405 / 0,750,405          | sample 405.0
          before its first beat        | x / 0,750,512              | sample 512.0
          with a beat                  | x / 72,833,530             | sample 530.0
          below zero                   | x / 72,833,-12             | sample -12.0
          impossible rate              | x / 400,150,512            | fault MALFORMED_LINE 1 / lost 1
          two columns                  | x / 512,513                | fault MALFORMED_LINE 1 / lost 1
          four columns                 | x / 72,833,512,3           | fault MALFORMED_LINE 1 / lost 1
          words                        | x / 72,abc,512             | fault MALFORMED_LINE 1 / lost 1
          no number                    | x / ,,                     | fault MALFORMED_LINE 1 / lost 1
          absurd number                | x / 72,833,99999999999999  | fault MALFORMED_LINE 1 / lost 1
          """)
  void plotterLines(String name, String lines, String frames) {
    String text = lines.replace(" / ", "\r\n") + "\r\n";

    assertThat(decode(new PulseSensorPlotterDecoder(), text))
        .as(name)
        .containsExactly(frames.split(" / "));
  }

  @Test
  void processingLines() {
    String text = "12\r\nS512\r\nS530\r\nB72\r\nQ833\r\nS-4\r\nSx\r\nZ12\r\n";

    assertThat(decode(new PulseSensorProcessingDecoder(), text))
        .containsExactly(
            "sample 512.0",
            "sample 530.0",
            "sample -4.0",
            "fault MALFORMED_LINE 1",
            "lost 1",
            "fault MALFORMED_LINE 1",
            "lost 1");
  }

  @Test
  void waveformFilesTakeTheNamedColumnAtTheirRate() {
    String text = "# record: x\n# sampling_rate_hz: 250\necg,ppg\n1,-20\n2,30\n3,oops\n4,50";

    assertThat(decode(new WaveformCsvDecoder("ppg"), text))
        .containsExactly(
            "identified PPG waveform file",
            "sample 0 -20.0",
            "sample 4000 30.0",
            "fault MALFORMED_LINE 1",
            "lost 1",
            "sample 12000 50.0");
  }

  @Test
  void aBlankLineIsAMissingSampleAndNoneAtTheEnd() {
    assertThat(decode(new WaveformCsvDecoder("ppg"), "# sampling_rate_hz: 100\nppg\n1\n\n\n4\n5\n"))
        .containsExactly(
            "identified PPG waveform file",
            "sample 0 1.0",
            "fault MALFORMED_LINE 2",
            "lost 2",
            "sample 30000 4.0",
            "sample 40000 5.0");
  }

  @Test
  void aWaveformSaysWhatItsColumnIs() {
    String both = "# sampling_rate_hz: 250\necg,ppg\n1,-20\n";

    assertThat(decode(new WaveformCsvDecoder("ecg"), both))
        .containsExactly("identified ECG waveform file", "sample 0 1.0");
    assertThat(decode(new WaveformCsvDecoder("ecg"), "# sampling_rate_hz: 250\nmlii\n5\n"))
        .containsExactly("identified ECG waveform file", "sample 0 5.0");
    assertThat(decode(new WaveformCsvDecoder("ecg"), "# sampling_rate_hz: 250\nppg\n5\n6\n"))
        .isNotEmpty()
        .noneMatch(f -> f.startsWith("sample"));
  }

  @Test
  void aWaveformWithoutRateOrColumnGivesNoSample() {
    assertThat(decode(new WaveformCsvDecoder("ppg"), "ppg\n1\n2\n3\n"))
        .isNotEmpty()
        .noneMatch(f -> f.startsWith("sample"));
    assertThat(
            decode(new WaveformCsvDecoder("ppg"), "# sampling_rate_hz: 100\necg,rsp\n1,2\n3,4\n"))
        .isNotEmpty()
        .noneMatch(f -> f.startsWith("sample"));
    assertThat(decode(new WaveformCsvDecoder("ppg"), "# sampling_rate_hz: -5\nppg\n1\n"))
        .isNotEmpty()
        .noneMatch(f -> f.startsWith("sample"));
  }

  @Test
  void intervalFilesAddUpToTime() {
    assertThat(decode(new RrTextDecoder(), "# ms\n800\n812.5\nabc\n50\n600\nabc\n790\n795"))
        .containsExactly(
            "identified INTERVALS interval file",
            "interval NaN",
            "interval 800.0",
            "interval 812.5",
            "fault MALFORMED_LINE 1",
            "lost 1",
            "fault MALFORMED_LINE 1",
            "lost 1",
            "fault MALFORMED_LINE 1",
            "lost 1",
            "interval NaN",
            "interval 790.0",
            "interval 795.0");
  }

  @Test
  void aPauseInAnIntervalFilePassesTimeAndBeginsARun() {
    assertThat(decode(new RrTextDecoder(), "800\n800\n600000\n800\n"))
        .containsExactly(
            "identified INTERVALS interval file",
            "interval NaN",
            "interval 800.0",
            "interval 800.0",
            "silence 600000000",
            "interval NaN",
            "interval 800.0");
  }

  @Test
  void aLineWithoutEndIsGivenUpAsAWhole() {
    String text = "x\r\n" + "7".repeat(10_000) + "\r\n72,833,512\r\n";

    assertThat(decode(new PulseSensorPlotterDecoder(), text))
        .containsExactly("fault OVERLONG_LINE 1", "sample 512.0");
  }
}

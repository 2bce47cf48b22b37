package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.testkit.Frames;

/** The code reads and writes the worked examples of firmware-protocol.md. */
class ProtocolDocumentTest {

  private static List<String> examples() throws IOException {
    return block("```examples\n");
  }

  private static List<String> block(String heading) throws IOException {
    String text = Files.readString(Path.of("firmware-protocol.md"));
    int begin = text.indexOf(heading) + heading.length();
    return text.substring(begin, text.indexOf("```", begin)).lines().toList();
  }

  @Test
  void everyExampleDecodesAsReadAloud() throws IOException {
    List<String> examples = examples();
    byte[] bytes = (String.join("\n", examples) + "\n").getBytes(StandardCharsets.US_ASCII);

    List<String> frames = Frames.of(new StillpointDecoder(), bytes);

    assertThat(frames)
        .startsWith("identified PPG uno", "sample 0 512.0", "sample 2000 513.0")
        .contains("sample 18000 521.0", "sample 20000 521.0")
        .contains("fault SENSOR_OVERRUN 3")
        .noneMatch(f -> f.contains("CRC_ERROR") || f.contains("MALFORMED"));
  }

  @Test
  void lossRepetitionWrapAndResetDecodeAsReadAloud() throws IOException {
    String text = String.join("\n", block("```loss\n")) + "\n";

    List<String> frames =
        Frames.of(new StillpointDecoder(), text.getBytes(StandardCharsets.US_ASCII));

    assertThat(frames)
        .startsWith("sample 0 2000.0", "sample 10000 2001.0")
        .containsSubsequence(
            "sample 190000 2019.0",
            "lost 10",
            "fault REPEATED_FRAME 1",
            "sample 300000 2030.0",
            "sample 390000 2039.0",
            "restarted",
            "identified PPG stillpoint-max30102",
            "sample 0 2048.0",
            "sample 9870 2049.0",
            "sample 187530 2067.0")
        .hasSize(50 + 4);
  }

  @Test
  void theBeatLinesDecodeAsReadAloud() throws IOException {
    List<String> beats = examples().stream().filter(l -> l.startsWith("R")).toList();
    byte[] bytes = (String.join("\n", beats) + "\n").getBytes(StandardCharsets.US_ASCII);

    assertThat(Frames.of(new StillpointDecoder(), bytes))
        .containsExactly("interval 0 NaN", "interval 800000 800.0");
  }

  @Test
  void theEncoderWritesTheExamples() throws IOException {
    List<String> examples = examples();
    int[] rising = {512, 513, 514, 515, 516, 517, 518, 519, 520, 521};

    assertThat(line(StillpointEncoder.identity("v=1 sensor=ppg rate=500 bits=10 name=uno boot=1")))
        .isEqualTo(examples.get(0));
    assertThat(line(StillpointEncoder.block(0, 1000, rising))).isEqualTo(examples.get(1));
    assertThat(line(StillpointEncoder.beat(0, 1_000_000, 0))).isEqualTo(examples.get(4));
    assertThat(line(StillpointEncoder.beat(65537, 1_800_000, 800_000))).isEqualTo(examples.get(5));
    assertThat(line(StillpointEncoder.status(3, 1))).isEqualTo(examples.get(7));
  }

  private static String line(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII).strip();
  }
}

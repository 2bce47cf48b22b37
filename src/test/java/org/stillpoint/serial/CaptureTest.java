package org.stillpoint.serial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CaptureTest {

  private static byte[] capture(String... payloads) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    Capture.writeHeader(out);
    long nanos = 0;
    for (String payload : payloads) {
      nanos += 1_000;
      Capture.write(
          out,
          CaptureRecord.of(
              CaptureRecord.InputKind.BYTES, nanos, payload.getBytes(UTF_8), payload.length()));
    }
    return bytes.toByteArray();
  }

  private static String play(byte[] file) throws IOException {
    StringBuilder all = new StringBuilder();
    try (CaptureSource source = new CaptureSource("test", new ByteArrayInputStream(file))) {
      byte[] buffer = new byte[4];
      for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
        all.append(source.hostNanos())
            .append(':')
            .append(new String(buffer, 0, count, UTF_8))
            .append(' ');
      }
    }
    return all.toString();
  }

  @Test
  void bytesComeBackWithTheirStampsFromTheFirstOn() throws IOException {
    assertThat(play(capture("abc", "defghi"))).isEqualTo("0:abc 1000:defg 1000:hi ");
  }

  @Test
  void commandsAreNoBytesOfTheSensor() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    Capture.writeHeader(out);
    Capture.write(out, CaptureRecord.of(CaptureRecord.InputKind.COMMAND, 1, new byte[] {'p'}, 1));
    Capture.write(out, CaptureRecord.of(CaptureRecord.InputKind.BYTES, 2, new byte[] {'b'}, 1));

    assertThat(play(bytes.toByteArray())).isEqualTo("1:b ");
  }

  @Test
  void aTornFileIsReadUpToItsLastWholeRecord() throws IOException {
    byte[] whole = capture("abc", "def");
    int firstRecordEnds = Capture.HEADER.length() + 1 + 13 + 3;

    for (int length = Capture.HEADER.length() + 1; length <= whole.length; length++) {
      String expected = "";
      if (length >= firstRecordEnds) {
        expected = length == whole.length ? "0:abc 1000:def " : "0:abc ";
      }
      assertThat(play(Arrays.copyOf(whole, length))).isEqualTo(expected);
    }
  }

  @Test
  void aDamagedLengthIsSaid() throws IOException {
    byte[] damaged = capture("abc");
    damaged[Capture.HEADER.length() + 1 + 9] = 0x7F;

    assertThatThrownBy(() -> play(damaged))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void isKnownByItsFirstLine() throws IOException {
    assertThat(Capture.looksLike(capture("x"))).isTrue();
    assertThat(Capture.looksLike("STILLPOINT".getBytes(UTF_8))).isFalse();
    assertThat(Capture.looksLike(new byte[0])).isFalse();
  }
}

package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.stillpoint.testkit.Frames;

/** What the board is asked, and what the person is told when it receives no strap. */
class HrmiDialogueTest {
  private final HrmiDecoder decoder = new HrmiDecoder();
  private long nanos;

  private String said(double seconds) {
    StringBuilder said = new StringBuilder();
    long until = nanos + Math.round(seconds * 1e9);
    for (; nanos < until; nanos += 10_000_000) {
      decoder.speak(
          nanos, b -> said.append(new String(b, StandardCharsets.US_ASCII).replace('\r', ';')));
    }
    return said.toString();
  }

  private void hear(String line) {
    Frames.of(decoder, (line + "\r").getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void asksShortAndLongInTurnUntilItIsSure() {
    assertThat(said(1)).isEqualTo(";G1;G8;G1;G8;");
    hear("0 0 0");
    hear("0 0 0 0 0 0 0 0 0 0");
    assertThat(said(1)).isEqualTo("G8;G8;G8;G8;");
  }

  @Test
  void aReceiverThatHearsNoStrapSaysSo() {
    said(0.1);
    hear("0 0 0");
    for (int i = 0; i < 18; i++) {
      hear("0 0 0 0 0 0 0 0 0 0");
    }
    assertThat(decoder.hindrance()).isEmpty();
    hear("0 0 0 0 0 0 0 0 0 0");
    hear("0 0 0 0 0 0 0 0 0 0");
    assertThat(decoder.hindrance().orElseThrow()).contains("picks up no strap");
    hear("0 1 900 0 0 0 0 0 0 0");
    assertThat(decoder.hindrance()).isEmpty();
  }

  @Test
  void tenNumbersOfAnotherDeviceAreNoBoard() {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      table.append("0 ").append(i % 256).append(" 1 2 3 4 5 6 7 8\r\n");
      table.append(i).append(' ').append(i + 1).append(" 700\r\n");
    }
    byte[] bytes = table.toString().getBytes(StandardCharsets.US_ASCII);
    assertThat(Frames.of(new HrmiDecoder(), bytes)).isEmpty();
  }
}

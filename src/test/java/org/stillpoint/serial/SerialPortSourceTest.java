package org.stillpoint.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.testkit.PtyPair;

/** The real library on a real pseudo terminal. */
@Tag("realtime")
class SerialPortSourceTest {
  @TempDir private Path folder;

  private static SerialPortSource open(Path path) throws IOException {
    return SerialPortSource.open(path.toString(), SerialPortSource.USUAL_BAUD, System::nanoTime);
  }

  private static String readSome(SerialPortSource source, int length) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[256];
    while (text.length() < length) {
      text.append(new String(buffer, 0, source.read(buffer), StandardCharsets.US_ASCII));
    }
    return text.toString();
  }

  @Test
  void bytesArriveThroughALinkToAPort() throws IOException {
    try (PtyPair pty = new PtyPair(folder);
        SerialPortSource source = open(pty.link())) {
      pty.out().write("0,750,405\r\n".getBytes(StandardCharsets.US_ASCII));
      pty.out().flush();

      assertThat(readSome(source, 11)).isEqualTo("0,750,405\r\n");
    }
  }

  @Test
  void aSilentPortGivesNothingAndDoesNotHang() throws IOException {
    try (PtyPair pty = new PtyPair(folder);
        SerialPortSource source = open(pty.link())) {
      long before = source.hostNanos();

      assertThat(source.read(new byte[16])).isZero();
      assertThat(source.hostNanos()).isGreaterThan(before);
    }
  }

  @Test
  void aPulledPlugIsToldInASentence() throws IOException {
    try (PtyPair pty = new PtyPair(folder);
        SerialPortSource source = open(pty.link())) {
      pty.pull();

      assertThatThrownBy(
              () -> {
                while (source.read(new byte[16]) == 0) {
                  // until the loss is noticed
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is gone");
    }
  }

  @Test
  void aMissingPortIsToldInASentence() {
    assertThatThrownBy(() -> open(folder.resolve("nothing")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("There is no serial port");
  }

  @Test
  void aPortThatAnotherProgramHoldsIsBusy() throws IOException {
    try (PtyPair pty = new PtyPair(folder);
        SerialPortSource first = open(pty.link())) {
      assertThat(first.description()).isEqualTo(pty.link().toString());

      assertThatThrownBy(() -> open(pty.link()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("busy");
    }
  }

  @Test
  void aFileIsNoPort() throws IOException {
    Path file = java.nio.file.Files.writeString(folder.resolve("file"), "text");

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a serial port");
  }

  @Test
  void aClosedPortIsAtItsEnd() throws IOException {
    try (PtyPair pty = new PtyPair(folder)) {
      SerialPortSource source = open(pty.link());
      source.close();

      assertThat(source.read(new byte[4])).isEqualTo(-1);
    }
  }
}

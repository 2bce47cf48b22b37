package org.stillpoint.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.serial.SerialPortSource;

/** The simulated board does to its port what boards and cables do. */
@Tag("realtime")
@Tag("slow")
class BoardTest {
  private static final String BOOT = "name=stillpoint-ppg boot=1";

  @TempDir private Path folder;

  private static SerialPortSource open(Board board, int baud) throws IOException {
    return SerialPortSource.open(board.link().toString(), baud, System::nanoTime);
  }

  /** Reads on until all that came holds the text so many times. */
  private static String readUntil(SerialPortSource port, String text, int times)
      throws IOException {
    StringBuilder all = new StringBuilder();
    byte[] buffer = new byte[4096];
    while (all.toString().split(text, -1).length <= times) {
      int count = port.read(buffer);
      all.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
    }
    return all.toString();
  }

  @Test
  void openingThePortResetsTheBoardWhichThenWaitsInItsBootLoader() throws IOException {
    try (Board board = Board.live(folder, "ppg", "--reset-on-open", "--boot", "0.5")) {
      board.command("send=?");
      try (SerialPortSource port = open(board, 115_200)) {
        String all = readUntil(port, "\nP", 3);

        assertThat(all).startsWith("Iv=1").contains(BOOT).contains("P0000");
      }
      BoardTruth truth = board.end();
      double opened = truth.of("opened").get(0).seconds();
      assertThat(truth.lines('I').get(truth.lines('I').size() - 1).seconds())
          .isCloseTo(opened + 0.5, within(0.05));
      assertThat(truth.total("unheard")).isPositive();
    }
  }

  @Test
  void aPulledPlugIsGoneAndAPluggedOneBootsAnew() throws IOException {
    try (Board board = Board.live(folder, "ppg", "--boot", "0.1")) {
      try (SerialPortSource port = open(board, 115_200)) {
        readUntil(port, "\nP", 3);
        board.command("unplug");

        assertThatThrownBy(() -> readUntil(port, "never", 1)).isInstanceOf(IOException.class);
        assertThat(board.link()).doesNotExist();
      }
      board.command("replug");
      try (SerialPortSource port = open(board, 115_200)) {
        assertThat(readUntil(port, "\nP", 3)).contains("\nP");
      }
      assertThat(board.end().lines('I')).hasSize(2).allMatch(e -> e.text().contains(BOOT));
    }
  }

  @Test
  void aResetBeginsANewLifeOnTheSamePort() throws IOException {
    try (Board board = Board.live(folder, "ppg");
        SerialPortSource port = open(board, 115_200)) {
      readUntil(port, "\nP", 30);
      board.command("reset");

      assertThat(readUntil(port, BOOT, 1) + readUntil(port, "\nP", 3)).contains("\nP0000");
    }
  }

  @Test
  void aReaderAtTheWrongRateGetsGarbage() throws IOException {
    try (Board board = Board.live(folder, "ppg", "--line-rate")) {
      try (SerialPortSource port = open(board, 9600)) {
        String all = readUntil(port, "[^\\x00-\\x7F]", 300);
        // The rate is set a moment after the opening, so only the end counts.
        assertThat(all.substring(all.length() - 200)).doesNotContain("\nP");
      }
      try (SerialPortSource port = open(board, 115_200)) {
        assertThat(readUntil(port, "\nP", 20)).contains("\nP");
      }
    }
  }

  @Test
  void heldBackBytesComeAtOnce() throws IOException {
    try (Board board = Board.live(folder, "ppg");
        SerialPortSource port = open(board, 115_200)) {
      readUntil(port, "\nP", 3);
      board.command("stall=0.5");
      byte[] buffer = new byte[4096];
      int most = 0;
      while (most < 400) { // eight lines; the system may hand on in pieces
        most = Math.max(most, port.read(buffer));
      }
      assertThat(most).isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void whatIsDroppedAndTurnedOverIsWrittenDown() throws IOException {
    BoardTruth truth =
        Board.run(
            folder,
            "ppg",
            20,
            "--drop",
            "0.01",
            "--corrupt",
            "0.02",
            "--seed",
            "3",
            "--at",
            "10:mute=1");

    long sent = Math.round(truth.total("sent"));
    assertThat(truth.of("dropped")).hasSize((int) truth.total("dropped"));
    assertThat(truth.of("corrupted")).hasSize((int) truth.total("corrupted"));
    assertThat(truth.total("dropped")).isBetween(2400.0 + 300, 2400.0 + 600);
    assertThat(truth.total("corrupted")).isBetween(0.015 * sent, 0.025 * sent);
    assertThat(Files.size(folder.resolve("capture")))
        .isEqualTo(sent - Math.round(truth.total("dropped")));
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path other = Files.createDirectory(folder.resolve("other"));
    Board.run(one, "ppg", 5, "--drop", "0.01", "--seed", "3");
    Board.run(other, "ppg", 5, "--drop", "0.01", "--seed", "3");

    assertThat(one.resolve("capture")).hasSameBinaryContentAs(other.resolve("capture"));
  }

  @Test
  void theBoardEndsWithItsInputOrByATermination() throws IOException {
    Board first = Board.live(Files.createDirectory(folder.resolve("first")), "ppg");
    first.close();
    assertThat(first.handle().isAlive()).isFalse();
    assertThat(first.link()).doesNotExist();

    try (Board second = Board.live(Files.createDirectory(folder.resolve("second")), "ppg")) {
      second.handle().destroy();
      second.await("end ");
      second.handle().onExit().orTimeout(60, TimeUnit.SECONDS).join();
      assertThat(second.link()).doesNotExist();
    }
  }
}

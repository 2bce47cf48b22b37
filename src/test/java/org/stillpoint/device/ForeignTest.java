package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other instruments are not recognised as a pulse sensor, whatever their rate. */
class ForeignTest {
  private static final Path FOLDER = Path.of("src/test/resources/foreign");
  private static final double[] LINES_A_SECOND = {0.5, 1, 1.2, 2, 5, 10, 25, 50, 100, 200, 500};

  /** The rates at which climate sensors, scales and remote controls send to a display. */
  private static final double[] SLOW_LINES_A_SECOND = {0.5, 1, 1.2, 2, 4, 5, 8, 10};

  static List<Path> instruments() throws IOException {
    return texts(FOLDER);
  }

  /** These have lines like a PulseSensor: only their rate distinguishes them. */
  static List<Path> slowInstruments() throws IOException {
    return texts(FOLDER.resolve("slow"));
  }

  private static List<Path> texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> Files.isRegularFile(f) && !f.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static List<byte[]> lines(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' || i == bytes.length - 1) {
        lines.add(Arrays.copyOfRange(bytes, from, i + 1));
        from = i + 1;
      }
    }
    return lines;
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void overHalfAMinute(Path instrument) throws IOException {
    refused(instrument, LINES_A_SECOND);
  }

  @ParameterizedTest
  @MethodSource("slowInstruments")
  void atTheirOwnPace(Path instrument) throws IOException {
    refused(instrument, SLOW_LINES_A_SECOND);
  }

  /** The host was busy: what arrived in between is read together, half a second late. */
  @ParameterizedTest
  @MethodSource("slowInstruments")
  void atTheirOwnPaceReadLate(Path instrument) throws IOException {
    List<byte[]> lines = lines(Files.readAllBytes(instrument));
    for (double rate : SLOW_LINES_A_SECOND) {
      Recogniser recogniser = new Recogniser(Devices.live());
      Optional<Protocol> found = Optional.empty();
      for (int i = 0; i < 30 * rate && found.isEmpty(); i++) {
        long halves = (long) Math.ceil(i / rate / 0.5);
        byte[] line = lines.get(i % lines.size());
        found = recogniser.accept(halves * 500_000_000, line, line.length);
      }
      assertThat(found.map(Protocol::name)).as("%s lines a second", rate).isEmpty();
    }
  }

  private static void refused(Path instrument, double... rates) throws IOException {
    List<byte[]> lines = lines(Files.readAllBytes(instrument));
    for (double rate : rates) {
      Recogniser recogniser = new Recogniser(Devices.live());
      Random host = new Random(7);
      Optional<Protocol> found = Optional.empty();
      long clump = 0;
      for (int i = 0; i < 30 * rate && found.isEmpty(); i++) {
        while (clump < i / rate * 1e9) {
          clump += 16_000_000 + host.nextInt(3_000_000);
        }
        byte[] line = lines.get(i % lines.size());
        found = recogniser.accept(clump, line, line.length);
      }
      assertThat(found.map(Protocol::name)).as("%s lines a second", rate).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void allAtOnce(Path instrument) throws IOException {
    byte[] bytes = Files.readAllBytes(instrument);

    assertThat(new Recogniser(Devices.live()).accept(0, bytes, bytes.length)).isEmpty();
  }

  /**
   * In a file without arrival times, numbers of the size of intervals cannot be distinguished from
   * intervals.
   */
  @ParameterizedTest
  @MethodSource("instruments")
  void asAFileWithoutStamps(Path instrument) throws IOException {
    byte[] bytes = Files.readAllBytes(instrument);
    Recogniser recogniser = new Recogniser(Devices.files("ppg"));

    assertThat(recogniser.accept(0, bytes, bytes.length)).isEmpty();
    assertThat(recogniser.finish().map(Protocol::name).filter(n -> !n.equals("rr"))).isEmpty();
  }
}

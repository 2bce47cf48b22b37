package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.participant.Chunk;
import org.stillpoint.testkit.VirtualBytes;

class RecogniserTest {
  private static final String GPS =
      """
      $GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47
      $GPGSA,A,3,04,05,,09,12,,,24,,,,,2.5,1.3,2.1*39
      $GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A
      """;
  private static final String MODEM = "\r\nOK\r\nAT+CSQ\r\n+CSQ: 18,99\r\n\r\nRING\r\n";
  private static final String PRINTER =
      "start\necho:Marlin 2.1\necho: Free Memory: 3843\nT:21.25 /0.00 B:20.94 /0.00 @:0 B@:0\nok\n";
  private static final String ACCELEROMETER = "-120,33,16384\n-118,40,16390\n-125,31,16379\n";
  private static final String THERMOMETER = "21.5\n21.5\n21.6\n";

  private static Optional<String> recognise(byte[] bytes) {
    return new Recogniser(Devices.live()).accept(0, bytes, bytes.length).map(Protocol::name);
  }

  @ParameterizedTest
  @CsvSource({
    "stillpoint, 0.5",
    "pulsesensor-plotter, 0.5",
    "pulsesensor-processing, 0.5",
  })
  void everySensorIsRecognisedWithinHalfASecond(String protocol, double seconds) {
    for (long seed = 1; seed <= 20; seed++) {
      VirtualBytes sensor = VirtualBytes.of(protocol, seed, 3);
      Recogniser recogniser = new Recogniser(Devices.live());
      double recognisedAt = Double.NaN;
      for (Chunk chunk : sensor.chunks()) {
        if (recogniser
            .accept(chunk.hostNanos(), chunk.bytes(), chunk.bytes().length)
            .filter(p -> p.name().equals(protocol))
            .isPresent()) {
          recognisedAt = chunk.hostNanos() / 1e9;
          break;
        }
      }
      assertThat(recognisedAt).as("seed %d", seed).isLessThan(seconds);
    }
  }

  /** Its lines and their rate are enough: the finger can be put on later. */
  @ParameterizedTest
  @CsvSource({
    "pulsesensor-plotter, '0,600,%d'",
    "pulsesensor-plotter, '0,750,%d'",
    "pulsesensor-processing, S%d",
  })
  void aPulseSensorWithoutAFingerIsRecognised(String protocol, String format) {
    for (int rate : new int[] {25, 49, 100, 500}) {
      Random input = new Random(rate);
      Recogniser recogniser = new Recogniser(Devices.live());
      Optional<Protocol> found = Optional.empty();
      double seconds = 0;
      for (int i = 0; found.isEmpty() && seconds < 1; i++) {
        seconds = i / (double) rate;
        long clump = (long) Math.ceil(seconds / 0.016) * 16_000_000;
        byte[] line =
            (String.format(format, 510 + input.nextInt(5)) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        found = recogniser.accept(clump, line, line.length);
      }
      assertThat(found.map(Protocol::name)).as("%d lines a second", rate).contains(protocol);
      assertThat(seconds).as("%d lines a second", rate).isLessThan(rate < 49 ? 0.6 : 0.5);
    }
  }

  /**
   * These must first show a pulse, or keep pace with one. Intervals take as long as the heart: six
   * of a heart at 45 per minute take 8 s.
   */
  @ParameterizedTest
  @CsvSource({
    "csv, 3, 0",
    "json, 3, 0",
    "pulsesensor-two, 3, 0",
    "numbers, 3, 0",
    "rr, 8.5, 0",
    "csv, 3, 20",
    "json, 3, 20",
    "pulsesensor-two, 3, 20",
    "numbers, 3, 20",
    "rr, 8.5, 20",
  })
  void aPlainSketchIsRecognisedByThePulse(String protocol, double seconds, double joined) {
    for (long seed = 1; seed <= 20; seed++) {
      Recogniser recogniser = new Recogniser(Devices.live());
      double first = Double.NaN;
      Optional<Protocol> found = Optional.empty();
      for (Chunk chunk : VirtualBytes.of(protocol, seed, joined + 12).chunks()) {
        if (chunk.hostNanos() < joined * 1e9 || chunk.bytes().length == 0 || found.isPresent()) {
          continue;
        }
        int torn = Double.isNaN(first) && joined > 0 ? 2 : 0;
        first = Double.isNaN(first) ? chunk.hostNanos() / 1e9 : first;
        byte[] bytes = Arrays.copyOfRange(chunk.bytes(), torn, chunk.bytes().length);
        found = recogniser.accept(chunk.hostNanos(), bytes, bytes.length);
        if (found.isPresent()) {
          assertThat(chunk.hostNanos() / 1e9 - first).as("seed %d", seed).isLessThan(seconds);
        }
      }
      assertThat(found.map(Protocol::name)).as("seed %d", seed).contains(protocol);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pulsesensor-plotter",
        "pulsesensor-processing",
        "csv",
        "json",
        "pulsesensor-two",
        "numbers",
        "rr"
      })
  void aFileWithoutStampsIsToldByItsValues(String protocol) {
    for (long seed = 1; seed <= 10; seed++) {
      byte[] bytes = VirtualBytes.of(protocol, seed, 60).bytes();
      Recogniser recogniser = new Recogniser(Devices.files("ppg"));

      assertThat(recogniser.accept(0, bytes, bytes.length)).isEmpty();
      assertThat(recogniser.finish().map(Protocol::name)).contains(protocol);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {GPS, MODEM, PRINTER, ACCELEROMETER, THERMOMETER})
  void foreignTextIsNotTakenForASensor(String text) {
    assertThat(recognise(text.repeat(500).getBytes(StandardCharsets.US_ASCII))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomBytesAreNotTakenForASensor(long seed) {
    byte[] noise = new byte[1_000_000];
    new Random(seed).nextBytes(noise);

    assertThat(recognise(noise)).isEmpty();
  }

  @Test
  void aStreamJoinedInTheMiddleOfALineIsRecognised() {
    byte[] bytes = VirtualBytes.of("pulsesensor-plotter", 3, 2).bytes();

    byte[] torn = Arrays.copyOfRange(bytes, 17, bytes.length);
    Recogniser recogniser = new Recogniser(Devices.live());

    assertThat(recogniser.accept(0, torn, torn.length)).isEmpty();
    assertThat(recogniser.finish().map(Protocol::name)).contains("pulsesensor-plotter");
  }

  @Test
  void saysWhatItSaw() {
    Recogniser gps = new Recogniser(Devices.live());
    byte[] text = GPS.getBytes(StandardCharsets.US_ASCII);
    gps.accept(0, text, text.length);
    Recogniser binary = new Recogniser(Devices.live());
    binary.accept(0, new byte[] {(byte) 0xA5, 3, 0, (byte) 0xFF}, 4);

    assertThat(gps.seen()).startsWith("text, for instance \"$GPGSA");
    assertThat(binary.seen()).isEqualTo("bytes that are not text (a5 03 00 ff)");
    assertThat(new Recogniser(Devices.live()).seen()).isEqualTo("nothing");
  }
}

package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.participant.Chunk;
import org.stillpoint.testkit.Uart;
import org.stillpoint.testkit.VirtualBytes;

/** Finding the baud rate of a port whose bytes are garbage at every other rate. */
class SearchTest {

  /** The result of a search. */
  private record Found(
      Optional<String> protocol, double seconds, String kept, List<Integer> rates) {}

  private static final class Line implements ToDevice {
    private final List<Integer> rates = new ArrayList<>(List.of(Search.RATES.get(0)));

    @Override
    public void send(byte[] bytes) {}

    @Override
    public void rate(int baud) {
      rates.add(baud);
    }

    int baud() {
      return rates.get(rates.size() - 1);
    }
  }

  private static Found search(VirtualBytes sensor, int baud, long delayNanos, long tickNanos) {
    Search search = new Search(Devices.live());
    Line line = new Line();
    long told = 0;
    for (Chunk chunk : sensor.chunks()) {
      long at = chunk.hostNanos() + delayNanos;
      for (; told < at; told += tickNanos) {
        search.advance(told, line);
      }
      search.advance(at, line);
      byte[] heard = Uart.heard(chunk.bytes(), baud, line.baud());
      Optional<Protocol> found = search.accept(at, heard, heard.length);
      if (found.isPresent()) {
        StringBuilder kept = new StringBuilder();
        for (Recogniser.ReceivedBytes c : search.kept()) {
          kept.append(c.hostNanos()).append(Arrays.toString(c.bytes()));
        }
        double seconds = chunk.hostNanos() / 1e9;
        return new Found(
            found.map(Protocol::name), seconds, kept.toString(), List.copyOf(line.rates));
      }
    }
    return new Found(Optional.empty(), Double.NaN, "", List.copyOf(line.rates));
  }

  static List<Integer> rates() {
    return Search.RATES;
  }

  @ParameterizedTest
  @MethodSource("rates")
  void everyRateIsFoundWithinThreeSecondsOfTheFirstByte(int baud) {
    for (String protocol : List.of("pulsesensor-plotter", "pulsesensor-processing")) {
      for (long seed = 1; seed <= 10; seed++) {
        Found found = search(VirtualBytes.of(protocol, seed, 8), baud, 0, 10_000_000);

        assertThat(found.protocol()).as("seed %d", seed).contains(protocol);
        assertThat(found.rates()).endsWith(baud);
        assertThat(found.seconds()).as("seed %d", seed).isLessThan(3);
      }
    }
  }

  @Test
  void aLineThatIsSilentFirstAndBootsThenIsFound() {
    VirtualBytes sensor = VirtualBytes.of("pulsesensor-plotter", 2, 8);

    for (int baud : Search.RATES) {
      Found found = search(sensor, baud, 2_100_000_000L, 10_000_000);
      assertThat(found.protocol()).contains("pulsesensor-plotter");
      assertThat(found.seconds()).isLessThan(3);
    }
  }

  /**
   * An Arduino that was booting can begin while another device is asked, even at another rate.
   * Intervals take as long as the heart: six of a heart at 45 per minute take 8 s.
   */
  @ParameterizedTest
  @CsvSource({"stillpoint, 3", "pulsesensor-plotter, 3", "rr, 8.5"})
  void aLineThatBeginsWhileOthersAreAskedIsFound(String protocol, double bound) {
    for (long seed = 1; seed <= 5; seed++) {
      VirtualBytes sensor = VirtualBytes.of(protocol, seed, 12);
      long first =
          sensor.chunks().stream()
              .filter(c -> c.bytes().length > 0)
              .mapToLong(Chunk::hostNanos)
              .min()
              .orElseThrow();
      for (long begins = 500; begins < 9000; begins += 150) {
        Found found = search(sensor, 115_200, begins * 1_000_000 - first, 10_000_000);

        assertThat(found.protocol()).as("begins at %d ms", begins).contains(protocol);
        assertThat(found.seconds() - first / 1e9)
            .as("seed %d begins at %d ms", seed, begins)
            .isLessThan(bound);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pulsesensor-plotter", "numbers", "rr"})
  void howOftenTimeIsToldChangesNothing(String protocol) {
    VirtualBytes sensor = VirtualBytes.of(protocol, 4, 12);
    for (int baud : List.of(115_200, 9_600, 19_200)) {
      Found often = search(sensor, baud, 0, 1_000_000);

      assertThat(search(sensor, baud, 0, 100_000_000)).isEqualTo(often);
      assertThat(search(sensor, baud, 0, 7_000_000)).isEqualTo(often);
    }
  }

  @ParameterizedTest
  @MethodSource("rates")
  void atAWrongRateNothingIsRecognised(int baud) {
    for (String protocol : List.of("pulsesensor-plotter", "numbers", "csv", "rr", "stillpoint")) {
      for (int listening : Search.RATES) {
        Recogniser recogniser = new Recogniser(Devices.live());
        Optional<Protocol> found = Optional.empty();
        for (Chunk chunk : VirtualBytes.of(protocol, 6, 20).chunks()) {
          byte[] heard = Uart.heard(chunk.bytes(), baud, listening);
          if (listening != baud && found.isEmpty()) {
            found = recogniser.accept(chunk.hostNanos(), heard, heard.length);
          }
        }
        assertThat(found).as("%s at %d heard at %d", protocol, baud, listening).isEmpty();
      }
    }
  }

  /** An answer that arrives late, in the turn of another device, must not end the questions. */
  @Test
  void aLateAnswerDoesNotKeepTheSearchWaitingForEver() {
    Search search = new Search(Devices.live());
    List<Long> asked = new ArrayList<>();
    long[] now = {0};
    ToDevice line =
        new ToDevice() {
          @Override
          public void send(byte[] bytes) {
            asked.add(now[0]);
          }

          @Override
          public void rate(int baud) {}
        };
    byte[] late = "1 12 71\r\n".getBytes(StandardCharsets.US_ASCII);
    for (; now[0] < 40_000_000_000L; now[0] += 20_000_000) {
      search.advance(now[0], line);
      if (now[0] == 2_500_000_000L) {
        search.accept(now[0], late, late.length);
      }
    }

    assertThat(asked).anyMatch(at -> at > 12_000_000_000L).anyMatch(at -> at > 30_000_000_000L);
  }
}

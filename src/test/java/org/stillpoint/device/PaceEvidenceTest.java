package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hearts that hardly vary are distinguished from instruments that do not keep pace with their
 * numbers.
 */
class PaceEvidenceTest {
  private static final class Line implements ToDevice {
    private int baud = Search.RATES.get(0);

    @Override
    public void send(byte[] bytes) {}

    @Override
    public void rate(int rate) {
      baud = rate;
    }
  }

  /** What a search finds within two minutes, and when; the host reads in batches of 10 or 16 ms. */
  private static double secondsUntilRr(double mean, double sd, int clump, long seed) {
    Random random = new Random(seed);
    Search search = new Search(Devices.live());
    Line line = new Line();
    double breath = random.nextDouble();
    double beat = 500;
    int interval = 0;
    for (long t = 0; t < 120_000; t += clump) {
      search.advance(t * 1_000_000, line);
      if (t < beat) {
        continue;
      }
      byte[] text = (interval + "\r\n").getBytes(StandardCharsets.US_ASCII);
      byte[] heard = line.baud == 115_200 ? text : new byte[] {(byte) 0xE5, 3};
      if (interval > 0) {
        Optional<Protocol> found = search.accept(t * 1_000_000, heard, heard.length);
        if (found.isPresent()) {
          assertThat(found.orElseThrow().name()).isEqualTo("rr");
          return t / 1e3;
        }
      }
      double phase = 2 * Math.PI * (breath + 0.25 * beat / 1000);
      interval = (int) Math.round(mean + sd * Math.sqrt(2) * Math.sin(phase));
      beat += interval;
    }
    return Double.POSITIVE_INFINITY;
  }

  @ParameterizedTest
  @CsvSource({
    "850, 4, 10, 40",
    "850, 6, 10, 25",
    "850, 8, 10, 15",
    "850, 10, 10, 15",
    "700, 5, 10, 40",
    "1200, 8, 10, 30",
    "850, 6, 16, 40",
    "850, 8, 16, 30",
    "850, 30, 16, 10",
  })
  void aHeartThatHardlyVariesIsRecognised(double mean, double sd, int clump, double seconds) {
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(secondsUntilRr(mean, sd, clump, seed)).as("seed %d", seed).isLessThan(seconds);
    }
  }

  private static void refused(String what, IntFunction<Long> number, double millis, long seed) {
    Random host = new Random(seed);
    Recogniser recogniser = new Recogniser(Devices.live());
    for (int i = 0; i < 600; i++) {
      // batches of the adapter, and a host that is sometimes busy
      double late = 16 * host.nextDouble() + (host.nextInt(10) == 0 ? 12 * host.nextDouble() : 0);
      long at = Math.round((i * millis + late) * 1e6);
      byte[] text = (number.apply(i) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      assertThat(recogniser.accept(at, text, text.length)).as("%s, seed %d", what, seed).isEmpty();
    }
  }

  @Test
  void instrumentsOfOneLineASecondStayRefused() {
    for (long seed = 1; seed <= 100; seed++) {
      Random random = new Random(seed);
      refused("pressure that stands still", i -> 1013L, 1000, seed);
      refused("pressure that changes", i -> 1013L + i / 9 % 2, 1000, seed);
      refused("the number of its own pause", i -> 1000L, 1000, seed);
      refused("around the number of its pause", i -> 999L + random.nextInt(3), 1000, seed);
      refused("gas that rises", i -> 990L + i / 5, 1000, seed);
      refused("gas around 1000", i -> Math.round(1000 + 3 * random.nextGaussian()), 1000, seed);
      refused("light", i -> Math.round(500 + 5 * Math.sin(i / 3.0)), 500, seed);
    }
  }
}

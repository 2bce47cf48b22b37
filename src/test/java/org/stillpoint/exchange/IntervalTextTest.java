package org.stillpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals as the common apps write them; the examples are written by hand. */
class IntervalTextTest {

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        IntervalTextTest.class.getResourceAsStream("/exchange/" + name), name);
  }

  private static Intervals text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return IntervalText.read("x", new ByteArrayInputStream(bytes));
  }

  /** Every example begins with 812, 798 and 805 ms. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain-millis.txt             | plain intervals                | 5 |
          plain-seconds-header.txt     | plain intervals                | 3 | look like seconds
          plain-old-mac.txt            | plain intervals                | 3 |
          kubios-two-columns.txt       | time and RR                    | 3 | look like seconds
          kubios-two-columns-comma.txt | time and RR                    | 3 | look like seconds
          kubios-report.txt            | Kubios report                  | 3 | look like seconds
          polar-sensor-logger.txt      | Polar Sensor Logger            | 3 |
          polar-flow.csv               | Polar Flow                     | 3 | marked as offline
          polar-rr.hrm                 | Polar HRM                      | 3 |
          hrv-logger.csv               | HRV Logger                     | 3 |
          hrv-logger-2.csv             | HRV Logger                     | 3 |
          elite-hrv.txt                | plain intervals                | 3 |
          elite-hrv.csv                | table with a column rrinterval | 3 | 1 lines without an interval
          """)
  void readsWhatTheAppsWrite(String file, String format, int count, String note)
      throws IOException {
    try (InputStream in = resource(file)) {
      Intervals intervals = IntervalText.read(file, in);

      assertThat(intervals.format()).isEqualTo(format);
      assertThat(intervals.rrMillis())
          .hasSize(count)
          .startsWith(new double[] {812, 798, 805}, within(1e-9));
      assertThat(String.join("\n", intervals.notes())).contains(note == null ? "" : note);
      assertThat(intervals.notes()).hasSize(note == null ? 0 : 1);
    }
  }

  @Test
  void aDecimalCommaIsUnderstoodWhereItCanBeNothingElse() throws IOException {
    try (InputStream in = resource("plain-decimal-comma.txt")) {
      Intervals intervals = IntervalText.read("x", in);

      assertThat(intervals.rrMillis()).containsExactly(812.5, 798.25, 805, 821.75);
      assertThat(intervals.notes()).singleElement().asString().contains("decimal commas");
    }
    assertThat(text("0,812\n0,798\n").rrMillis()).containsExactly(812, 798);
    assertThat(text("812\n798,5\n").rrMillis()).containsExactly(812, 798.5);
    assertThat(text("1,812\n2,798\n3,805\n").rrMillis()).containsExactly(812, 798, 805);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          812;NaN;798         | x, line 2: 'NaN' is not a number
          812;0;798           | x, line 2: 0 is not an interval, which must be above 0
          812;-798            | x, line 2: -798 is not an interval
          812;Infinity        | x, line 2: Infinity is not an interval
          812;1e400           | x, line 2: 1e400 is not an interval
          812;798;600000      | x, line 3: 600000 ms is 10 minutes, not a possible time between two heartbeats; split
          812;798;12500       | x, line 3: 12500 ms is 13 seconds, not a possible time
          0.8;0.9;12.5        | x, line 3: 12.5 s is not a possible time between two heartbeats
          0.8;0.9;812         | x, line 3: 812 s is out of line with the others; check whether seconds
          812;798;0.8         | x, line 3: 0.8 ms is out of line with the others; check whether seconds
          812;eight hundred   | x, line 2: 'eight hundred' is not a number
          812;798 805         | x, line 2: '798 805' is not a number
          rr                  | x holds no intervals: write
          812 798 805;790 800 | x, line 1 holds 3 numbers without column names
          812 798;812 798     | x has two columns, neither of which is a time
          time,bpm;1,72;2,73  | x, line 1: no column is called RR
          ecg,ppg;1,72;2,73   | x is a waveform and holds no intervals: find its beats with the command detect
          812;# sampling_rate_hz: 100 | x is a waveform and holds no intervals
          """)
  void refusesWhatIsNoIntervalWithItsLineAndTheRemedy(String lines, String sentence) {
    assertThatThrownBy(() -> text(lines.replace(';', '\n')))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "polar-rates.hrm, holds heart rates (Interval=5) and no intervals",
    "kubios-report-without-data.txt, Kubios results but no RR data",
  })
  void refusesFilesOfTheseAppsWithoutIntervals(String file, String sentence) throws IOException {
    try (InputStream in = resource(file)) {
      assertThatThrownBy(() -> IntervalText.read(file, in)).hasMessageContaining(sentence);
    }
  }

  @Test
  void anEmptyABinaryAndAnEndlessLineAreRefused() {
    assertThatThrownBy(() -> text("")).hasMessageContaining("no intervals");
    assertThatThrownBy(() -> text("# only a comment")).hasMessageContaining("no intervals");
    assertThatThrownBy(() -> text("812\n\0\1\2"))
        .hasMessageContaining("x is not a text file: line 2");
    assertThatThrownBy(() -> text("8".repeat(5000))).hasMessageContaining("line 1 is longer");
  }

  @Test
  void aWaveWithoutNamesIsRemarkedOn() throws IOException {
    StringBuilder wave = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      wave.append(Math.round(600 + 100 * Math.sin(i / 12.0))).append('\n');
    }

    assertThat(text(wave.toString()).notes()).singleElement().asString().contains("detect");
  }

  /** Lines of 800 ms, created as they are read. */
  private static InputStream endless(long lines) {
    return new InputStream() {
      private final byte[] line = "800\n".getBytes(StandardCharsets.US_ASCII);
      private long at;

      @Override
      public int read() {
        return at < 4 * lines ? line[(int) (at++ % 4)] : -1;
      }

      @Override
      public int read(byte[] bytes, int from, int length) {
        int count = (int) Math.min(length, 4 * lines - at);
        for (int i = 0; i < count; i++) {
          bytes[from + i] = (byte) read();
        }
        return count == 0 ? -1 : count;
      }
    };
  }

  @Test
  void aMillionIntervalsAreRead() throws IOException {
    assertThat(IntervalText.read("x", endless(1_000_000)).rrMillis()).hasSize(1_000_000);
  }

  @Test
  void moreThanFiveMillionAreRefusedWithoutReadingOn() {
    assertThatThrownBy(() -> IntervalText.read("x", endless(Long.MAX_VALUE / 4)))
        .hasMessageContaining("more than 5 million");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomBytesGetOneSentenceOrPositiveIntervals(long seed) {
    Random random = new Random(seed);
    String characters = "0123456789.,;\t\r\n #-[]eERrNnHa";
    for (int round = 0; round < 2000; round++) {
      StringBuilder made = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        made.append(
            round % 4 == 0
                ? (char) random.nextInt(256)
                : characters.charAt(random.nextInt(characters.length())));
      }
      try {
        double[] read = text(made.toString()).rrMillis();
        assertThat(Arrays.stream(read)).isNotEmpty().allMatch(ms -> ms > 0 && ms <= 10_000);
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("x").hasMessageMatching(".*[.?]");
        assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1);
      }
    }
  }
}

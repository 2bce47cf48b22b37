package org.stillpoint.hil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.device.DeviceIdentity;
import org.stillpoint.hil.Received.Interval;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.Board;

/**
 * What the Bluetooth bridge sends for the notifications of a strap. Their first byte has the flags.
 */
@Tag("slow")
class HeartRateBridgeTest {
  private static final double SECOND = 1_000_000;

  @TempDir private Path folder;

  private String lines(String... notifications) throws IOException {
    String input = String.join("\n", notifications) + "\n";
    return new String(
        Board.filter(folder, "heart_rate_lines", input.getBytes(StandardCharsets.US_ASCII)),
        StandardCharsets.US_ASCII);
  }

  private List<Interval> intervals(String... notifications) throws IOException {
    Received received = Received.of(lines(notifications).getBytes(StandardCharsets.US_ASCII));
    assertThat(received.faults).isEmpty();
    return received.intervals;
  }

  @Test
  void itIsABeatsDevice() throws IOException {
    Received received = Received.of(lines("1 1050").getBytes(StandardCharsets.US_ASCII));

    assertThat(received.identities)
        .extracting(DeviceIdentity::kind)
        .containsExactly(SensorKind.INTERVALS);
  }

  @Test
  void anIntervalIs1024thsOfASecondAndTheFirstIsNotKnown() throws IOException {
    assertThat(intervals("5000000 10500004", "6000000 1050FF03", "6500000 10500002"))
        .containsExactly(
            new Interval(0, Double.NaN),
            new Interval(SECOND, 999_023),
            new Interval(1.5 * SECOND, 500_000));
  }

  @Test
  void severalBeatsOfOneNotificationLieApartByTheirIntervals() throws IOException {
    assertThat(intervals("5000000 10500004", "7000000 105000040002"))
        .containsExactly(
            new Interval(0, Double.NaN),
            new Interval(1.5 * SECOND, 1_000_000),
            new Interval(2 * SECOND, 500_000));
  }

  @Test
  void timeNeverGoesBack() throws IOException {
    assertThat(intervals("5000000 10500004", "5100000 1050000400040004"))
        .extracting(Interval::micros)
        .containsExactly(0.0, 1.0, 2.0, 100_000.0);
  }

  @Test
  void wideRatesAndEnergyAreStoppedOver() throws IOException {
    assertThat(intervals("5000000 10500004", "6000000 1950002A000004"))
        .contains(new Interval(SECOND, 1_000_000));
  }

  @Test
  void lostContactIsFlaggedAndItsBeatsAreNotSent() throws IOException {
    String[] notifications = {"5000000 16500004", "6000000 14500004", "7000000 16500004"};

    assertThat(lines(notifications).lines().filter(l -> l.startsWith("T")).map(l -> l.charAt(6)))
        .containsExactly('0', '1', '0');
    assertThat(intervals(notifications))
        .containsExactly(new Interval(0, Double.NaN), new Interval(2 * SECOND, Double.NaN));
  }

  @Test
  void afterALostConnectionTheIntervalIsNotKnown() throws IOException {
    assertThat(intervals("5000000 10500004", "lost", "9000000 10500004"))
        .containsExactly(new Interval(0, Double.NaN), new Interval(4 * SECOND, Double.NaN));
  }

  /** What waited while the connection was made again does not hide the gap. */
  @Test
  void aNotificationThatWaitedDoesNotHideThatTheConnectionIsAnother() throws IOException {
    assertThat(
            intervals(
                "5000000 10500004 1",
                "6000000 10500004 1",
                "7000000 10500004 1", // taken after the second connection was made
                "9000000 10500004 2",
                "10000000 10500004 2"))
        .extracting(Interval::length)
        .containsExactly(Double.NaN, 1e6, 1e6, Double.NaN, 1e6);
  }

  @Test
  void theClockMayComeRound() throws IOException {
    assertThat(intervals("4294000000 10500004", "32704 10500004"))
        .containsExactly(new Interval(0, Double.NaN), new Interval(1_000_000, 1_000_000));
  }

  @Test
  void aNotificationCutShortIsLeftOut() throws IOException {
    assertThat(lines("1 10", "2 1150", "3 185000")).containsSubsequence("cut", "cut", "cut");
    assertThat(intervals("5000000 105000")).isEmpty();
  }
}

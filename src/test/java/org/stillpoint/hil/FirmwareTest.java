package org.stillpoint.hil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.device.DeviceIdentity;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.Board;
import org.stillpoint.testkit.BoardTruth;
import org.stillpoint.testkit.BoardTruth.Entry;
import org.stillpoint.testkit.PulseWaves;

/** Compares every byte of the compiled firmware, at full speed, with the inputs at its pins. */
@Tag("slow")
class FirmwareTest {
  private static final double MILLIVOLTS_A_STEP = 5000.0 / 1023;

  @TempDir private Path folder;

  private String wave(double offset, double scale) throws IOException {
    List<PulseSample> samples = new PulseWaves(500).seconds(62).noise(0.02).samples();
    return Board.file(
        folder, "wave", samples.stream().mapToDouble(s -> offset + scale * s.value()));
  }

  private static List<Double> flags(BoardTruth truth) {
    return truth.lines('T').stream().map(e -> (double) (e.text().charAt(6) - '0')).toList();
  }

  @Test
  void everySampleIsTheWaveAtItsTime() throws IOException {
    BoardTruth truth = Board.run(folder, "ppg", 60, "--wave", wave(1000, 2000));
    Received received = Received.capture(folder);
    List<Entry> fed = truth.of("adc");

    assertThat(received.samples).hasSizeBetween(29_950, 30_000);
    for (int i = 0; i < received.samples.size(); i++) {
      Received.Sample sample = received.samples.get(i);
      double since = 1e6 * (fed.get(i).seconds() - fed.get(0).seconds());
      assertThat(sample.micros()).isEqualTo(2000.0 * i).isCloseTo(since, within(10.0));
      assertThat(sample.value() * MILLIVOLTS_A_STEP).isCloseTo(fed.get(i).number(), within(5.0));
    }
    assertThat(received.faults).isEmpty();
    assertThat(received.lost).isZero();
  }

  @Test
  void aBootAndAQuestionAreAnsweredWithTheIdentity() throws IOException {
    BoardTruth truth =
        Board.run(folder, "ppg", 4, "--at", "1:send=?", "--at", "2:send=x", "--at", "3:reset");

    assertThat(truth.lines('I').stream().map(e -> e.text().replaceAll("....$", "")))
        .containsExactly(
            "Iv=1 sensor=ppg rate=500 bits=10 name=stillpoint-ppg boot=1",
            "Iv=1 sensor=ppg rate=500 bits=10 name=stillpoint-ppg",
            "Iv=1 sensor=ppg rate=500 bits=10 name=stillpoint-ppg boot=1");
    assertThat(Received.capture(folder).restarts).isEqualTo(1);
  }

  @Test
  void questionsWithoutEndDoNotCrowdOutTheSamples() throws IOException {
    String[] asking =
        IntStream.range(0, 60)
            .mapToObj(i -> List.of("--at", 1 + i * 0.01 + ":send=" + "?".repeat(60)))
            .flatMap(List::stream)
            .toArray(String[]::new);
    Board.run(folder, "ppg", 4, asking);

    Received received = Received.capture(folder);

    assertThat(received.identities).hasSizeGreaterThan(60);
    assertThat(received.lost).isZero();
    assertThat(received.faults).isEmpty();
  }

  @Test
  void aStatusComesEverySecond() throws IOException {
    BoardTruth truth = Board.run(folder, "ppg", 20.5);

    List<Entry> lines = truth.lines('T');
    assertThat(lines).hasSize(20);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i).seconds()).isCloseTo(1 + i, within(0.05));
      assertThat(lines.get(i).text()).startsWith("T000000");
    }
  }

  @Test
  void aLineTooSlowForTheSamplesDropsWholeBlocksAndCountsThem() throws IOException {
    BoardTruth truth = Board.run(folder, "crowded", 10, "--wave", wave(1000, 2000));
    Received received = Received.capture(folder);
    List<Entry> blocks = truth.lines('P');
    Entry lastStatus = truth.lines('T').get(truth.lines('T').size() - 1);
    long dropped = Long.parseLong(lastStatus.text().substring(1, 5), 16);

    long missing = 0;
    for (int i = 1; i < blocks.size() && blocks.get(i).seconds() < lastStatus.seconds(); i++) {
      long step = field(blocks.get(i), 1, 5) - field(blocks.get(i - 1), 1, 5);
      long micros = field(blocks.get(i), 5, 13) - field(blocks.get(i - 1), 5, 13);
      assertThat(micros).isEqualTo(20_000 * step);
      missing += 10 * (step - 1);
    }
    // Blocks dropped after those still waiting are counted before their gap is seen.
    assertThat(dropped).isGreaterThan(1000).isBetween(missing, missing + 200);
    assertThat(received.lost).isGreaterThanOrEqualTo(missing);
    assertThat(received.faults).containsOnlyKeys(Fault.SENSOR_OVERRUN);
  }

  private static long field(Entry line, int from, int to) {
    return Long.parseLong(line.text().substring(from, to), 16);
  }

  @Test
  void aLeadThatIsOffIsFlaggedEvenForAMoment() throws IOException {
    BoardTruth truth =
        Board.run(
            folder,
            "ecg",
            8.5,
            "--wave",
            wave(1500, 1000),
            "--at",
            "2.5:leads=off",
            "--at",
            "4.5:leads=on",
            "--at",
            "6.4:leads=off",
            "--at",
            "6.41:leads=on");

    assertThat(flags(truth)).containsExactly(0.0, 0.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0);
    Received received = Received.capture(folder);
    assertThat(received.identities)
        .extracting(DeviceIdentity::kind)
        .containsExactly(SensorKind.ECG);
    assertThat(received.samples).hasSizeGreaterThan(4200);
  }

  @Test
  void thePulsePinTimesBeatsToTheMicrosecond() throws IOException {
    double[] beats =
        IntStream.range(0, 150)
            .mapToDouble(i -> 1.5 + 0.7 * i + 0.1 * Math.sin(1.7 * i))
            .filter(t -> t < 40 || t > 50)
            .toArray();
    double[] withEcho =
        DoubleStream.concat(DoubleStream.of(beats), DoubleStream.of(beats[10] + 0.1))
            .sorted()
            .toArray();
    String file = Board.file(folder, "beats", DoubleStream.of(withEcho));
    Board.run(folder, "pulse-pin", 100, "--beats", file);
    Received received = Received.capture(folder);

    List<Received.Interval> found = received.intervals;
    assertThat(received.faults).isEmpty();
    assertThat(found).hasSize((int) DoubleStream.of(beats).filter(t -> t < 100).count());
    for (int i = 1; i < found.size(); i++) {
      double fed = 1e6 * (beats[i] - beats[i - 1]);
      double passed = found.get(i).micros() - found.get(i - 1).micros();
      assertThat(passed).isCloseTo(fed, within(5.0));
      Double told = fed < 3e6 ? passed : Double.NaN; // boxed: one NaN equals another
      assertThat(found.get(i).length()).isEqualTo(told);
    }
    assertThat(found.get(0).length()).isNaN();
  }

  @Test
  void aPulsePinWithoutPulsesSaysSo() throws IOException {
    String file = Board.file(folder, "beats", DoubleStream.of(1.5, 2.3, 3.2, 4.1));
    BoardTruth truth = Board.run(folder, "pulse-pin", 9.5, "--beats", file);

    assertThat(flags(truth)).containsExactly(1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0);
  }

  /** The chip's own clock is 1.3 % fast, so the sketch must not assume 100 samples a second. */
  @Test
  void theOpticalChipsSamplesHaveTheirTrueTimesAndRiseWithThePulse() throws IOException {
    String[] light = {"--max30102", "101.3", "--wave", wave(110_000, -1500)};
    BoardTruth truth = Board.run(folder, "max30102", 30, light);
    Received received = Received.capture(folder);
    List<Entry> fed = truth.of("light");

    assertThat(received.faults).isEmpty();
    assertThat(received.lost).isZero();
    assertThat(received.samples).hasSizeGreaterThan(3000);
    for (int i = 1; i < received.samples.size(); i++) {
      double since = 1e6 * (fed.get(i).seconds() - fed.get(0).seconds());
      assertThat(received.samples.get(i).micros()).isCloseTo(since, within(20.0));
      double rise = received.samples.get(i).value() - received.samples.get(i - 1).value();
      double dimming = fed.get(i - 1).number() - fed.get(i).number();
      assertThat(rise).isCloseTo(dimming / 4, within(4.0));
    }
  }

  @Test
  void theOpticalChipWithoutAFingerHasNoContact() throws IOException {
    String dark = Board.file(folder, "dark", DoubleStream.of(900, 900));
    BoardTruth truth = Board.run(folder, "max30102", 5.5, "--max30102", "100", "--wave", dark);

    assertThat(flags(truth)).containsExactly(1.0, 1.0, 1.0, 1.0, 1.0);
  }

  @Test
  void withoutTheOpticalChipTheBoardStillSpeaks() throws IOException {
    BoardTruth truth = Board.run(folder, "max30102", 3.5, "--at", "2:send=?");

    assertThat(truth.lines('I')).hasSize(2);
    assertThat(flags(truth)).containsExactly(1.0, 1.0, 1.0);
    assertThat(truth.lines('P')).isEmpty();
  }
}

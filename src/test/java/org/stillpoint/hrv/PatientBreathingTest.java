package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.hrv.BreathRun.Point;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.ReferenceData;

/**
 * Patients with an ECG, a pulse wave, and breaths marked by two people (BIDMC, Pimentel et al.
 * 2017, doi 10.1109/TBME.2016.2613124). The constants were chosen on the first half of the records,
 * 02, 06, 10 and so on; the second half, 04, 08, 12 and so on, is only measured. Writes the tables
 * of docs/accuracy.md to target/breathing-patients.md.
 */
class PatientBreathingTest {
  private static final BreathTable TABLE = new BreathTable("breathing-patients.md");

  /** The two people agree up to this difference, in breaths per minute. */
  private static final double AGREE = 2;

  private static final double[] CONFIDENCE = {0.8, 0.85, 0.9, 0.95};

  private final BreathScore pulse = new BreathScore();
  private final BreathScore ecg = new BreathScore();
  private final BreathScore waves = new BreathScore();
  private final BreathScore pulseIntervals = new BreathScore();
  private final BreathScore ecgIntervals = new BreathScore();
  private final BreathScore intervals = new BreathScore();
  private final List<BreathScore> sure =
      Stream.generate(BreathScore::new).limit(CONFIDENCE.length).toList();

  @AfterAll
  static void write() throws IOException {
    TABLE.write();
  }

  private static List<Path> records(int half) throws IOException {
    List<Path> records = new ArrayList<>();
    try (Stream<Path> files = Files.list(ReferenceData.require("bidmc"))) {
      files
          .filter(file -> file.toString().endsWith(".csv"))
          .filter(file -> number(file) % 4 == (half == 1 ? 2 : 0))
          .sorted()
          .forEach(records::add);
    }
    return records;
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
  }

  private static double[] breaths(Path record, int person) throws IOException {
    String name = record.getFileName().toString().replace(".csv", ".breaths" + person + ".txt");
    return Files.readAllLines(record.resolveSibling(name)).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .mapToDouble(line -> Double.parseDouble(line.strip()))
        .toArray();
  }

  /** Breaths per minute from the first to the last breath of the minute before. */
  private static double rate(double[] breaths, double seconds) {
    double[] inside =
        Arrays.stream(breaths).filter(t -> t > seconds - 60 && t <= seconds).toArray();
    return inside.length < 3
        ? Double.NaN
        : 60 * (inside.length - 1) / (inside[inside.length - 1] - inside[0]);
  }

  /** The mean of both people where they agree. */
  private static OptionalDouble truth(double[] one, double[] other, double seconds) {
    double first = rate(one, seconds);
    double second = rate(other, seconds);
    return Math.abs(first - second) <= AGREE
        ? OptionalDouble.of((first + second) / 2)
        : OptionalDouble.empty();
  }

  private void measure(Path record, SensorKind kind) throws IOException {
    double[] one = breaths(record, 1);
    double[] other = breaths(record, 2);
    boolean isPulse = kind == SensorKind.PPG;
    String name = "../bidmc/" + record.getFileName().toString().replace(".csv", "");
    for (Point point : BreathRun.of(ReferenceData.wave(name, isPulse ? "ppg" : "ecg"), kind)) {
      OptionalDouble truth = truth(one, other, point.seconds());
      if (truth.isPresent()) {
        add(List.of(waves, isPulse ? pulse : ecg), truth.getAsDouble(), point.wave());
        add(
            List.of(intervals, isPulse ? pulseIntervals : ecgIntervals),
            truth.getAsDouble(),
            point.rr());
      }
    }
  }

  private void add(List<BreathScore> scores, double truth, BreathEstimate estimate) {
    scores.forEach(score -> score.add(truth, estimate));
    for (int bin = CONFIDENCE.length - 1; bin >= 0; bin--) {
      if (estimate.confidence() >= CONFIDENCE[bin]) {
        sure.get(bin).add(truth, estimate);
        return;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aRateIsGivenOftenAndSeldomWrong(int half) throws IOException {
    for (Path record : records(half)) {
      measure(record, SensorKind.PPG);
      measure(record, SensorKind.ECG);
    }

    String who = "half " + half + ", ";
    TABLE.add(who + "pulse wave", "wave and RR", pulse);
    TABLE.add(who + "pulse wave", "RR", pulseIntervals);
    TABLE.add(who + "ECG", "wave and RR", ecg);
    TABLE.add(who + "ECG", "RR", ecgIntervals);
    TABLE.add(who + "both waves", "wave and RR", waves);
    TABLE.add(who + "both waves", "RR", intervals);
    for (int bin = 0; bin < CONFIDENCE.length; bin++) {
      String from = String.format(Locale.ROOT, "confidence from %.2f", CONFIDENCE[bin]);
      TABLE.add(who + from, "all", sure.get(bin));
      assertThat(1 - sure.get(bin).wrongShare(1)).isGreaterThan(CONFIDENCE[bin] - 0.1);
    }
    assertThat(waves.windows()).isGreaterThan(2000);
    assertThat(waves.givenShare()).isGreaterThan(0.6);
    assertThat(intervals.givenShare()).isGreaterThan(half == 1 ? 0.3 : 0.45);
    for (BreathScore score : List.of(pulse, ecg, waves, intervals)) {
      assertThat(score.medianError()).isLessThan(0.25);
      assertThat(score.wrongShare(2)).isLessThan(0.03);
    }
  }
}

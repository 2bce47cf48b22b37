package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.hrv.BreathRun.Point;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.ReferenceData;

/**
 * Recordings of real people: one with a breathing belt, and hearts that do not follow the breath.
 */
class ReferenceBreathingTest {
  private static final BreathTable TABLE = new BreathTable("breathing-reference.md");
  private static final double EXCLUDED_FROM = 225.5;
  private static final double EXCLUDED_TO = 233;

  @AfterAll
  static void write() throws IOException {
    TABLE.write();
  }

  private static double[] numbers(String name) throws IOException {
    return Files.readAllLines(ReferenceData.require(name)).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .mapToDouble(line -> Double.parseDouble(line.strip()))
        .toArray();
  }

  /** Breaths per minute between the first and the last end of inspiration in the minute before. */
  private static double belt(double[] breaths, double seconds) {
    double[] inside =
        java.util.Arrays.stream(breaths).filter(t -> t > seconds - 60 && t <= seconds).toArray();
    return 60 * (inside.length - 1) / (inside[inside.length - 1] - inside[0]);
  }

  private static boolean scored(double seconds) {
    return seconds <= EXCLUDED_FROM || seconds - 60 >= EXCLUDED_TO;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ppg", "ecg"})
  void agreesWithTheBeltWhereARateIsGiven(String column) throws IOException {
    double[] breaths = numbers("waveforms/nk_rest.breaths.txt");
    SensorKind kind = column.equals("ecg") ? SensorKind.ECG : SensorKind.PPG;
    List<Point> points = BreathRun.of(ReferenceData.wave("nk_rest", column), kind);
    BreathScore wave = new BreathScore();
    BreathScore rr = new BreathScore();
    for (Point point : points) {
      if (scored(point.seconds())) {
        wave.add(belt(breaths, point.seconds()), point.wave());
        rr.add(belt(breaths, point.seconds()), point.rr());
      }
    }

    TABLE.add("nk_rest " + column, "wave and RR", wave);
    TABLE.add("nk_rest " + column, "RR", rr);
    for (BreathScore score : List.of(wave, rr)) {
      assertThat(score.given()).isGreaterThanOrEqualTo(6);
      assertThat(score.medianError()).isLessThan(0.5);
      assertThat(score.wrongShare(1)).isZero();
    }
  }

  @Test
  void theIntervalsAloneAgreeWithTheBelt() throws IOException {
    double[] breaths = numbers("waveforms/nk_rest.breaths.txt");
    List<BreathEstimate> estimates = BreathRun.of(numbers("rr/nk_rest_5min.txt"));
    BreathScore score = new BreathScore();
    estimates.forEach(e -> score.add(belt(breaths, e.endNanos() / 1e9 + 0.5), e));

    TABLE.add("nk_rest_5min (series)", "RR", score);
    assertThat(score.given()).isGreaterThanOrEqualTo(6);
    assertThat(score.medianError()).isLessThan(0.5);
    assertThat(score.wrongShare(1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mitdb221_af_13min", "mitdb119_pvc_30min"})
  void anIrregularHeartHasNoBreathingRate(String series) throws IOException {
    assertThat(BreathRun.of(numbers("rr/" + series + ".txt")))
        .hasSizeGreaterThan(100)
        .allMatch(e -> e.breathsPerMinute().isEmpty());
  }

  @Test
  void breathingAtResonanceIsFoundAllTheTime() throws IOException {
    List<BreathEstimate> all = BreathRun.of(numbers("rr/synth_resonance_breathing_5min.txt"));

    assertThat(all).hasSizeGreaterThan(40);
    for (BreathEstimate each : all) {
      assertThat(each.breathsPerMinute().orElseThrow()).isCloseTo(6, within(0.2));
    }
  }

  @Test
  void ofTwoSinesTheFasterIsTheBreath() throws IOException {
    List<BreathEstimate> all = BreathRun.of(numbers("rr/synth_two_sines_10min.txt"));
    assertThat(all).hasSizeGreaterThan(100);
    for (BreathEstimate each : all) {
      assertThat(each.breathsPerMinute().orElseThrow()).isCloseTo(15, within(0.2));
    }
  }
}

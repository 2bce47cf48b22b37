package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.testkit.ReferenceData;

class TimeDomainTest {

  private static double[] read(Path path) throws IOException {
    return Files.readAllLines(path).stream()
        .filter(l -> !l.startsWith("#") && !l.isBlank())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /**
   * Expected values of reference_hrv.py (numpy 1.24.2, scipy 1.10.1): counts exact, all else within
   * 1e-9 of the value.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "synth_two_sines_10min",
        "synth_resonance_breathing_5min",
        "mitdb100_1min",
        "systole_4min",
        "pyhrv_short_5min",
        "nk_rest_5min",
        "hrvanalysis_12min",
        "mitdb221_af_13min",
        "mitdb113_sinus_arrhythmia_30min",
        "mitdb119_pvc_30min",
        "pyhrv_long_1h",
        "ltdb05_normal_beats_2h",
        "nsr001_24h"
      })
  void agreesWithTheReferenceValues(String series) throws IOException {
    double[] rr = read(ReferenceData.require("rr/" + series + ".txt"));
    Path expectedFile = ReferenceData.require("rr/" + series + ".expected.json");
    JsonNode expected =
        new ObjectMapper().readTree(expectedFile.toFile()).path("expected").path("time");

    TimeDomain t = TimeDomain.of(rr);

    assertThat(t.n()).isEqualTo(expected.path("n").intValue());
    assertThat(t.nn50()).isEqualTo(expected.path("nn50").intValue());
    assertThat(t.nn20()).isEqualTo(expected.path("nn20").intValue());
    same(expected, "duration_s", t.durationSeconds());
    same(expected, "mean_nn", t.meanNn());
    same(expected, "median_nn", t.medianNn());
    same(expected, "min_nn", t.minNn());
    same(expected, "max_nn", t.maxNn());
    same(expected, "sdnn", t.sdnn());
    same(expected, "rmssd", t.rmssd());
    same(expected, "sdsd", t.sdsd());
    same(expected, "pnn50", t.pnn50());
    same(expected, "pnn20", t.pnn20());
    same(expected, "cvnn", t.cvnn());
    same(expected, "mean_hr", t.meanHr());
    same(expected, "mean_of_inst_hr", t.meanOfInstHr());
    same(expected, "min_hr_inst", t.minHrInst());
    same(expected, "max_hr_inst", t.maxHrInst());
    same(expected, "min_hr_5beat", t.minHr5beat());
    same(expected, "max_hr_5beat", t.maxHr5beat());
  }

  private static void same(JsonNode expected, String key, double actual) {
    assertThat(expected.has(key)).as(key).isTrue();
    double value = expected.path(key).doubleValue();
    assertThat(actual).as(key).isCloseTo(value, within(1e-9 * Math.abs(value)));
  }

  @Test
  void countsOnlyDifferencesOfStrictlyMoreThan50() {
    TimeDomain t = TimeDomain.of(new double[] {800, 850, 800, 851, 800});

    assertThat(t.nn50()).isEqualTo(2);
    assertThat(t.pnn50()).isEqualTo(50);
  }

  @Test
  void oneIntervalHasAMeanButNoVariability() {
    TimeDomain t = TimeDomain.of(new double[] {800});

    assertThat(t.meanHr()).isEqualTo(75);
    assertThat(t.sdnn()).isNaN();
    assertThat(t.rmssd()).isNaN();
    assertThat(t.sdsd()).isNaN();
    assertThat(t.pnn50()).isNaN();
    assertThat(t.minHr5beat()).isNaN();
  }

  @Test
  void noIntervalsAreRefused() {
    assertThatThrownBy(() -> TimeDomain.of(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.testkit.ReferenceData;

/**
 * Expected values of reference_hrv.py (numpy 1.24.2, scipy 1.10.1), with the tolerances stated
 * there: counts and bins exact; time domain, geometry, Poincare plot, entropies and fluctuation
 * 1e-9 of the value; spectra 1e-6.
 */
class HrvReferenceTest {
  private static final double FINE = 1e-9;
  private static final double SPECTRAL = 1e-6;

  private JsonNode group = new ObjectMapper().createObjectNode();

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
    JsonNode expected =
        new ObjectMapper()
            .readTree(ReferenceData.require("rr/" + series + ".expected.json").toFile())
            .path("expected");

    HrvAnalysis a = HrvAnalysis.of(ReferenceData.intervals("rr/" + series + ".txt"));

    group = expected.path("time");
    assertTime(a.time());
    group = expected.path("geometric");
    same("hti", a.triangular().hti(), FINE);
    same("tinn", a.triangular().tinn(), FINE);
    same("tinn_n", a.triangular().tinnN(), FINE);
    same("tinn_m", a.triangular().tinnM(), FINE);
    same("si_amo_percent", a.stress().amoPercent(), FINE);
    same("si_mo_s", a.stress().moSeconds(), FINE);
    same("si_mxdmn_s", a.stress().mxdmnSeconds(), FINE);
    same("stress_index", a.stress().index(), FINE);
    same("stress_index_sqrt", a.stress().sqrt(), FINE);
    same("stress_index_sqrt_median_mode", a.stress().sqrtMedianMode(), FINE);
    assertBands(expected.path("welch"), a.welch());
    assertBands(expected.path("welch_natural_spline"), a.welchNatural());
    assertBands(expected.path("lomb"), a.lomb());
    group = expected.path("nonlinear");
    assertNonlinear(a);
  }

  private void assertTime(TimeDomain t) {
    assertThat(t.n()).isEqualTo(group.path("n").intValue());
    assertThat(t.nn50()).isEqualTo(group.path("nn50").intValue());
    assertThat(t.nn20()).isEqualTo(group.path("nn20").intValue());
    same("duration_s", t.durationSeconds(), FINE);
    same("mean_nn", t.meanNn(), FINE);
    same("median_nn", t.medianNn(), FINE);
    same("min_nn", t.minNn(), FINE);
    same("max_nn", t.maxNn(), FINE);
    same("sdnn", t.sdnn(), FINE);
    same("rmssd", t.rmssd(), FINE);
    same("sdsd", t.sdsd(), FINE);
    same("pnn50", t.pnn50(), FINE);
    same("pnn20", t.pnn20(), FINE);
    same("cvnn", t.cvnn(), FINE);
    same("mean_hr", t.meanHr(), FINE);
    same("mean_of_inst_hr", t.meanOfInstHr(), FINE);
    same("min_hr_inst", t.minHrInst(), FINE);
    same("max_hr_inst", t.maxHrInst(), FINE);
    same("min_hr_5beat", t.minHr5beat(), FINE);
    same("max_hr_5beat", t.maxHr5beat(), FINE);
  }

  private void assertBands(JsonNode expected, Optional<BandPowers> powers) {
    group = expected;
    assertThat(powers.isEmpty()).isEqualTo(expected.isNull());
    if (powers.isEmpty()) {
      return;
    }
    BandPowers p = powers.get();
    same("vlf", p.vlf(), SPECTRAL);
    same("lf", p.lf(), SPECTRAL);
    same("hf", p.hf(), SPECTRAL);
    same("total", p.total(), SPECTRAL);
    same("lf_hf", p.lfHf(), SPECTRAL);
    if (expected.has("lf_nu")) {
      same("vlf_trapz", p.vlfTrapz(), SPECTRAL);
      same("lf_trapz", p.lfTrapz(), SPECTRAL);
      same("hf_trapz", p.hfTrapz(), SPECTRAL);
      same("lf_nu", p.lfNu(), SPECTRAL);
      same("hf_nu", p.hfNu(), SPECTRAL);
      same("lf_peak_hz", p.lfPeakHz(), FINE);
      same("hf_peak_hz", p.hfPeakHz(), FINE);
    }
  }

  private void assertNonlinear(HrvAnalysis a) {
    same("sd1", a.poincare().sd1(), FINE);
    same("sd2", a.poincare().sd2(), FINE);
    same("sd1_sd2", a.poincare().ratio(), FINE);
    same("sd2_from_sdnn", a.poincare().sd2FromSdnn(), FINE);
    same("dfa_alpha1", a.alpha1(), FINE);
    same("dfa_alpha2", a.alpha2(), FINE);
    same("dfa_alpha1_kubios_4_12", a.alpha1Kubios(), FINE);
    same("dfa_alpha2_kubios_13_64", a.alpha2Kubios(), FINE);
    if (!group.path("sampen").isNull()) {
      same("sampen", a.sampleEntropy().value(), FINE);
      same("apen", a.approximateEntropy(), FINE);
      assertThat(a.sampleEntropy().matchesOfTwo()).isEqualTo(group.path("sampen_b").longValue());
      assertThat(a.sampleEntropy().matchesOfThree()).isEqualTo(group.path("sampen_a").longValue());
    }
  }

  private void same(String key, double actual, double tolerance) {
    assertThat(group.has(key)).as(key).isTrue();
    double value = group.path(key).doubleValue();
    assertThat(actual).as(key).isCloseTo(value, within(tolerance * Math.abs(value)));
  }

  /** Sines of 50 ms at 0.1 Hz and 30 ms at 0.25 Hz have powers of 1250 and 450 ms2. */
  @Test
  void twoSinesHaveTheirPower() {
    HrvAnalysis a = HrvAnalysis.of(ReferenceData.intervals("rr/synth_two_sines_10min.txt"));

    for (BandPowers powers : new BandPowers[] {a.welch().orElseThrow(), a.lomb().orElseThrow()}) {
      assertThat(powers.lf()).isCloseTo(1250, within(0.03 * 1250));
      assertThat(powers.hf()).isCloseTo(450, within(0.03 * 450));
      assertThat(powers.lfPeakHz()).isCloseTo(0.1, within(0.002));
      assertThat(powers.hfPeakHz()).isCloseTo(0.25, within(0.002));
    }
  }
}

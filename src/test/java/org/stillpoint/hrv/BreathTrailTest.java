package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The belief, the count and the history, each from made-up modulations. */
class BreathTrailTest {
  private static final long SECOND = 1_000_000_000;

  /** One value each 0.8 s for a minute: a swing in noise. */
  private static BreathSpectrum spectrum(double perMinute, double depth, double noise, long seed) {
    Random random = new Random(seed);
    Modulation modulation = new Modulation(BreathEffect.HEIGHT);
    for (int i = 1; i <= 75; i++) {
      double swing = depth * Math.sin(2 * Math.PI * perMinute / 60 * 0.8 * i + seed);
      modulation.add(Math.round(i * 0.8e9), 0.8, 100 * (1 + swing + noise * random.nextGaussian()));
    }
    return java.util.Objects.requireNonNull(BreathSpectrum.of(modulation, 60 * SECOND, 60));
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 13, 17, 22, 27})
  void whatIsTooFaintForOneWindowIsBelievedAfterMany(double perMinute) {
    BreathTrail trail = new BreathTrail();
    trail.pass();
    trail.weigh(List.of(spectrum(perMinute, 0.02, 0.03, 1)), 1);
    double once = trail.odds();
    for (long seed = 2; seed < 80; seed++) {
      trail.pass();
      trail.weigh(List.of(spectrum(perMinute, 0.02, 0.03, seed)), 1);
    }

    assertThat(trail.rate()).isCloseTo(perMinute, within(0.5));
    assertThat(trail.odds()).isGreaterThan(0).isGreaterThan(once + 1);
  }

  @Test
  void beliefFadesWithoutEvidence() {
    BreathTrail trail = new BreathTrail();
    for (long seed = 1; seed < 60; seed++) {
      trail.pass();
      trail.weigh(List.of(spectrum(14, 0.05, 0.01, seed)), 1);
    }
    double before = trail.odds();
    for (int i = 0; i < 60; i++) {
      trail.pass();
    }

    assertThat(before).isGreaterThan(1);
    assertThat(trail.odds()).isLessThan(-0.5);
  }

  @Test
  void aCopyGoesItsOwnWay() {
    BreathTrail trail = new BreathTrail();
    double before = trail.odds();
    BreathTrail copy = trail.copy();
    copy.pass();
    copy.weigh(List.of(spectrum(14, 0.05, 0.01, 1)), 1);

    assertThat(trail.odds()).isEqualTo(before);
    assertThat(copy.odds()).isGreaterThan(before);
  }

  @ParameterizedTest
  @ValueSource(doubles = {9, 12, 15.4, 20, 26})
  void thePhaseCountsBreathsFromARoughRate(double perMinute) {
    for (double rough : new double[] {-0.8, 0, 0.8}) {
      List<BreathSpectrum> spectra =
          List.of(spectrum(perMinute, 0.05, 0.01, 3), spectrum(perMinute, 0.03, 0.02, 4));

      BreathCount phase = BreathCount.of(spectra, perMinute + rough);

      assertThat(phase.breathsPerMinute()).isCloseTo(perMinute, within(0.3));
      assertThat(phase.spread()).isLessThan(1);
    }
  }

  @Test
  void noiseSpreadsTheCount() {
    assertThat(BreathCount.of(List.of(spectrum(14, 0, 0.05, 7)), 14).spread()).isGreaterThan(1.5);
  }

  @Test
  void stepsFollowFromTheTimesOfTheIntervalsAlone() {
    List<Long> asked = new ArrayList<>();
    BreathHistory history = new BreathHistory();
    for (long millis = 7_300; millis < 31_000; millis += 900) {
      history.advance(
          millis * 1_000_000,
          end -> {
            asked.add(end / SECOND);
            return List.of();
          });
    }

    assertThat(asked).containsExactly(10L, 15L, 20L, 25L, 30L);
  }

  @Test
  void aLongSilenceAndTimesThatAreAbsurdBeginAnew() {
    BreathHistory history = new BreathHistory();
    List<BreathSpectrum> clear = List.of(spectrum(14, 0.05, 0.01, 1));
    for (long i = 1; i < 80; i++) {
      history.advance(i * 5 * SECOND + 1, end -> clear);
    }
    assertThat(history.at(396 * SECOND, clear).odds()).isGreaterThan(1);

    for (long nanos : new long[] {500 * SECOND, Long.MAX_VALUE, 0}) {
      history.advance(nanos, end -> clear);

      assertThat(history.at(nanos, List.of()).odds()).isLessThan(0);
    }
  }
}

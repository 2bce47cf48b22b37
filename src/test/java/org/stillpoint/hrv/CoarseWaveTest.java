package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoarseWaveTest {
  private final CoarseWave wave = new CoarseWave(20_000_000);

  private void line(double rateHz, double from, double to) {
    for (long i = Math.round(from * rateHz); i < to * rateHz; i++) {
      wave.add(Math.round(i * 1e9 / rateHz), 3 + 5 * i / rateHz);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {25, 30, 49, 75, 100, 500, 1000})
  void theMeansOfALineAreTheSameAtEveryRate(double rateHz) {
    line(rateHz, 0, 4);

    for (long step = 5; step < 190; step++) {
      assertThat(wave.mean(step)).isCloseTo(3 + 5 * (0.02 * step + 0.01), within(1e-6));
    }
    assertThat(wave.mean(1_000_000_000, 3_000_000_000L)).isCloseTo(13, within(1e-6));
  }

  @Test
  void thereIsNothingInAHoleBeforeTheBeginningAndAfterTheEnd() {
    line(100, 1, 2);
    line(100, 3, 4);

    assertThat(wave.mean(wave.step(500_000_000))).isNaN();
    assertThat(wave.mean(wave.step(1_500_000_000))).isFinite();
    assertThat(wave.mean(wave.step(2_500_000_000L))).isNaN();
    assertThat(wave.mean(wave.step(3_500_000_000L))).isFinite();
    assertThat(wave.mean(wave.step(4_500_000_000L))).isNaN();
    assertThat(wave.mean(1_500_000_000, 3_500_000_000L)).isNaN();
  }

  @Test
  void whatIsOlderThanTenSecondsIsForgotten() {
    line(100, 0, 20);

    assertThat(wave.mean(wave.step(9_000_000_000L))).isNaN();
    assertThat(wave.mean(wave.step(11_000_000_000L))).isFinite();
  }

  @Test
  void valuesThatAreNotFiniteAreLeftOut() {
    line(100, 0, 1);
    wave.add(1_000_000_000, Double.NaN);
    wave.add(1_010_000_000, Double.POSITIVE_INFINITY);
    line(100, 1.02, 2);

    assertThat(wave.mean(100_000_000, 1_900_000_000)).isCloseTo(3 + 5 * 1.0, within(0.05));
  }
}

package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DetrendedFluctuationTest {

  @Test
  void whiteNoiseHasAHalfAndARandomWalkOneAndAHalf() {
    double[] noise = Series.noise(20_000, 800, 30, 4);
    double[] walk = noise.clone();
    for (int i = 1; i < walk.length; i++) {
      walk[i] = walk[i - 1] + noise[i] - 800;
    }

    assertThat(DetrendedFluctuation.alpha(noise, 16, 64)).isCloseTo(0.5, within(0.05));
    assertThat(DetrendedFluctuation.alpha(walk, 16, 64)).isCloseTo(1.5, within(0.05));
  }

  @Test
  void neitherMeanNorUnitMatter() {
    double[] rr = Series.person(500, 1);

    assertThat(DetrendedFluctuation.alpha(Series.map(rr, x -> 3 * x + 50), 4, 16))
        .isCloseTo(DetrendedFluctuation.alpha(rr, 4, 16), within(1e-9));
  }

  @Test
  void aSeriesShorterThanABoxHasNone() {
    assertThat(DetrendedFluctuation.alpha(Series.person(15, 1), 4, 16)).isNaN();
    assertThat(DetrendedFluctuation.alpha(Series.person(16, 1), 4, 16)).isNotNaN();
  }

  @Test
  void equalIntervalsHaveNone() {
    double[] constant = new double[100];
    Arrays.fill(constant, 800);

    assertThat(DetrendedFluctuation.alpha(constant, 4, 16)).isNaN();
  }
}

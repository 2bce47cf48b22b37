package org.stillpoint.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {

  /** By hand: mean 5, variance (9 + 1 + 1 + 9) / 3, t(3, 97.5 %) = 3.182446 (tables). */
  @Test
  void theIntervalIsThatOfStudentsT() {
    Estimate estimate = Estimate.of(2, 4, 6, 8);
    double half = 3.182446 * Math.sqrt(20.0 / 3 / 4);
    assertThat(estimate.count()).isEqualTo(4);
    assertThat(estimate.mean()).isEqualTo(5);
    assertThat(estimate.low()).isCloseTo(5 - half, within(1e-5));
    assertThat(estimate.high()).isCloseTo(5 + half, within(1e-5));
    assertThat(estimate.positive()).isTrue();
    assertThat(estimate.negative()).isFalse();
  }

  @Test
  void valuesThatAreNotKnownAreLeftOut() {
    assertThat(Estimate.of(2, Double.NaN, 4, 6, Double.NaN, 8)).isEqualTo(Estimate.of(2, 4, 6, 8));
  }

  @Test
  void oneValueHasNoIntervalAndNoneHasNoMean() {
    Estimate one = Estimate.of(3);
    assertThat(one.mean()).isEqualTo(3);
    assertThat(one.low()).isNaN();
    assertThat(one.positive()).isFalse();
    assertThat(Estimate.of().mean()).isNaN();
  }

  @Test
  void aShareCountsUnknownValuesAsMissed() {
    double[] values = {44, 46, Double.NaN, 30};
    assertThat(Targets.share(values, v -> v < 45)).isEqualTo(0.5);
  }

  @Test
  void theLargestDistanceIsTakenWhereBothAreKnown() {
    StepSeries one = new StepSeries(50, 60, Double.NaN, 70);
    StepSeries other = new StepSeries(90, 57, 0, 72);
    assertThat(one.largestDistance(other, 5)).isEqualTo(3);
    assertThat(one.largestDistance(other, 0)).isEqualTo(40);
    assertThat(one.largestDistance(new StepSeries(), 0)).isNaN();
  }
}

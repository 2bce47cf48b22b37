package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HrvAnalysisTest {

  @Test
  void oneIntervalHasAMeanAndLittleElse() {
    HrvAnalysis a = HrvAnalysis.of(new double[] {800});

    assertThat(a.time().meanHr()).isEqualTo(75);
    assertThat(a.welch()).isEmpty();
    assertThat(a.lomb()).isEmpty();
    assertThat(a.poincare().sd1()).isNaN();
    assertThat(a.sampleEntropy().value()).isNaN();
    assertThat(a.approximateEntropy()).isNaN();
    assertThat(a.alpha1()).isNaN();
    assertThat(a.stress().index()).isNaN();
    assertThat(a.triangular().hti()).isEqualTo(1);
  }

  @Test
  void equalIntervalsHaveNoVariability() {
    double[] equal = new double[300];
    Arrays.fill(equal, 800);

    HrvAnalysis a = HrvAnalysis.of(equal);

    assertThat(a.time().sdnn()).isZero();
    assertThat(a.poincare().sd1()).isZero();
    assertThat(a.poincare().ratio()).isNaN();
    assertThat(a.welch().orElseThrow().total()).isCloseTo(0, within(1e-12));
    assertThat(a.sampleEntropy().value()).isNaN();
    assertThat(a.stress().index()).isNaN();
  }

  @Test
  void noneIsRefused() {
    assertThatThrownBy(() -> HrvAnalysis.of(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void seriesOfAnyLengthAreTaken() {
    for (int n = 1; n < 80; n++) {
      HrvAnalysis a = HrvAnalysis.of(Series.person(n, n));
      assertThat(a.time().n()).isEqualTo(n);
      assertThat(HrvAnalysis.detrended(Series.person(n, n), 500).time().n()).isEqualTo(n);
    }
  }

  /**
   * Measures that ignore the order of the intervals are the same for any order; the others are not.
   */
  @Test
  void theOrderMattersOnlyWhereItShould() {
    double[] rr = Series.person(600, 3);
    List<Double> mixed = new ArrayList<>(Arrays.stream(rr).boxed().toList());
    Collections.shuffle(mixed, new Random(1));

    HrvAnalysis a = HrvAnalysis.of(rr);
    HrvAnalysis b = HrvAnalysis.of(mixed.stream().mapToDouble(Double::doubleValue).toArray());

    assertThat(b.time().meanNn()).isCloseTo(a.time().meanNn(), within(1e-9));
    assertThat(b.time().medianNn()).isEqualTo(a.time().medianNn());
    assertThat(b.time().sdnn()).isCloseTo(a.time().sdnn(), within(1e-9));
    assertThat(b.triangular()).isEqualTo(a.triangular());
    assertThat(b.stress()).isEqualTo(a.stress());
    assertThat(b.time().rmssd()).isGreaterThan(1.1 * a.time().rmssd());
    assertThat(b.alpha2()).isLessThan(a.alpha2() - 0.2);
  }

  @Test
  void aConstantAddedChangesTheMeanAlone() {
    double[] rr = Series.map(Series.person(600, 3), Math::rint);
    HrvAnalysis a = HrvAnalysis.of(rr);
    HrvAnalysis b = HrvAnalysis.of(Series.map(rr, x -> x + 125));

    assertThat(b.time().meanNn()).isCloseTo(a.time().meanNn() + 125, within(1e-9));
    assertThat(b.time().sdnn()).isCloseTo(a.time().sdnn(), within(1e-9));
    assertThat(b.time().rmssd()).isEqualTo(a.time().rmssd());
    assertThat(b.poincare().sd1()).isCloseTo(a.poincare().sd1(), within(1e-9));
    assertThat(b.triangular().tinn()).isEqualTo(a.triangular().tinn());
    assertThat(b.alpha1()).isCloseTo(a.alpha1(), within(1e-9));
  }

  @Test
  void moreNoiseNeverMeansLessVariability() {
    double[] rr = Series.sine(300, 900, 40, 0.2);
    double[] noise = Series.noise(rr.length, 0, 1, 5);
    double before = 0;
    double hfBefore = 0;
    for (double level : new double[] {0, 5, 10, 20, 40, 80}) {
      double[] noisy = rr.clone();
      Arrays.setAll(noisy, i -> rr[i] + level * noise[i]);
      HrvAnalysis a = HrvAnalysis.of(noisy);
      assertThat(a.time().rmssd()).isGreaterThan(before);
      assertThat(a.time().pnn50()).isGreaterThanOrEqualTo(0);
      before = a.time().rmssd();
      assertThat(a.lomb().orElseThrow().total()).isGreaterThan(0.95 * hfBefore);
      hfBefore = a.lomb().orElseThrow().total();
    }
  }
}

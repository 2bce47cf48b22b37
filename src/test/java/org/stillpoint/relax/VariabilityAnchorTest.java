package org.stillpoint.relax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VariabilityAnchorTest {
  private static final OptionalDouble UNCLEAR = OptionalDouble.empty();

  private final VariabilityAnchor anchor =
      new VariabilityAnchor(3.5, 0.25, OptionalDouble.of(14), 0);
  private double seconds;

  private double step(double lnRmssd, double breaths) {
    return step(lnRmssd, OptionalDouble.of(breaths));
  }

  private double step(double lnRmssd, OptionalDouble breaths) {
    seconds += 5;
    return anchor.step(seconds, lnRmssd, breaths);
  }

  private void steps(int count, double lnRmssd, double breaths) {
    for (int i = 0; i < count; i++) {
      step(lnRmssd, breaths);
    }
  }

  @Test
  void atUnchangedBreathingVariabilityCounts() {
    assertThat(step(3.5, 14)).isZero();
    assertThat(step(4.0, 15.3)).isCloseTo(2, within(1e-12));
    assertThat(step(3.25, 12.7)).isCloseTo(-1, within(1e-12));
    assertThat(anchor.regime()).isEqualTo(BreathingRegime.ALIKE);
  }

  @Test
  void slowerBreathingEarnsNothingAndComparisonGoesOnFromThere() {
    step(3.75, 14);

    for (int i = 0; i < 18; i++) {
      assertThat(step(4.5, 7)).isEqualTo(1);
    }
    assertThat(anchor.regime()).isEqualTo(BreathingRegime.CHANGED);
    steps(4, 4.5, 7);
    assertThat(anchor.regime()).isEqualTo(BreathingRegime.ALIKE);
    assertThat(anchor.anchor()).isCloseTo(4.25, within(1e-12));
    assertThat(step(4.5, 7)).isCloseTo(1, within(1e-12));
    assertThat(step(4.75, 7)).isCloseTo(2, within(1e-12));
  }

  @Test
  void aMomentOfOtherBreathingIsWaitedOut() {
    step(3.75, 14);

    assertThat(step(4.2, 9)).isEqualTo(1);
    assertThat(anchor.regime()).isEqualTo(BreathingRegime.DOUBTFUL);
    step(4.2, UNCLEAR);
    assertThat(step(3.5, 14)).isZero();
    assertThat(anchor.regime()).isEqualTo(BreathingRegime.ALIKE);
    assertThat(anchor.anchor()).isEqualTo(3.5);
  }

  @Test
  void whileBreathingIsUnclearVariabilityEarnsAndLosesNothing() {
    step(3.75, 14);

    for (int i = 0; i < 100; i++) {
      assertThat(step(3.5 + 0.05 * i, UNCLEAR)).isEqualTo(1);
    }
    assertThat(anchor.regime()).isEqualTo(BreathingRegime.CHANGED);
  }

  @Test
  void breathingThatGoesOnChangingStaysStanding() {
    step(3.75, 14);
    for (int i = 0; i < 60; i++) {
      step(3.75 + 0.02 * i, 14 - 0.12 * i);
    }

    assertThat(step(5, 6.5)).isLessThan(1.6);
  }

  @Test
  void whatWasEarnedWhileBreathingDriftedAwayIsTakenBack() {
    steps(20, 3.75, 14);
    for (int i = 1; i <= 11; i++) {
      step(3.75 + 0.02 * i, 14 - 0.12 * i);
    }
    assertThat(step(4.2, 11)).isCloseTo(1.88, within(1e-9));
    assertThat(anchor.regime()).isEqualTo(BreathingRegime.DOUBTFUL);
    steps(5, 4.2, 11);
    assertThat(anchor.regime()).isEqualTo(BreathingRegime.CHANGED);
    assertThat(step(4.2, 11)).isEqualTo(1);
    steps(20, 4.2, 11);
    assertThat(anchor.regime()).isEqualTo(BreathingRegime.ALIKE);
    assertThat(step(4.45, 11)).isCloseTo(2, within(1e-9));
  }

  @Test
  void whatWasEarnedBeforeThatIsKept() {
    steps(20, 3.75, 14);
    steps(14, 4, 14);
    steps(15, 4.5, 7);

    assertThat(anchor.regime()).isEqualTo(BreathingRegime.CHANGED);
    assertThat(step(4.5, 7)).isEqualTo(2);
  }

  @Test
  void breathingThatIsOnlyUnclearTakesNothingBack() {
    steps(20, 3.75, 14);
    steps(3, 4, 14);
    for (int i = 0; i < 10; i++) {
      assertThat(step(4.2, UNCLEAR)).isEqualTo(2);
    }
    assertThat(anchor.regime()).isEqualTo(BreathingRegime.CHANGED);
    assertThat(step(4.2, 14)).isEqualTo(2);
  }

  @Test
  void aSwitchedPacerStandsStillAtOnce() {
    step(3.75, 14);
    anchor.changed(seconds);

    assertThat(step(4.5, 14)).isEqualTo(1);
    assertThat(anchor.regime()).isEqualTo(BreathingRegime.CHANGED);
    steps(13, 4.5, 14);
    assertThat(anchor.regime()).isEqualTo(BreathingRegime.ALIKE);
    assertThat(step(4.5, 14)).isCloseTo(1, within(1e-12));
  }

  @Test
  void withoutABreathingAtTheStartItBeginsWhenThereIsOne() {
    VariabilityAnchor late = new VariabilityAnchor(3.5, 0.25, UNCLEAR, 0);
    for (double t = 5; t <= 60; t += 5) {
      assertThat(late.step(t, 4, OptionalDouble.of(12))).isZero();
    }
    for (double t = 65; t <= 75; t += 5) {
      late.step(t, 4, OptionalDouble.of(12));
    }
    assertThat(late.regime()).isEqualTo(BreathingRegime.ALIKE);
    assertThat(late.step(80, 4.25, OptionalDouble.of(12))).isCloseTo(1, within(1e-12));
  }

  /**
   * For any breathing, a step of zV equals the step of lnRMSSD while breathing is alike, or is 0.
   */
  @Test
  void zvNeverJumpsByMoreThanVariabilityDid() {
    Random random = new Random(4);
    List<Double> alike = new ArrayList<>();
    double before = 0;
    double lnBefore = 3.5;
    int takenBack = 0;
    for (int i = 0; i < 5000; i++) {
      double ln = lnBefore + 0.02 * random.nextGaussian();
      OptionalDouble rate =
          random.nextInt(4) == 0 ? UNCLEAR : OptionalDouble.of(random.nextInt(10) < 3 ? 6 : 14);
      BreathingRegime was = anchor.regime();
      double now = step(ln, rate);
      if (was == BreathingRegime.ALIKE && anchor.regime() == BreathingRegime.ALIKE) {
        assertThat(now - before).isCloseTo((ln - lnBefore) / 0.25, within(1e-9));
      } else if (anchor.regime() == BreathingRegime.CHANGED && now != before) {
        assertThat(alike.subList(Math.max(0, alike.size() - 14), alike.size())).contains(now);
        takenBack++;
      } else if (anchor.regime() != BreathingRegime.ALIKE) {
        assertThat(now).isEqualTo(before);
      }
      if (anchor.regime() == BreathingRegime.ALIKE) {
        alike.add(now);
      }
      before = now;
      lnBefore = ln;
    }
    assertThat(takenBack).isPositive();
  }
}

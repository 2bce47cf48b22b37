package org.stillpoint.relax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VariabilityAnchorTest {
  /** Number of windows that must agree on a new rate. */
  private static final int AGREEING = 8;

  private static final OptionalDouble UNCLEAR = OptionalDouble.empty();

  private final VariabilityAnchor anchor = new VariabilityAnchor(3.5, 0.25, OptionalDouble.of(14));
  private double seconds;

  private double step(double lnRmssd, double line) {
    return step(lnRmssd, OptionalDouble.of(line));
  }

  private double step(double lnRmssd, OptionalDouble line) {
    seconds += 5;
    return anchor.step(seconds, lnRmssd, line);
  }

  private double steps(int count, double lnRmssd, double line) {
    double zV = 0;
    for (int i = 0; i < count; i++) {
      zV = step(lnRmssd, line);
    }
    return zV;
  }

  @Test
  void atUnchangedBreathingVariabilityTakesPart() {
    assertThat(step(3.5, 14)).isZero();
    assertThat(step(4.0, 15.3)).isCloseTo(2, within(1e-12));
    assertThat(step(3.25, 12.7)).isCloseTo(-1, within(1e-12));
    assertThat(anchor.held()).isFalse();
  }

  @Test
  void unclearBreathingIsNotChangedBreathing() {
    for (int i = 1; i <= 200; i++) {
      assertThat(step(3.5 + 0.005 * i, UNCLEAR)).isCloseTo(0.02 * i, within(1e-9));
      assertThat(anchor.held()).isFalse();
    }
  }

  @Test
  void slowerBreathingEarnsNothingAndComparisonGoesOnFromThere() {
    steps(20, 3.75, 14);

    steps(AGREEING - 1, 4.5, 7);
    assertThat(anchor.held()).as("it may be chance").isFalse();
    for (int i = 0; i < 25; i++) {
      assertThat(step(4.5, 7)).as("step %d: what was earned meanwhile is taken back", i).isOne();
      assertThat(anchor.held()).isTrue();
    }
    assertThat(step(4.5, 7)).isEqualTo(1);
    assertThat(anchor.held()).isFalse();
    assertThat(anchor.anchor()).isCloseTo(4.25, within(1e-12));
    steps(36, 4.5, 7);
    assertThat(step(4.75, 7)).isCloseTo(2, within(1e-12));
  }

  @Test
  void aLineThatShowsByChanceChangesNothing() {
    steps(20, 3.75, 14);
    for (int i = 0; i < 100; i++) {
      step(3.8, i % AGREEING == 0 ? OptionalDouble.of(14) : OptionalDouble.of(7));
      assertThat(anchor.held()).isFalse();
    }
    for (int i = 0; i < 100; i++) {
      step(3.8, OptionalDouble.of(4 + i % 8)); // clear, but never the same
      assertThat(anchor.held()).isFalse();
    }
  }

  @Test
  void itStandsAtTheMedianOfWhatWasComparableAndNotAtAChanceValue() {
    steps(9, 3.75, 14);
    step(5, 14);

    assertThat(steps(AGREEING, 4.5, 7)).isEqualTo(1);
  }

  @Test
  void whatWasEarnedWhileBreathingCreptAwayIsTakenBack() {
    steps(20, 3.75, 14);
    for (int i = 1; i <= 8; i++) {
      step(3.75 + 0.05 * i, 13.2); // inside the band, but not surely the same
    }
    assertThat(step(4.15, 13.2)).isCloseTo(2.6, within(1e-9));

    assertThat(steps(AGREEING, 4.2, 12.4)).isEqualTo(1);
  }

  @Test
  void stepsThatAreEachInsideTheBandDoNotAddUp() {
    steps(20, 3.75, 14);
    double rate = 14;
    double ln = 3.75;
    for (int i = 0; i < 8; i++) {
      rate *= 0.92;
      ln += 0.1;
      assertThat(steps(18, ln, rate)).as("step %d", i).isLessThan(1.5);
    }
  }

  @Test
  void breathingThatGoesOnChangingStaysStanding() {
    steps(10, 3.75, 14);
    for (int i = 0; i < 60; i++) {
      step(3.75 + 0.02 * i, 14 - 0.12 * i);
    }

    assertThat(step(5, 6.5)).isEqualTo(1);
  }

  @Test
  void theFirstMinutesAfterAStandstillRefineTheAnchor() {
    steps(10, 3.75, 14);
    steps(AGREEING + 24, 4.5, 7);

    step(4.8, 7); // a chance value at the moment at which the standstill ends
    steps(18, 4.6, 7);
    steps(18, 4.4, 7);
    assertThat(anchor.anchor()).as("4.6 gives what it stood at").isCloseTo(4.35, within(1e-9));
    steps(6, 4.4, 7);
    assertThat(anchor.anchor()).as("it is not refined any longer").isCloseTo(4.35, within(1e-9));
  }

  @Test
  void whileTheLineFadesTheStandstillStillEnds() {
    steps(10, 3.75, 14);
    steps(AGREEING, 4.5, 7);
    for (int i = 0; i < 25; i++) {
      step(4.5, UNCLEAR);
    }

    assertThat(anchor.held()).isFalse();
    steps(13, 4.5, 7);
    assertThat(anchor.held()).as("7 a minute is now the rate that is compared with").isFalse();
  }

  @Test
  void aNewRateThatChangesAgainIsWaitedFor() {
    steps(10, 3.75, 14);
    steps(20, 4.5, 7);
    steps(25, 4.7, 5.5);
    assertThat(anchor.held()).isTrue();
    assertThat(step(4.7, 5.5)).isEqualTo(1);
    assertThat(anchor.held()).isFalse();
  }

  @Test
  void theWindowsOfTheStartCountForWhereItStands() {
    VariabilityAnchor fresh = new VariabilityAnchor(3.5, 0.25, OptionalDouble.of(14));
    for (int i = 0; i < 13; i++) {
      fresh.start(240, 3.5, OptionalDouble.of(14));
    }
    fresh.step(245, 4.5, OptionalDouble.of(14));
    double zV = Double.NaN;
    for (int i = 1; i <= AGREEING + 1; i++) {
      zV = fresh.step(245 + 5 * i, 5, OptionalDouble.of(6));
    }
    assertThat(zV).isZero();
  }

  @Test
  void aPacerDoesNotShortenAStandstill() {
    steps(10, 3.75, 14);
    steps(AGREEING + 1, 4.5, 7);
    anchor.changed(seconds);
    steps(20, 4.5, 7);
    assertThat(anchor.held()).isTrue();
  }

  @Test
  void aSwitchedPacerStandsStillAtOnce() {
    step(3.75, 14);
    anchor.changed(seconds);

    assertThat(step(4.5, 14)).isEqualTo(1);
    assertThat(anchor.held()).isTrue();
    steps(12, 4.5, 14);
    assertThat(anchor.held()).isFalse();
    assertThat(step(4.5, 14)).isCloseTo(1, within(1e-12));
  }

  @Test
  void withoutALineAtTheStartTheFirstClearRateIsAChange() {
    VariabilityAnchor late = new VariabilityAnchor(3.5, 0.25, UNCLEAR);
    assertThat(late.step(5, 3.75, UNCLEAR)).isEqualTo(1);
    for (int i = 1; i < AGREEING; i++) {
      late.step(5 + 5 * i, 3.75, OptionalDouble.of(12));
      assertThat(late.held()).isFalse();
    }
    assertThat(late.step(45, 4.5, OptionalDouble.of(12))).isEqualTo(1);
    assertThat(late.held()).isTrue();
  }

  /** For any breathing, zV lies between the least and the largest that variability ever gave. */
  @Test
  void chanceCannotAddUp() {
    Random random = new Random(4);
    double standing = 0;
    for (int i = 0; i < 5000; i++) {
      OptionalDouble line =
          random.nextInt(4) == 0 ? UNCLEAR : OptionalDouble.of(random.nextInt(200) < 199 ? 14 : 6);
      standing = Math.max(standing, Math.abs(step(3.5 + 0.02 * random.nextGaussian(), line)));
    }
    assertThat(standing).isLessThan(2.5);
  }
}

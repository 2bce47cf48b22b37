package org.stillpoint.rr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionTest {
  private final double[] clean = Rhythms.resting(300, 7);

  @Test
  void aHeartAtRestStaysAsItIs() {
    Correction correction = Correction.of(clean);

    assertThat(correction.classes()).hasSize(300);
    assertThat(correction.artefactShare()).isLessThan(0.015); // ends of deep breaths
    assertThat(correction.correctedMillis()).isEqualTo(clean);
    assertThat(correction.analysable()).isTrue();
  }

  @Test
  void aBeatThatWasNotFoundIsPutIn() {
    Correction correction = Correction.of(Rhythms.missing(clean, 120));

    assertThat(correction.classes().get(120)).isEqualTo(RrLabel.MISSED);
    assertThat(Collections.frequency(correction.classes(), RrLabel.NORMAL)).isGreaterThan(290);
    assertThat(correction.correctedMillis()).hasSize(300);
    assertThat(Rhythms.rmssd(correction.correctedMillis()))
        .isCloseTo(Rhythms.rmssd(clean), within(1.5));
  }

  @Test
  void aBeatThatIsNoneIsTakenOut() {
    Correction correction = Correction.of(Rhythms.extra(clean, 120, 0.45));

    assertThat(correction.classes().get(120)).isEqualTo(RrLabel.EXTRA);
    assertThat(correction.correctedMillis()).hasSize(300);
    assertThat(Rhythms.rmssd(correction.correctedMillis()))
        .isCloseTo(Rhythms.rmssd(clean), within(1.5));
  }

  @Test
  void anEarlyBeatIsMovedBackAndTheRestStaysAsMeasured() {
    double[] early = Rhythms.early(clean, 120, 0.3);

    Correction correction = Correction.of(early);

    assertThat(correction.classes().subList(120, 122)).doesNotContain(RrLabel.NORMAL);
    double[] corrected = correction.correctedMillis();
    assertThat(corrected[120]).isCloseTo(clean[120], within(60.0));
    assertThat(corrected[121]).isCloseTo(clean[121], within(60.0));
    assertThat(Arrays.copyOf(corrected, 119)).isEqualTo(Arrays.copyOf(clean, 119));
    assertThat(Arrays.copyOfRange(corrected, 123, 300))
        .isEqualTo(Arrays.copyOfRange(clean, 123, 300));
  }

  @Test
  void theClassOfAMendedIntervalIsKept() {
    RrInterval corrected = Correction.of(Rhythms.missing(clean, 120)).intervals().get(120);

    assertThat(corrected.label()).isEqualTo(RrLabel.MISSED);
    assertThat(corrected.corrected()).isTrue();
    assertThat(corrected.normal()).isFalse();
    assertThat(corrected.usable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverComesTheTotalTimeIsKept(long seed) {
    Random random = new Random(seed);
    double[] rr = Rhythms.resting(400, seed);
    for (int i = 0; i < 40; i++) {
      int at = 1 + random.nextInt(rr.length - 3);
      rr =
          switch (random.nextInt(4)) {
            case 0 -> Rhythms.missing(rr, at);
            case 1 -> Rhythms.extra(rr, at, 0.2 + 0.6 * random.nextDouble());
            case 2 -> Rhythms.early(rr, at, 0.5 * random.nextDouble());
            default -> Rhythms.early(rr, at, -0.5 * random.nextDouble());
          };
    }

    Correction correction = Correction.of(rr);

    assertThat(Rhythms.total(correction.correctedMillis()))
        .isCloseTo(Rhythms.total(rr), within(1e-6));
    assertThat(correction.classes()).hasSize(rr.length);
    assertThat(Arrays.stream(correction.correctedMillis()).min().orElse(0)).isPositive();
    double end = 0;
    for (RrInterval interval : correction.intervals()) {
      end += interval.millis();
      assertThat(interval.endNanos() / 1e6).isCloseTo(end, within(1e-3));
    }
  }

  @Test
  void theUnitDoesNotMatter() {
    double[] damaged = Rhythms.early(Rhythms.missing(clean, 60), 200, 0.3);
    double[] twice = Arrays.stream(damaged).map(rr -> 2 * rr).toArray();

    assertThat(Correction.of(twice).classes()).isEqualTo(Correction.of(damaged).classes());
  }

  @Test
  void aLongNoiseIsMarkedButNotCorrected() {
    double[] noisy = clean.clone();
    Random random = new Random(3);
    for (int i = 100; i < 116; i++) {
      noisy[i] = i % 2 == 0 ? 350 + 100 * random.nextDouble() : 1300 + 300 * random.nextDouble();
    }

    Correction correction = Correction.of(noisy);

    List<RrInterval> noise = correction.intervals().subList(102, 114);
    assertThat(noise).filteredOn(RrInterval::corrected).isEmpty();
    assertThat(noise).filteredOn(i -> !i.usable()).hasSizeGreaterThan(6);
    assertThat(correction.correctedMillis()).isEqualTo(noisy);
  }

  @Test
  void aDeepBreathIsMarkedButNotEaten() {
    double[] breath = new double[200];
    for (int i = 0; i < breath.length; i++) {
      breath[i] = 900 + 60 * Math.sin(2 * Math.PI * i / 6.3) + (i == 101 ? 130 : 0);
    }

    Correction correction = Correction.of(breath);

    assertThat(correction.artefactShare()).isPositive();
    assertThat(correction.correctedMillis()).isEqualTo(breath);
  }

  @Test
  void everySecondBeatEarlyIsNotAnalysable() {
    double[] bigeminy = IntStream.range(0, 200).mapToDouble(i -> i % 2 == 0 ? 560 : 1240).toArray();

    Correction correction = Correction.of(bigeminy);

    assertThat(correction.classes())
        .containsOnly(RrLabel.NORMAL); // the classification finds nothing here
    assertThat(correction.irregular()).isTrue();
    assertThat(correction.analysable()).isFalse();
  }

  @Test
  void aRhythmWithoutRuleIsNotAnalysable() {
    Random random = new Random(11);
    double[] fibrillation =
        IntStream.range(0, 300).mapToDouble(i -> 450 + 700 * random.nextDouble()).toArray();

    assertThat(Correction.of(fibrillation).analysable()).isFalse();
  }

  @Test
  void halfAMinuteOfAnotherRhythmDoesNotSpoilAnHour() {
    double[] mostly = Rhythms.resting(3600, 2);
    for (int i = 1000; i < 1040; i++) {
      mostly[i] = i % 2 == 0 ? 560 : 1240;
    }

    Correction correction = Correction.of(mostly);

    assertThat(correction.analysable()).isTrue();
    assertThat(correction.intervals().subList(1000, 1040))
        .isNotEmpty()
        .noneMatch(RrInterval::usable);
    assertThat(correction.nnMillis()).hasSizeBetween(3520, 3560).doesNotContain(1240);
    assertThat(correction.correctedMillis()).hasSize(3600);
  }

  @Test
  void aThirdOfAnotherRhythmSpoilsAllOfIt() {
    double[] partly = Rhythms.resting(600, 2);
    for (int i = 200; i < 400; i++) {
      partly[i] = i % 2 == 0 ? 560 : 1240;
    }

    assertThat(Correction.of(partly).irregularShare()).isCloseTo(1 / 3.0, within(0.06));
    assertThat(Correction.of(partly).analysable()).isFalse();
  }

  @Test
  void earlyBeatsThatSetTheRhythmAnewAreLeftOut() {
    Random random = new Random(5);
    double[] steady = random.doubles(400, 790, 810).toArray();
    double[] early = steady.clone();
    for (int i = 30; i < 400; i += 20) {
      early[i] = 560;
    }

    assertThat(Rhythms.rmssd(early)).isGreaterThan(60);
    assertThat(Rhythms.rmssd(Correction.of(early).nnMillis()))
        .isCloseTo(Rhythms.rmssd(steady), within(1.0));
  }

  @Test
  void shortAndStrangeSeriesAreTaken() {
    assertThat(Correction.of(new double[0]).correctedMillis()).isEmpty();
    assertThat(Correction.of(new double[0]).artefactShare()).isZero();
    assertThat(Correction.of(new double[] {800}).correctedMillis()).containsExactly(800);
    assertThat(Correction.of(new double[] {800, 1600}).correctedMillis())
        .containsExactly(800, 1600);
    double[] even = new double[100];
    Arrays.fill(even, 1000);
    assertThat(Correction.of(even).classes()).containsOnly(RrLabel.NORMAL);
  }
}

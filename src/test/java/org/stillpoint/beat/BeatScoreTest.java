package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BeatScoreTest {
  private static final double[] REFERENCE = {1, 2, 3.1, 4, 5};

  @Test
  void aConstantDelayIsNoError() {
    BeatScore score = BeatScore.of(REFERENCE, new double[] {1.43, 2.43, 3.53, 4.43, 5.43});

    assertThat(score.f1()).isEqualTo(100);
    assertThat(score.delaySeconds()).isCloseTo(0.43, within(1e-9));
    assertThat(score.rrErrorMedianMillis()).isCloseTo(0, within(1e-6));
    assertThat(score.worstMillis()).isCloseTo(0, within(1e-6));
  }

  @Test
  void countsMissedAndExtraBeats() {
    BeatScore score = BeatScore.of(REFERENCE, new double[] {1, 2, 2.5, 4, 4.5, 5});

    assertThat(score.matched()).isEqualTo(4);
    assertThat(score.missed()).isEqualTo(1);
    assertThat(score.extra()).isEqualTo(2);
    assertThat(score.sensitivity()).isCloseTo(80, within(1e-9));
    assertThat(score.predictivity()).isCloseTo(100 * 4 / 6.0, within(1e-9));
    assertThat(score.f1()).isCloseTo(100 * 8 / 11.0, within(1e-9));
  }

  @Test
  void aBeatIsMatchedOnlyOnce() {
    BeatScore score = BeatScore.of(REFERENCE, new double[] {1, 2, 2.05, 3.1, 4, 5});

    assertThat(score.matched()).isEqualTo(5);
    assertThat(score.extra()).isEqualTo(1);
    assertThat(score.worstMillis()).isCloseTo(0, within(1e-6));
  }

  @Test
  void moreThanTheToleranceApartIsNoPair() {
    BeatScore score = BeatScore.of(REFERENCE, new double[] {1, 2, 3.26, 4, 5});

    assertThat(score.matched()).isEqualTo(4);
  }

  @Test
  void intervalErrorIsTakenBetweenMatchedNeighboursOnly() {
    // The intervals are right, +20 ms, -20 ms, right; the missed beat would give one interval of
    // two seconds.
    BeatScore moved = BeatScore.of(REFERENCE, new double[] {1, 2, 3.12, 4, 5});
    BeatScore missed = BeatScore.of(REFERENCE, new double[] {1, 2, 4, 5});

    assertThat(moved.rrErrorMedianMillis()).isCloseTo(10, within(1e-6));
    assertThat(missed.rrErrorMedianMillis()).isCloseTo(0, within(1e-6));
  }

  @Test
  void nothingDetectedMissesEverything() {
    BeatScore score = BeatScore.of(REFERENCE, new double[0]);

    assertThat(score.missed()).isEqualTo(5);
    assertThat(score.f1()).isZero();
  }

  @Test
  void poolingAddsTheBeats() {
    BeatScore pooled =
        BeatScore.pooled(
            List.of(
                BeatScore.of(REFERENCE, REFERENCE),
                BeatScore.of(REFERENCE, new double[] {1, 2, 4, 5})));

    assertThat(pooled.missed()).isEqualTo(1);
    assertThat(pooled.f1()).isCloseTo(100 * 18 / 19.0, within(1e-9));
  }

  @Test
  void manyBeatsTooCloseToBeTriedInAllPairsAreMatchedInOrder() {
    int count = 4000;
    double[] reference = new double[count];
    double[] detected = new double[count + 2];
    detected[0] = -0.16; // too early for the first reference beat
    for (int i = 0; i < count; i++) {
      reference[i] = 0.1 * i;
      detected[i + 1] = 0.1 * i + 0.01;
    }
    detected[count + 1] = 0.1 * (count - 1) + 0.2; // too late for the last reference beat

    int[] partner = BeatMatch.of(reference, detected);

    for (int i = 0; i < count; i++) {
      assertThat(partner[i]).isEqualTo(i + 1);
    }
  }
}

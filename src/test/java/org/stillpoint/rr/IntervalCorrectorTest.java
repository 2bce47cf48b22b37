package org.stillpoint.rr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntervalCorrectorTest {
  private final List<RrInterval> given = new ArrayList<>();
  private double end;

  private IntervalCorrectorTest normal(double... millis) {
    for (double each : millis) {
      add(each, RrLabel.NORMAL);
    }
    return this;
  }

  private IntervalCorrectorTest add(double millis, RrLabel label) {
    end += millis;
    given.add(new RrInterval(Math.round(end * 1e6), millis, label, !given.isEmpty()));
    return this;
  }

  private IntervalCorrectorTest gap() {
    given.set(
        given.size() - 1,
        new RrInterval(
            given.get(given.size() - 1).endNanos(),
            given.get(given.size() - 1).millis(),
            given.get(given.size() - 1).label(),
            false));
    return this;
  }

  private List<RrInterval> corrected() {
    return IntervalCorrector.correct(given, 0);
  }

  private static Stream<Double> millis(List<RrInterval> intervals) {
    return intervals.stream().map(RrInterval::millis);
  }

  @Test
  void anExtraBeatJoinsTwoIntervals() {
    normal(900, 910).add(400, RrLabel.EXTRA).normal(500, 905);

    assertThat(millis(corrected())).containsExactly(900.0, 910.0, 900.0, 905.0);
    RrInterval joined = corrected().get(2);
    assertThat(joined.label()).isEqualTo(RrLabel.EXTRA);
    assertThat(joined.corrected()).isTrue();
    assertThat(joined.continues()).isTrue();
    assertThat(joined.endNanos()).isEqualTo(given.get(3).endNanos());
  }

  @Test
  void anExtraBeatAtTheEndBeforeAGapOrBeforeDoubtIsNotJoined() {
    assertThat(
            new IntervalCorrectorTest()
                .normal(900, 910, 905, 890)
                .add(400, RrLabel.EXTRA)
                .corrected())
        .hasSize(5);
    assertThat(
            new IntervalCorrectorTest()
                .normal(900, 910, 905, 890)
                .add(400, RrLabel.EXTRA)
                .normal(500)
                .gap()
                .normal(900)
                .corrected())
        .hasSize(7);
    assertThat(
            new IntervalCorrectorTest()
                .normal(900, 910, 905, 890)
                .add(400, RrLabel.EXTRA)
                .add(500, RrLabel.UNTRUSTED)
                .normal(900)
                .corrected())
        .hasSize(7);
  }

  @Test
  void twoIntervalsTooLongForOneAreNotJoined() {
    normal(900, 910).add(600, RrLabel.EXTRA).normal(900, 905);

    assertThat(corrected()).hasSize(5).noneMatch(i -> i.label() == RrLabel.EXTRA);
  }

  @Test
  void aMissedBeatIsPutInTheMiddle() {
    normal(900, 910).add(1820, RrLabel.MISSED).normal(905);

    List<RrInterval> corrected = corrected();

    assertThat(millis(corrected)).containsExactly(900.0, 910.0, 910.0, 910.0, 905.0);
    assertThat(corrected.get(2).endNanos()).isEqualTo(2_720_000_000L);
    assertThat(corrected.get(3).endNanos()).isEqualTo(3_630_000_000L);
    assertThat(corrected.get(2).corrected() && corrected.get(3).corrected()).isTrue();
    assertThat(corrected.get(3).continues()).isTrue();
  }

  @Test
  void anIntervalTooShortForTwoHidesNoBeat() {
    normal(900, 910).add(1300, RrLabel.MISSED).normal(905, 900);

    assertThat(corrected()).hasSize(5).noneMatch(i -> i.label() == RrLabel.MISSED);
  }

  @Test
  void anEarlyBeatAndItsPauseAreSpreadBetweenTheirNeighbours() {
    normal(880, 900).add(600, RrLabel.SHORT).add(1220, RrLabel.ECTOPIC).normal(930, 900);

    List<RrInterval> corrected = corrected();

    // From 900 to 930 in thirds, 910 and 920, scaled to their shared 1820 ms.
    assertThat(corrected.get(2).millis()).isCloseTo(1820 * 910 / 1830.0, within(1e-9));
    assertThat(corrected.get(3).millis()).isCloseTo(1820 * 920 / 1830.0, within(1e-9));
    assertThat(corrected.get(2).label()).isEqualTo(RrLabel.SHORT);
    assertThat(corrected.get(3).endNanos()).isEqualTo(given.get(3).endNanos());
    assertThat(corrected.get(4)).isEqualTo(given.get(4));
  }

  @Test
  void aLoneEctopicIntervalTakesTheNeighbourThatMakesUpForIt() {
    List<RrInterval> after =
        new IntervalCorrectorTest()
            .normal(900, 905)
            .add(650, RrLabel.ECTOPIC)
            .normal(1150, 900, 905)
            .corrected();
    List<RrInterval> before =
        new IntervalCorrectorTest()
            .normal(900, 1150)
            .add(650, RrLabel.ECTOPIC)
            .normal(900, 905)
            .corrected();

    assertThat(after)
        .extracting(RrInterval::corrected)
        .containsExactly(false, false, true, true, false, false);
    assertThat(before)
        .extracting(RrInterval::corrected)
        .containsExactly(false, true, true, false, false);
    assertThat(after.get(2).millis() + after.get(3).millis()).isCloseTo(1800, within(1e-9));
    assertThat(before.get(1).millis() + before.get(2).millis()).isCloseTo(1800, within(1e-9));
  }

  @Test
  void aLoneLateBeatTakesTheShortNeighbour() {
    List<RrInterval> after =
        new IntervalCorrectorTest()
            .normal(900, 905)
            .add(1150, RrLabel.ECTOPIC)
            .normal(650, 900, 905)
            .corrected();
    List<RrInterval> before =
        new IntervalCorrectorTest()
            .normal(900, 650)
            .add(1150, RrLabel.ECTOPIC)
            .normal(900, 905)
            .corrected();

    assertThat(after.get(3).corrected()).isTrue();
    assertThat(after.get(1).corrected()).isFalse();
    assertThat(before.get(1).corrected()).isTrue();
    assertThat(before.get(3).corrected()).isFalse();
  }

  @Test
  void atTheEndsTheOnlyNeighbourIsTaken() {
    List<RrInterval> first =
        new IntervalCorrectorTest().add(700, RrLabel.ECTOPIC).normal(1100, 900, 905).corrected();
    List<RrInterval> last =
        new IntervalCorrectorTest().normal(900, 905, 1100).add(700, RrLabel.ECTOPIC).corrected();

    assertThat(first).extracting(RrInterval::corrected).containsExactly(true, true, false, false);
    assertThat(last).extracting(RrInterval::corrected).containsExactly(false, false, true, true);
    assertThat(first.get(0).millis()).isCloseTo(900, within(1e-9));
    assertThat(last.get(2).millis()).isCloseTo(900, within(5.0));
  }

  @Test
  void aLongOrShortIntervalAloneIsABreath() {
    assertThat(swinging().add(1150, RrLabel.LONG).normal(900, 830, 880).corrected())
        .isNotEmpty()
        .allMatch(RrInterval::normal);
    assertThat(swinging().add(650, RrLabel.SHORT).normal(900, 830, 880).corrected())
        .isNotEmpty()
        .allMatch(RrInterval::normal);
  }

  private static IntervalCorrectorTest swinging() {
    return new IntervalCorrectorTest().normal(880, 830, 960, 870, 990, 900, 905);
  }

  @Test
  void inAHeartThatHardlySwingsALoneEarlyBeatIsNoBreath() {
    List<RrInterval> corrected =
        new IntervalCorrectorTest()
            .normal(800, 806, 797, 803, 800, 799)
            .add(560, RrLabel.SHORT)
            .normal(801, 804, 798, 800)
            .corrected();

    assertThat(corrected.get(6).usable()).isFalse();
    assertThat(corrected).extracting(RrInterval::millis).contains(560.0).doesNotContain(680.5);
    assertThat(corrected).filteredOn(RrInterval::normal).hasSizeGreaterThan(8);
  }

  @Test
  void aPauseAloneIsNoBreathAndHidesBeatsThatNobodyKnows() {
    List<RrInterval> corrected =
        new IntervalCorrectorTest()
            .normal(900, 905)
            .add(3100, RrLabel.LONG)
            .normal(900, 905)
            .corrected();

    assertThat(corrected.get(2).usable()).isFalse();
    assertThat(corrected.get(2).millis()).isEqualTo(3100);
    assertThat(corrected).hasSize(5);
  }

  @Test
  void nothingIsSpreadAcrossAGap() {
    List<RrInterval> corrected =
        new IntervalCorrectorTest()
            .normal(900, 905)
            .add(650, RrLabel.ECTOPIC)
            .normal(1150)
            .gap()
            .normal(900)
            .corrected();

    assertThat(corrected.get(3).corrected()).isFalse();
    assertThat(corrected.get(3).millis()).isEqualTo(1150);
  }

  @Test
  void sixArtefactsAmongTenAreNoiseAndFiveAreNot() {
    RrLabel[] kinds = {RrLabel.SHORT, RrLabel.ECTOPIC};
    IntervalCorrectorTest noise = new IntervalCorrectorTest().normal(900, 905, 895);
    IntervalCorrectorTest rows = new IntervalCorrectorTest().normal(900, 905, 895);
    for (int i = 0; i < 3; i++) {
      noise.add(650, kinds[0]).add(1150, kinds[1]).normal(900);
    }
    for (int i = 0; i < 3; i++) {
      rows.add(650, kinds[0]).add(1150, kinds[1]).normal(900, 905, 900, 905);
    }

    assertThat(noise.normal(900, 905).corrected()).isNotEmpty().noneMatch(RrInterval::corrected);
    assertThat(rows.corrected().stream().filter(RrInterval::corrected)).hasSize(6);
  }

  @Test
  void whatWasGivenOutBeforeIsContextAndComesOutNoMore() {
    normal(900, 905).add(650, RrLabel.SHORT).add(1150, RrLabel.ECTOPIC).normal(900);

    List<RrInterval> corrected = IntervalCorrector.correct(given, 2);

    assertThat(corrected).hasSize(3);
    assertThat(corrected.get(0).corrected()).isTrue();
    assertThat(corrected.get(0).millis() + corrected.get(1).millis()).isCloseTo(1800, within(1e-9));
  }

  @Test
  void aLoneIntervalDoesNotTakeWhatWasGivenOut() {
    normal(900, 1150).add(650, RrLabel.ECTOPIC).normal(905, 900);

    List<RrInterval> corrected = IntervalCorrector.correct(given, 2);

    assertThat(corrected).hasSize(3);
    assertThat(millis(corrected).mapToDouble(m -> m).sum()).isCloseTo(2455, within(1e-9));
  }
}

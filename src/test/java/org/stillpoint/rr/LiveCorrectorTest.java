package org.stillpoint.rr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveCorrectorTest {
  private final List<RrInterval> out = new ArrayList<>();
  private final LiveCorrector corrector = new LiveCorrector(out::add);
  private double now;
  private boolean run;

  private RrInterval take(double millis) {
    now += millis;
    RrInterval raw = new RrInterval(Math.round(now * 1e6), millis, RrLabel.NORMAL, run);
    run = true;
    return corrector.accept(raw);
  }

  private List<RrInterval> judged(double[] rr) {
    for (double millis : rr) {
      take(millis);
    }
    corrector.flush();
    return out;
  }

  private static double[] millis(List<RrInterval> intervals) {
    return intervals.stream().mapToDouble(RrInterval::millis).toArray();
  }

  @Test
  void aHeartAtRestComesOutAsItWent() {
    double[] clean = Rhythms.resting(300, 7);

    assertThat(judged(clean)).isNotEmpty().allMatch(RrInterval::normal);
    assertThat(millis(out)).isEqualTo(clean);
  }

  @Test
  void anIntervalComesFourBeatsLate() {
    for (int i = 0; i < 100; i++) {
      take(900 + 10 * Math.sin(i));
      assertThat(out).hasSize(Math.max(0, i - 3));
    }
  }

  @Test
  void aMissedBeatIsPutInAndAnExtraOneTakenOut() {
    double[] clean = Rhythms.resting(300, 7);
    double[] damaged = Rhythms.extra(Rhythms.missing(clean, 200), 100, 0.45);

    judged(damaged);

    assertThat(out).hasSize(300);
    assertThat(out.get(100).label()).isEqualTo(RrLabel.EXTRA);
    assertThat(out.get(100).millis()).isCloseTo(clean[100], within(1e-9));
    assertThat(out.get(200).label()).isEqualTo(RrLabel.MISSED);
    assertThat(out.get(201).label()).isEqualTo(RrLabel.MISSED);
    assertThat(out.stream().filter(i -> !i.normal())).hasSize(3);
  }

  @Test
  void anEarlyBeatIsMovedBack() {
    double[] clean = Rhythms.resting(300, 7);

    judged(Rhythms.early(clean, 120, 0.3));

    assertThat(out.get(120).corrected()).isTrue();
    assertThat(out.get(121).corrected()).isTrue();
    assertThat(out.get(120).millis()).isCloseTo(clean[120], within(60.0));
    assertThat(out.stream().filter(i -> !i.normal())).hasSize(2);
  }

  @Test
  void whatItIsAtFirstSightIsToldAtOnce() {
    for (double millis : Rhythms.resting(100, 7)) {
      take(millis);
    }

    assertThat(take(905).label()).isEqualTo(RrLabel.NORMAL);
    assertThat(take(1800).label()).isEqualTo(RrLabel.LONG);
    assertThat(take(450).label()).isEqualTo(RrLabel.SHORT);
  }

  @Test
  void nothingCrossesAGap() {
    judged(Rhythms.resting(50, 7));
    now += 8000;
    run = false;
    judged(Rhythms.resting(50, 7));

    assertThat(out).hasSize(100);
    assertThat(out.get(50).continues()).isFalse();
    assertThat(out).isNotEmpty().allMatch(RrInterval::normal);
  }

  @Test
  void aMissedBeatRightAfterAGapIsKnownByTheRhythmBefore() {
    judged(Rhythms.resting(50, 7));
    now += 8000;
    run = false;

    judged(Rhythms.missing(Rhythms.resting(50, 8), 0));

    assertThat(out.get(50).normal()).isFalse();
  }

  @Test
  void whatCannotBeTrustedIsPassedOnInItsPlace() {
    for (double millis : Rhythms.resting(20, 7)) {
      take(millis);
    }
    now += 900;
    corrector.accept(new RrInterval(Math.round(now * 1e6), 900, RrLabel.UNTRUSTED, true));
    judged(Rhythms.resting(20, 8));

    assertThat(out).hasSize(41);
    assertThat(out.get(20).label()).isEqualTo(RrLabel.UNTRUSTED);
    assertThat(out.get(20).usable()).isFalse();
    assertThat(out.stream().filter(RrInterval::normal)).hasSize(40);
  }

  @Test
  void whenTheNextBeatIsOverdueAllComesOut() {
    for (double millis : Rhythms.resting(20, 7)) {
      take(millis);
    }
    long last = Math.round(now * 1e6);

    corrector.advance(last + 1_000_000_000L);
    assertThat(out).hasSize(16);
    corrector.advance(last + 2_400_000_000L);
    assertThat(out).hasSize(20);
    corrector.advance(last + 9_000_000_000L);
    take(2600);
    judged(Rhythms.resting(20, 8));

    assertThat(out).hasSize(41);
    assertThat(out.get(20).usable()).isFalse();
  }

  @Test
  void aLastingChangeOfRateIsSoonTheNewRhythm() {
    double[] rr = new double[60];
    for (int i = 0; i < rr.length; i++) {
      rr[i] = i < 30 ? 1200 + i % 3 : 800 + i % 3;
    }

    judged(rr);

    assertThat(out.subList(36, 60)).isNotEmpty().allMatch(RrInterval::normal);
    assertThat(Rhythms.total(millis(out))).isCloseTo(Rhythms.total(rr), within(1e-6));
  }

  @Test
  void ofAHeartThatHardlyVariesASmallJumpIsFound() {
    double[] rr = new double[120];
    for (int i = 0; i < rr.length; i++) {
      rr[i] = 800 + 4 * Math.sin(1.1 * i);
    }

    judged(Rhythms.early(rr, 90, 0.1));

    assertThat(out.get(90).corrected()).isTrue();
    assertThat(out.get(91).corrected()).isTrue();
    assertThat(out.stream().filter(i -> !i.normal())).hasSize(2);
  }

  @Test
  void ofAHeartThatVariesMuchTheSameJumpIsNone() {
    double[] rr = new double[120];
    for (int i = 0; i < rr.length; i++) {
      rr[i] = 1000 + 170 * Math.sin(1.1 * i);
    }

    judged(Rhythms.early(rr, 90, 0.1));

    assertThat(out).isNotEmpty().allMatch(RrInterval::normal);
  }

  @Test
  void absurdLengthsAreNoIntervalsOfAHeartHoweverOftenTheyCome() {
    double[] rr = new double[60];
    java.util.Arrays.fill(rr, 250);

    assertThat(judged(rr)).isNotEmpty().noneMatch(RrInterval::normal);
  }

  @Test
  void intervalsInCoarseStepsAreNoArtefacts() {
    double[] rr = new double[200];
    Random random = new Random(4);
    for (int i = 0; i < rr.length; i++) {
      rr[i] = random.nextInt(12) == 0 ? 840 : 800;
    }

    assertThat(judged(rr)).isNotEmpty().allMatch(RrInterval::normal);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverComesNothingIsLostOrInvented(long seed) {
    Random random = new Random(seed);
    double expected = 0;
    for (int i = 0; i < 3000; i++) {
      if (random.nextInt(50) == 0) {
        corrector.flush();
        now += 5000;
        run = false;
      }
      double millis =
          random.nextInt(4) == 0 ? 100 + 2500 * random.nextDouble() : 850 + random.nextInt(60);
      take(millis);
      expected += millis;
    }
    corrector.flush();

    assertThat(Rhythms.total(millis(out))).isCloseTo(expected, within(1e-4));
    for (int i = 1; i < out.size(); i++) {
      RrInterval interval = out.get(i);
      if (interval.continues()) {
        assertThat(interval.startNanos()).isCloseTo(out.get(i - 1).endNanos(), within(3L));
      }
    }
  }

  @Test
  void neverMoreThanFifteenIntervalsAreHeld() {
    Random random = new Random(9);
    List<Long> ends = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      take(random.nextInt(3) == 0 ? 400 + 1000 * random.nextDouble() : 900);
      ends.add(Math.round(now * 1e6));
      long given = out.isEmpty() ? 0 : out.get(out.size() - 1).endNanos();
      assertThat(ends.subList(Math.max(0, i - 20), i + 1).stream().filter(e -> e > given + 10))
          .as("after %s", i)
          .hasSizeLessThanOrEqualTo(15);
    }
  }
}

package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;

class HrvWindowTest {
  private static final long SECOND = 1_000_000_000;

  private final HrvWindow window = new HrvWindow();
  private double now;

  private void beats(int count, double... millis) {
    for (int i = 0; i < count; i++) {
      double rr = millis[i % millis.length];
      now += rr;
      window.add(new RrInterval(Math.round(now * 1e6), rr, RrLabel.NORMAL, i > 0));
    }
  }

  @Test
  void measuresAMinuteOfAlternatingIntervals() {
    beats(100, 790, 810);

    HrvMetrics metrics = window.at(Math.round(now * 1e6), Math.round(now * 1e6));

    assertThat(metrics.heartRate().orElseThrow()).isCloseTo(75, within(0.1));
    assertThat(metrics.rmssdMillis().orElseThrow()).isCloseTo(20, within(1e-9));
    assertThat(metrics.lnRmssd().orElseThrow()).isCloseTo(Math.log(20), within(1e-9));
    assertThat(metrics.sdnnMillis().orElseThrow()).isCloseTo(10, within(0.1));
    assertThat(metrics.quality().live()).isTrue();
  }

  @Test
  void theFirstMinuteHasNoNumbers() {
    beats(60, 790, 810);

    HrvMetrics metrics = window.at(Math.round(now * 1e6), Math.round(now * 1e6));

    assertThat(metrics.heartRate()).isEmpty();
    assertThat(metrics.rmssdMillis()).isEmpty();
    assertThat(metrics.sdnnMillis()).isEmpty();
  }

  @Test
  void theFirstNumbersComeWithTheSixtiethSecond() {
    beats(74, 800);
    assertThat(window.at(Math.round(now * 1e6), Math.round(now * 1e6)).heartRate()).isEmpty();
    beats(1, 800);
    assertThat(window.at(Math.round(now * 1e6), Math.round(now * 1e6)).heartRate()).isPresent();
  }

  @Test
  void numbersGoAwayWhenTheBeatsDo() {
    beats(100, 800);
    long end = Math.round(now * 1e6);

    assertThat(window.at(end + 2 * SECOND, end).quality().q()).isEqualTo(1);
    assertThat(window.at(end + 8 * SECOND, end).heartRate()).isPresent();
    assertThat(window.at(end + 13 * SECOND, end).heartRate()).isEmpty();
    assertThat(window.at(end + 200 * SECOND, end).quality().coverage()).isZero();
  }

  @Test
  void thatJudgingTakesSomeBeatsIsNoHole() {
    beats(100, 790, 810);
    long end = Math.round(now * 1e6);

    HrvMetrics metrics = window.at(end + 6 * SECOND, end + 5 * SECOND);

    assertThat(metrics.quality().q()).isEqualTo(1);
    assertThat(metrics.endNanos()).isEqualTo(end);
  }

  @Test
  void aMinuteBeforeAGapIsNotThePresent() {
    beats(100, 790, 810);
    long end = Math.round(now * 1e6);

    assertThat(window.at(end + 30 * SECOND, end + 29 * SECOND).heartRate()).isEmpty();
  }

  @Test
  void aMendedIntervalCountsForTheRateButMakesNoVariability() {
    beats(50, 790, 810);
    for (double rr : new double[] {800, 800}) {
      now += rr;
      window.add(new RrInterval(Math.round(now * 1e6), rr, RrLabel.ECTOPIC, true, true));
    }
    beats(40, 790, 810);

    HrvMetrics metrics = window.at(Math.round(now * 1e6), Math.round(now * 1e6));

    assertThat(metrics.rmssdMillis().orElseThrow()).isCloseTo(20, within(1e-9));
    assertThat(metrics.heartRate().orElseThrow()).isCloseTo(75, within(0.1));
    assertThat(metrics.quality().q()).isCloseTo(1 - 2 / 75.0, within(0.01));
  }

  @Test
  void anIrregularRhythmHasNoNumbers() {
    beats(100, 560, 1240);

    HrvMetrics metrics = window.at(Math.round(now * 1e6), Math.round(now * 1e6));

    assertThat(metrics.quality().irregular()).isTrue();
    assertThat(metrics.rmssdMillis()).isEmpty();
    assertThat(metrics.quality().shown()).isFalse();
  }

  @Test
  void constantIntervalsHaveNoLogarithm() {
    beats(100, 800);

    HrvMetrics metrics = window.at(Math.round(now * 1e6), Math.round(now * 1e6));

    assertThat(metrics.rmssdMillis()).hasValue(0);
    assertThat(metrics.lnRmssd()).isEmpty();
  }

  @Test
  void anEmptyWindowIsNoError() {
    assertThat(window.at(0, 0).heartRate()).isEmpty();
  }
}

package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.PulseSample;

/**
 * Intervals of devices without a clock follow one another, and arrival times show what is missing.
 */
class CountedIntervalsTest {
  private record Told(double seconds, double millis) {}

  private final List<Told> intervals = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final Timebase timebase =
      new Timebase(
          new SignalHandler() {
            @Override
            public void sample(PulseSample sample) {}

            @Override
            public void interval(long timeNanos, double millis) {
              intervals.add(new Told(timeNanos / 1e9, millis));
            }

            @Override
            public void gap(Gap gap) {
              gaps.add(gap);
            }

            @Override
            public void contact(boolean touching) {}

            @Override
            public void identified(DeviceIdentity identity) {}

            @Override
            public void fault(Fault fault, long count) {}
          });

  private void at(double hostSeconds, double... millis) {
    timebase.arrived(Math.round(hostSeconds * 1e9));
    for (double each : millis) {
      timebase.countedInterval(each);
    }
  }

  @Test
  void intervalsFollowOneAnotherHoweverTheyAreSavedUp() {
    at(10, 800);
    at(12, 810, 790); // a strap sends every second or two
    at(12.9, 900);
    at(15.4, 1000, 600, 900);

    assertThat(intervals)
        .extracting(Told::millis)
        .containsExactly(800.0, 810.0, 790.0, 900.0, 1000.0, 600.0, 900.0);
    assertThat(intervals.get(0).seconds()).isEqualTo(10);
    assertThat(intervals.get(6).seconds()).isCloseTo(15, within(1e-6));
    assertThat(gaps).isEmpty();
  }

  @Test
  void beatsThatNeverArriveLeaveAGapAndNoIntervalAcrossIt() {
    for (int i = 0; i < 30; i++) {
      at(10 + i, 1000);
    }
    at(48, 1000); // eight are missing
    at(49, 1000);
    at(50, 1000);

    assertThat(gaps).hasSize(1);
    assertThat(gaps.get(0).cause()).isEqualTo(Gap.Cause.SILENCE);
    assertThat(gaps.get(0).seconds()).isCloseTo(9, within(0.01));
    assertThat(intervals.get(30).millis()).isNaN();
    assertThat(intervals.get(30).seconds()).isCloseTo(48, within(0.01));
    assertThat(intervals.get(31).millis()).isEqualTo(1000);
  }

  @Test
  void whatABusyHostReadsLateIsNoGap() {
    for (int i = 0; i < 30; i++) {
      at(10 + i, 1000);
    }
    at(44.9, 1000, 1000, 1000, 1000, 1000); // five seconds of beats at once
    at(45, 1000);

    assertThat(gaps).isEmpty();
    assertThat(intervals.get(35).seconds()).isCloseTo(45, within(0.01));
  }

  @Test
  void aBrokenLineIsAGapAndTheRunBeginsAnew() {
    at(10, Double.NaN, 800);
    at(11, 800);
    timebase.interrupted(Gap.Cause.UNPLUGGED);
    at(31, 800);
    at(32, 800);

    assertThat(gaps).hasSize(1);
    assertThat(gaps.get(0).cause()).isEqualTo(Gap.Cause.UNPLUGGED);
    assertThat(intervals.get(3).millis()).isNaN();
    assertThat(intervals.get(3).seconds()).isCloseTo(31, within(0.01));
  }

  @Test
  void aStrapThatWasAwayLeavesAGap() {
    at(10, Double.NaN, 800);
    at(11, 800);
    at(71, Double.NaN);
    at(72, 900);

    assertThat(gaps).hasSize(1);
    assertThat(gaps.get(0).seconds()).isCloseTo(59, within(1.0));
  }

  @Test
  void aStrapWhoseIntervalsAreALittleLongRunsAheadForHoursWithoutAGap() {
    for (int i = 0; i < 4 * 3600; i++) {
      at(10 + i, 1010);
    }

    assertThat(gaps).isEmpty();
    assertThat(intervals).isNotEmpty().noneMatch(i -> Double.isNaN(i.millis()));
  }

  @Test
  void aPauseInAFileIsTimeThatPasses() {
    timebase.countedInterval(Double.NaN);
    timebase.countedInterval(800);
    timebase.silence(600_000_000_000L);
    timebase.countedInterval(Double.NaN);
    timebase.countedInterval(900);

    assertThat(intervals).extracting(Told::seconds).containsExactly(0.0, 0.8, 600.8, 601.7);
    assertThat(gaps).isEmpty();
  }
}

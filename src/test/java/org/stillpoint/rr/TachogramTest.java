package org.stillpoint.rr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TachogramTest {
  private static final long SECOND = 1_000_000_000;

  private static RrInterval interval(double endSeconds, RrLabel label) {
    return new RrInterval(Math.round(endSeconds * SECOND), 1000, label, true);
  }

  private static List<RrInterval> seconds(int from, int to) {
    List<RrInterval> all = new ArrayList<>();
    for (int i = from + 1; i <= to; i++) {
      all.add(interval(i, RrLabel.NORMAL));
    }
    return all;
  }

  private static WindowQuality quality(List<RrInterval> intervals) {
    return new Tachogram(0, 60 * SECOND, intervals).quality();
  }

  @Test
  void afullWindowHasFullQuality() {
    assertThat(quality(seconds(0, 60))).isEqualTo(new WindowQuality(1, 0, 0));
    assertThat(quality(seconds(0, 60)).live()).isTrue();
  }

  @Test
  void aHoleOf11SecondsShowsNoNumberThoughMostIsCovered() {
    List<RrInterval> holed = seconds(0, 30);
    holed.addAll(seconds(41, 60));
    WindowQuality quality = quality(holed);

    assertThat(quality.coverage()).isCloseTo(49 / 60.0, within(1e-12));
    assertThat(quality.longestHoleSeconds()).isEqualTo(11);
    assertThat(quality.q()).isGreaterThan(WindowQuality.SHOWN);
    assertThat(quality.shown()).isFalse();
  }

  @Test
  void intervalsSetAsideLowerTheQuality() {
    List<RrInterval> some = seconds(0, 57);
    some.add(interval(58, RrLabel.LONG));
    some.add(interval(59, RrLabel.SHORT));
    some.add(interval(60, RrLabel.LONG));

    assertThat(quality(some).q()).isCloseTo(0.95, within(1e-12));
  }

  @Test
  void untrustedIntervalsCoverNothing() {
    List<RrInterval> some = seconds(0, 57);
    some.add(interval(58, RrLabel.UNTRUSTED));
    some.add(interval(59, RrLabel.UNTRUSTED));
    some.add(interval(60, RrLabel.UNTRUSTED));

    assertThat(quality(some)).isEqualTo(new WindowQuality(0.95, 0, 3));
  }

  @Test
  void anEmptyWindowHasNoQuality() {
    assertThat(quality(List.of())).isEqualTo(new WindowQuality(0, 0, 60));
  }

  @Test
  void differencesNeedTwoNormalIntervalsThatFollowEachOther() {
    Tachogram tachogram =
        new Tachogram(
            0,
            60 * SECOND,
            List.of(
                new RrInterval(1 * SECOND, 800, RrLabel.NORMAL, false),
                new RrInterval(2 * SECOND, 810, RrLabel.NORMAL, true),
                new RrInterval(3 * SECOND, 1600, RrLabel.LONG, true),
                new RrInterval(4 * SECOND, 805, RrLabel.NORMAL, true),
                new RrInterval(9 * SECOND, 850, RrLabel.NORMAL, false),
                new RrInterval(10 * SECOND, 840, RrLabel.NORMAL, true)));

    assertThat(tachogram.successiveDifferencesMillis()).containsExactly(10, -10);
    assertThat(tachogram.nnMillis()).containsExactly(800, 810, 805, 850, 840);
  }
}

package org.stillpoint.rr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RhythmGuardTest {

  private static List<RrInterval> intervals(int n, int everyLarge) {
    List<RrInterval> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double millis = i % everyLarge == 1 ? 1300 : 1000;
      all.add(new RrInterval(i * 1_000_000_000L, millis, RrLabel.NORMAL, i > 0));
    }
    return all;
  }

  @Test
  void aChangeOfMoreThanAFifthIsLarge() {
    assertThat(RhythmGuard.largeShare(intervals(101, 4))).isEqualTo(0.5);
    List<RrInterval> fifth = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      fifth.add(new RrInterval(i, i % 4 == 1 ? 1200 : 1000, RrLabel.NORMAL, i > 0));
    }
    assertThat(RhythmGuard.largeShare(fifth)).isZero();
  }

  @Test
  void fewDifferencesSayNothing() {
    assertThat(RhythmGuard.largeShare(intervals(20, 2))).isZero();
    assertThat(RhythmGuard.largeShare(intervals(21, 2))).isEqualTo(1);
    assertThat(RhythmGuard.largeShare(List.of())).isZero();
  }

  @Test
  void acrossAGapAndBesideDoubtNothingIsCompared() {
    List<RrInterval> apart = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      apart.add(new RrInterval(i, i % 2 == 0 ? 600 : 1200, RrLabel.NORMAL, false));
    }
    assertThat(RhythmGuard.largeShare(apart)).isZero();
    List<RrInterval> doubted = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      RrLabel label = i % 2 == 0 ? RrLabel.UNTRUSTED : RrLabel.NORMAL;
      doubted.add(new RrInterval(i, i % 2 == 0 ? 600 : 1200, label, i > 0));
    }
    assertThat(RhythmGuard.largeShare(doubted)).isZero();
  }

  @Test
  void oneIrregularRowIsEnoughAndOnlyItIsMeant() {
    List<RrInterval> partly = new ArrayList<>(intervals(200, 1000));
    partly.addAll(intervals(40, 2));
    partly.addAll(intervals(200, 1000));

    assertThat(RhythmGuard.largeShare(partly)).isEqualTo(1);
    BitSet irregular = RhythmGuard.irregular(partly);
    assertThat(irregular.nextSetBit(0)).isBetween(185, 200);
    assertThat(irregular.length()).isBetween(240, 255);
    assertThat(irregular.cardinality()).isEqualTo(irregular.length() - irregular.nextSetBit(0));
    assertThat(RhythmGuard.irregular(List.of()).isEmpty()).isTrue();
    assertThat(RhythmGuard.irregular(intervals(200, 7)).isEmpty()).isTrue();
  }
}

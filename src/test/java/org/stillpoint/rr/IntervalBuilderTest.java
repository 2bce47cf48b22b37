package org.stillpoint.rr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.SignalQuality;

class IntervalBuilderTest {
  private final List<RrInterval> judged = new ArrayList<>();
  private final IntervalBuilder builder = new IntervalBuilder(judged::add);

  private static Beat beat(double millis) {
    return new Beat(Math.round(millis * 1e6), 1, SignalQuality.GOOD);
  }

  private List<RrLabel> labels(double... millis) {
    List<RrLabel> labels = new ArrayList<>();
    double now = 0;
    builder.beat(beat(now));
    for (double rr : millis) {
      now += rr;
      labels.add(Objects.requireNonNull(builder.beat(beat(now))).label());
    }
    return labels;
  }

  @Test
  void anIntervalIsTheTimeBetweenTwoBeats() {
    assertThat(builder.beat(beat(100))).isNull();

    assertThat(builder.beat(beat(912.5)))
        .isEqualTo(new RrInterval(912_500_000, 812.5, RrLabel.NORMAL, false));
    assertThat(builder.beat(beat(1712.5)))
        .isEqualTo(new RrInterval(1_712_500_000, 800, RrLabel.NORMAL, true));
  }

  @Test
  void noIntervalCrossesAGap() {
    builder.beat(beat(0));
    builder.beat(beat(800));
    builder.gap();

    assertThat(builder.beat(beat(5000))).isNull();
    RrInterval first = Objects.requireNonNull(builder.beat(beat(5800)));
    assertThat(first.millis()).isEqualTo(800);
    assertThat(first.continues()).isFalse();
  }

  @Test
  void aBeatMissedRightAfterAGapIsSetAside() {
    labels(800, 810, 790, 800, 805);
    builder.gap();

    assertThat(labels(1600, 800, 810))
        .containsExactly(RrLabel.LONG, RrLabel.NORMAL, RrLabel.NORMAL);
  }

  @Test
  void aMissedAndAnEarlyBeatAreOddAtFirstSight() {
    assertThat(labels(800, 810, 790, 800, 1600, 805, 500, 1100, 800))
        .containsExactly(
            RrLabel.NORMAL,
            RrLabel.NORMAL,
            RrLabel.NORMAL,
            RrLabel.NORMAL,
            RrLabel.LONG,
            RrLabel.NORMAL,
            RrLabel.SHORT,
            RrLabel.LONG,
            RrLabel.NORMAL);
  }

  @Test
  void whatIsJudgedComesOutMendedAtAGap() {
    labels(800, 810, 790, 800, 805, 795, 800, 810, 790, 800, 560, 1040, 800, 790, 805, 800);
    builder.gap();

    assertThat(judged).hasSize(16);
    assertThat(judged.stream().filter(RrInterval::corrected).map(RrInterval::endNanos))
        .containsExactly(8_800_000_000L, 9_600_000_000L);
  }

  @Test
  void strongBreathingArrhythmiaIsKept() {
    double[] breathing = new double[40];
    for (int i = 0; i < breathing.length; i++) {
      breathing[i] = 1000 + 200 * Math.sin(2 * Math.PI * i / 6);
    }

    assertThat(labels(breathing)).containsOnly(RrLabel.NORMAL);
  }

  @Test
  void aPauseOutOfRangeNeverBecomesNormal() {
    assertThat(labels(2500, 2500, 2500, 2500, 2500, 2500, 2500)).containsOnly(RrLabel.LONG);
    builder.gap();
    assertThat(labels(200, 200, 200, 200, 200, 200, 200)).containsOnly(RrLabel.SHORT);
  }

  @Test
  void anIntervalOfABeatThatCannotBeTrustedIsUntrusted() {
    SignalQuality poor = new SignalQuality(SignalQuality.Level.POOR, java.util.Set.of());
    builder.beat(beat(0));
    builder.beat(beat(800));

    assertThat(Objects.requireNonNull(builder.beat(new Beat(1_600_000_000, 1, poor))).label())
        .isEqualTo(RrLabel.UNTRUSTED);
    assertThat(Objects.requireNonNull(builder.beat(beat(2400))).label())
        .isEqualTo(RrLabel.UNTRUSTED);
    assertThat(Objects.requireNonNull(builder.beat(beat(3200))).label()).isEqualTo(RrLabel.NORMAL);
  }

  @Test
  void aMeasuredIntervalOfUnknownLengthBeginsARun() {
    assertThat(builder.measured(0, Double.NaN)).isNull();
    RrInterval first = Objects.requireNonNull(builder.measured(800_000_000, 800));
    RrInterval second = Objects.requireNonNull(builder.measured(1_600_000_000, 800));

    assertThat(first.continues()).isFalse();
    assertThat(second.continues()).isTrue();
  }

  @Test
  void anUnknownLengthEndsWhatWasHeld() {
    builder.measured(800_000_000, 800);
    builder.measured(1_600_000_000, 800);
    builder.measured(9_000_000_000L, Double.NaN);

    assertThat(judged).hasSize(2);
    assertThat(Objects.requireNonNull(builder.measured(9_800_000_000L, 800)).continues()).isFalse();
  }

  @Test
  void whenTheNextBeatIsOverdueWhatIsHeldComesOut() {
    labels(800, 810, 790);

    builder.advance(2_400_000_000L + 2_000_000_000L);
    assertThat(judged).isEmpty();
    builder.advance(2_400_000_000L + 2_400_000_000L);
    assertThat(judged).hasSize(3);
  }
}

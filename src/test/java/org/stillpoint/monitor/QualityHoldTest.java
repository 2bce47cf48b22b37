package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.rr.WindowQuality;

class QualityHoldTest {
  private final QualityHold hold = new QualityHold();

  private static WindowQuality coverage(double q) {
    return new WindowQuality(q, 0, 2);
  }

  private static WindowQuality early(double share) {
    return new WindowQuality(1, share, 1, 0, share);
  }

  @Test
  void itHoldsBelow88AndUntil92() {
    assertThat(hold.step(coverage(0.89))).isFalse();
    assertThat(hold.step(coverage(0.88))).isFalse();
    assertThat(hold.step(coverage(0.879))).isTrue();
    assertThat(hold.step(coverage(0.90))).isTrue();
    assertThat(hold.step(coverage(0.919))).isTrue();
    assertThat(hold.step(coverage(0.92))).isFalse();
    assertThat(hold.step(coverage(0.90))).isFalse();
  }

  @Test
  void aQualityNearOneLimitDoesNotFlip() {
    int changes = 0;
    boolean before = false;
    for (int i = 0; i < 200; i++) {
      boolean now = hold.step(early(0.10 + (i % 2 == 0 ? 0.025 : -0.015)));
      changes += now == before ? 0 : 1;
      before = now;
    }
    assertThat(changes).isEqualTo(1);
  }

  @Test
  void afterEarlyBeatsItHoldsUntilAWholeMinuteWasGood() {
    assertThat(hold.step(early(0.15))).isTrue();
    for (int i = 0; i < 11; i++) {
      assertThat(hold.step(early(0.05))).isTrue();
    }
    assertThat(hold.step(early(0.09))).as("between the limits: the minute begins anew").isTrue();
    for (int i = 0; i < 11; i++) {
      assertThat(hold.step(early(0.05))).isTrue();
    }
    assertThat(hold.step(early(0.05))).isFalse();
    assertThat(hold.step(coverage(0.85))).isTrue();
    assertThat(hold.step(coverage(0.93))).as("a poor signal is over at once").isFalse();
  }

  @Test
  void earlyBeatsAreNotTheSensorsFault() {
    hold.step(early(0.15));
    assertThat(hold.poorSignal(early(0.15))).isFalse();
    assertThat(hold.why(early(0.15)).orElseThrow())
        .contains("your beats came early")
        .doesNotContain("see that the sensor");
    assertThat(hold.why(early(0.09)).orElseThrow()).contains("your beats came early");
  }

  @Test
  void anIrregularRhythmIsNotEither() {
    WindowQuality irregular = new WindowQuality(1, 0.02, 1, 0.5);
    assertThat(hold.step(irregular)).isTrue();
    assertThat(hold.poorSignal(irregular)).isFalse();
    assertThat(hold.why(irregular).orElseThrow())
        .contains("too irregular")
        .doesNotContain("see that the sensor");
  }

  @Test
  void aPoorSignalIsSaidWithFiguresThatFit() {
    for (double q = 0.80; q < 0.92; q += 0.0005) {
      QualityHold fresh = new QualityHold();
      fresh.step(coverage(0.5));
      fresh.step(coverage(q));
      String why = fresh.why(coverage(q)).orElseThrow();
      assertThat(fresh.poorSignal(coverage(q))).isTrue();
      assertThat(why).contains("see that the sensor sits well").contains("needed 92 %");
      assertThat(why).doesNotContain("quality 92 %");
    }
  }

  @Test
  void aHoleIsTheSensorsAlsoWithEarlyBeats() {
    WindowQuality hole = new WindowQuality(0.75, 0.1, 15, 0, 0.1);
    hold.step(hole);
    assertThat(hold.poorSignal(hole)).isTrue();
    assertThat(hold.why(hole).orElseThrow()).startsWith("no usable signal for 15 s");
  }

  @Test
  void withoutAReasonItSaysNothing() {
    hold.step(coverage(0.95));
    assertThat(hold.why(coverage(0.95))).isEmpty();
    assertThat(hold.poorSignal(coverage(0.95))).isFalse();
  }
}

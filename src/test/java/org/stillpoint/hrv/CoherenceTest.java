package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stillpoint.hrv.RhythmSeries.intervals;
import static org.stillpoint.hrv.RhythmSeries.sine;
import static org.stillpoint.hrv.RhythmSeries.stretch;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;
import org.stillpoint.rr.Tachogram;

class CoherenceTest {

  private static double noisy(double swingMillis, double noiseMillis) {
    double sum = 0;
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      sum +=
          Coherence.of(
                  stretch(
                      Coherence.SECONDS,
                      t ->
                          sine(900, swingMillis, 6).applyAsDouble(t)
                              + noiseMillis * random.nextGaussian()))
              .orElseThrow()
              .ratio();
    }
    return sum / 20;
  }

  @ParameterizedTest
  @ValueSource(doubles = {4, 5.5, 6, 8, 12, 15})
  void aPureRhythmIsCoherentAtItsOwnRate(double perMinute) {
    Coherence coherence =
        Coherence.of(stretch(Coherence.SECONDS, sine(900, 60, perMinute))).orElseThrow();

    assertThat(coherence.ratio()).isGreaterThan(5);
    assertThat(coherence.peakHz()).isCloseTo(perMinute / 60, within(0.004));
  }

  @Test
  void itFallsAsNoiseGrows() {
    double before = Double.POSITIVE_INFINITY;
    for (double noise : new double[] {0, 10, 20, 40, 80, 160}) {
      double now = noisy(60, noise);
      assertThat(now).as("%s ms of noise", noise).isLessThan(before);
      before = now;
    }
  }

  @Test
  void whiteNoiseIsNotCoherent() {
    assertThat(noisy(0, 40)).isLessThan(0.5);
  }

  /** Two rhythms of equal power: one is the peak, so half of the power is elsewhere. */
  @Test
  void twoEqualRhythmsGiveAboutOne() {
    Tachogram two =
        stretch(
            Coherence.SECONDS,
            t -> sine(450, 20, 6).applyAsDouble(t) + sine(450, 20, 13).applyAsDouble(t));

    assertThat(Coherence.of(two).orElseThrow().ratio()).isBetween(0.75, 1.25);
  }

  @Test
  void lengthAndUnitOfTheSwingDoNotMatter() {
    double small = Coherence.of(stretch(64, sine(900, 2, 6))).orElseThrow().ratio();
    double large = Coherence.of(stretch(64, sine(900, 20, 6))).orElseThrow().ratio();

    assertThat(small).isCloseTo(large, within(0.2 * large));
  }

  @Test
  void lessThanAMinuteIsNotEnough() {
    assertThat(Coherence.of(stretch(58, sine(900, 60, 6)))).isEmpty();
    assertThat(Coherence.of(stretch(62, sine(900, 60, 6)))).isPresent();
    assertThat(Coherence.of(new Tachogram(0, 1, List.of()))).isEmpty();
  }

  @Test
  void aHoleLeavesNothing() {
    List<RrInterval> whole = intervals(64, sine(900, 60, 6));
    RrInterval old = whole.get(30);
    List<RrInterval> early = new java.util.ArrayList<>(whole);
    early.set(30, new RrInterval(old.endNanos(), old.millis(), RrLabel.SHORT, true));
    List<RrInterval> gap = new java.util.ArrayList<>(whole);
    gap.set(30, new RrInterval(old.endNanos(), old.millis(), RrLabel.NORMAL, false));

    assertThat(Coherence.of(stretch(64, whole))).isPresent();
    assertThat(Coherence.of(stretch(64, early))).isEmpty();
    assertThat(Coherence.of(stretch(64, gap))).isEmpty();
  }

  @Test
  void intervalsThatDoNotVaryHaveNone() {
    assertThat(Coherence.of(stretch(64, t -> 900))).isEmpty();
  }
}

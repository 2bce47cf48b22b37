package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;

class BreathLineTest {
  private static final long END = 60_000_000_000L;

  private final Random random = new Random(5);

  /** A minute of intervals with a length in ms by time in seconds. */
  private static List<RrInterval> intervals(DoubleUnaryOperator millis) {
    List<RrInterval> all = new ArrayList<>();
    double seconds = -2;
    while (seconds < 60) {
      double rr = millis.applyAsDouble(seconds);
      seconds += rr / 1000;
      all.add(new RrInterval(Math.round(seconds * 1e9), rr, RrLabel.NORMAL, true));
    }
    return all;
  }

  private double noise(double millis) {
    return millis * random.nextGaussian();
  }

  private static BreathLine line(List<RrInterval> all) {
    return BreathLine.of(all, END).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {4.5, 6, 9, 13, 18, 24})
  void evenBreathingIsALineAtItsRate(double perMinute) {
    BreathLine line =
        line(intervals(t -> 900 + 40 * Math.sin(2 * Math.PI * perMinute / 60 * t) + noise(2)));

    assertThat(line.perMinute()).isCloseTo(perMinute, within(0.3));
    assertThat(line.share()).isBetween(0.7, 1.0);
  }

  @Test
  void noiseHasNoLine() {
    double sum = 0;
    for (int i = 0; i < 50; i++) {
      double share = line(intervals(t -> 800 + noise(30))).share();
      assertThat(share).isLessThan(0.45);
      sum += share;
    }
    assertThat(sum / 50).isLessThan(0.25);
  }

  /** RMSSD squared is the sum of the part of the line and the rest. */
  @Test
  void theShareIsThatOfRmssdSquared() {
    double[] shares = new double[40];
    for (int i = 0; i < shares.length; i++) {
      // 25 sin(2 pi 0.2 t) at one beat a second: mean square of its differences 0.5 (25 x 1.176)^2
      shares[i] =
          line(intervals(t -> 1000 + 25 * Math.sin(2 * Math.PI * 0.2 * t) + noise(14.7))).share();
    }
    double mean = java.util.Arrays.stream(shares).average().orElseThrow();
    assertThat(mean).as("as much line as noise").isCloseTo(0.5, within(0.08));
  }

  @Test
  void withoutBeatsOrVariationThereIsNone() {
    assertThat(BreathLine.of(List.of(), END)).isEmpty();
    assertThat(BreathLine.of(intervals(t -> 900), END)).isEmpty();
    assertThat(BreathLine.of(intervals(t -> 900 + noise(20)).subList(0, 20), END)).isEmpty();
  }

  @Test
  void artefactsAreLeftOut() {
    List<RrInterval> all = intervals(t -> 900 + 40 * Math.sin(2 * Math.PI * 0.1 * t) + noise(2));
    List<RrInterval> marked = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      RrInterval each = all.get(i);
      boolean odd = i % 20 == 7;
      marked.add(
          odd ? new RrInterval(each.endNanos(), each.millis() + 300, RrLabel.ECTOPIC, true) : each);
    }
    assertThat(line(marked).perMinute()).isCloseTo(6, within(0.3));
    assertThat(line(marked).share()).isGreaterThan(0.6);
  }
}

package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.stillpoint.hrv.ResonanceCandidates.Candidate;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;

class ResonanceTrialTest {
  private static final double INHALE_SHARE = 0.4;

  /**
   * A heart of 60 a minute that follows a paced breath after a delay, for two minutes at each rate.
   *
   * @param depths how far it follows at each of the rates, per minute
   */
  private static List<Candidate> tried(double[] rates, double[] depths, double delaySeconds) {
    return tried(rates, depths, delaySeconds, rate -> 1.03 * rate);
  }

  private static List<Candidate> tried(
      double[] rates, double[] depths, double delaySeconds, DoubleUnaryOperator followed) {
    ResonanceTrial trial = new ResonanceTrial();
    List<RrInterval> recent = new ArrayList<>();
    double beat = 0;
    for (int i = 0; i < rates.length; i++) {
      double begins = 120.0 * i;
      double length = 60 / rates[i];
      trial.pacer(nanos(begins), OptionalDouble.of(rates[i]), recent);
      for (double b = begins; b < begins + 120; b += length) {
        trial.breath(nanos(b), INHALE_SHARE * length, (1 - INHALE_SHARE) * length);
      }
      for (double t = begins + 5; t <= begins + 120; t += 5) {
        trial.measured(nanos(t), OptionalDouble.of(followed.applyAsDouble(rates[i])));
      }
      while (beat < begins + 120) {
        double phase = phase((beat + 0.5 - begins - delaySeconds) / length); // in mid-interval
        double next = beat + 60 / (60 + depths[i] / 2 * Math.cos(phase));
        recent.add(
            new RrInterval(nanos(next), 1000 * (next - beat), RrLabel.NORMAL, !recent.isEmpty()));
        beat = next;
      }
    }
    trial.pacer(nanos(120.0 * rates.length), OptionalDouble.empty(), recent);
    return trial.ranked();
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  /** 0 where breathing in ends. */
  private static double phase(double breaths) {
    double share = breaths - Math.floor(breaths);
    return share < INHALE_SHARE
        ? Math.PI * (share / INHALE_SHARE - 1)
        : Math.PI * (share - INHALE_SHARE) / (1 - INHALE_SHARE);
  }

  @Test
  void theRateThatMovesTheHeartMostIsFirst() {
    double[] rates = {6.5, 6, 5.5, 5, 4.5};

    List<Candidate> ranked = tried(rates, new double[] {8, 10, 16, 12, 9}, 0);

    assertThat(ranked).extracting(Candidate::breathsPerMinute).startsWith(5.5);
    assertThat(ranked).hasSize(5);
    assertThat(ranked.get(0).rsa().beatsPerMinute()).isCloseTo(16, within(2.0));
  }

  @Test
  void aHeartThatFollowsLateHasItsPhase() {
    List<Candidate> inStep = tried(new double[] {6, 5}, new double[] {12, 12}, 0);
    List<Candidate> late = tried(new double[] {6, 5}, new double[] {12, 12}, 1);

    assertThat(phaseOf(inStep, 6)).isCloseTo(0, within(8.0));
    // A second of ten: the breath out is the longer part, so less than 36 degrees in it.
    assertThat(phaseOf(late, 6) - phaseOf(inStep, 6)).isCloseTo(36, within(8.0));
  }

  private static double phaseOf(List<Candidate> ranked, double rate) {
    return ranked.stream()
        .filter(c -> c.breathsPerMinute() == rate)
        .findFirst()
        .orElseThrow()
        .phaseDegrees()
        .orElseThrow();
  }

  @Test
  void aRateThatWasNotFollowedIsNoAnswer() {
    double[] rates = {6.5, 6, 5.5};
    double[] depths = {8, 16, 10};

    assertThat(tried(rates, depths, 0, rate -> rate == 6 ? 12 : rate))
        .extracting(Candidate::breathsPerMinute)
        .containsExactly(5.5, 6.5);
    assertThat(tried(rates, depths, 0, rate -> 12)).isEmpty();
    assertThat(ResonanceTrial.words(List.of())).startsWith("no resonance rate was found");
  }

  @Test
  void oneRateAloneIsNoAnswer() {
    assertThat(tried(new double[] {6}, new double[] {12}, 0)).isEmpty();
  }

  @Test
  void aRateThatWasGivenUpIsLeftOut() {
    ResonanceTrial trial = new ResonanceTrial();
    trial.pacer(0, OptionalDouble.of(6), List.of());
    trial.pacer(nanos(30), OptionalDouble.empty(), List.of());

    assertThat(trial.ranked()).isEmpty();
  }
}

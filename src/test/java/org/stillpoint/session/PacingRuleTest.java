package org.stillpoint.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PacingRuleTest {
  private static final double NONE = Double.NaN;

  /** Feeds an index every 5 s and looks every 30 s; NaN is an index that is not live. */
  private static List<Decision> run(double seconds, DoubleUnaryOperator index) {
    PacingRule rule = new PacingRule();
    List<Decision> decisions = new ArrayList<>();
    for (double t = 5; t <= seconds; t += 5) {
      double value = index.applyAsDouble(t);
      OptionalDouble live = Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
      if (live.isPresent()) {
        rule.reading(t, value);
      }
      if (t % 30 == 0) {
        decisions.add(rule.look(measured(t, live), false));
      }
    }
    return decisions;
  }

  private static Measured measured(double seconds, OptionalDouble index) {
    OptionalDouble none = OptionalDouble.empty();
    return new Measured(seconds, index, "the sensor is off", true, false, none, none);
  }

  private static PacingState stateAt(List<Decision> decisions, double seconds) {
    return decisions.get((int) (seconds / 30) - 1).state();
  }

  @Test
  void aSteadyIndexLeavesTheScriptAsWritten() {
    List<Decision> decisions = run(600, t -> 52);

    assertThat(decisions).extracting(Decision::state).containsOnly(PacingState.NOMINAL);
    assertThat(decisions).isNotEmpty().noneMatch(Decision::changed);
    assertThat(decisions.get(19).reason())
        .isEqualTo("script as written: index 52, steady for 90 s");
  }

  @Test
  void aRisingIndexAbove60DeepensAtTheSecondLook() {
    // 50 until 100 s, then up by 0.1 a second: +5 in 90 s from about 150 s on, above 60 from 200 s
    List<Decision> decisions = run(300, t -> 50 + Math.max(0, t - 100) * 0.1);

    assertThat(stateAt(decisions, 210)).isEqualTo(PacingState.NOMINAL);
    assertThat(decisions.get(6).reason()).contains("waiting for a second look");
    assertThat(stateAt(decisions, 240)).isEqualTo(PacingState.DEEPEN);
    assertThat(decisions.get(7).changed()).isTrue();
    assertThat(decisions.get(7).gains().silenceFactor()).isEqualTo(1.1);
    assertThat(decisions.get(7).reason())
        .isEqualTo(
            "silences 10 % longer, a softer voice, optional sentences left out: index 64,"
                + " up 9 in 90 s");
  }

  @Test
  void aRisingIndexBelow60ChangesNothing() {
    assertThat(run(300, t -> 30 + t * 0.09))
        .extracting(Decision::state)
        .containsOnly(PacingState.NOMINAL);
  }

  @Test
  void aFallOf8In90SecondsSupports() {
    List<Decision> decisions = run(300, t -> 60 - Math.max(0, t - 120) * 0.12);

    assertThat(stateAt(decisions, 180)).isEqualTo(PacingState.NOMINAL);
    assertThat(stateAt(decisions, 240)).isEqualTo(PacingState.SUPPORT);
    assertThat(decisions.get(7).gains().silenceFactor()).isEqualTo(0.85);
    assertThat(decisions.get(7).reason()).startsWith("silences 15 % shorter");
  }

  @Test
  void thereAre90SecondsBetweenTwoChanges() {
    Random random = new Random(5);
    for (int run = 0; run < 200; run++) {
      double[] level = {50};
      List<Decision> decisions =
          run(
              1800,
              t -> level[0] = Math.max(0, Math.min(100, level[0] + 6 * random.nextGaussian())));
      assertThat(decisions).hasSizeGreaterThan(50);
      double last = Double.NEGATIVE_INFINITY;
      for (Decision decision : decisions) {
        if (decision.changed()) {
          assertThat(decision.seconds() - last).isGreaterThanOrEqualTo(90);
          last = decision.seconds();
        }
        assertThat(decision.gains().silenceFactor()).isBetween(0.7, 1.6);
      }
    }
  }

  @Test
  void deepeningLastsWhileTheIndexStaysWithin5() {
    // up to 75 by 300 s, a plateau, then a slow slide that is not alarming
    List<Decision> decisions =
        run(900, t -> t < 300 ? 45 + t * 0.1 : t < 600 ? 75 : 75 - (t - 600) * 0.06);

    assertThat(stateAt(decisions, 540)).isEqualTo(PacingState.DEEPEN);
    assertThat(stateAt(decisions, 600)).isEqualTo(PacingState.DEEPEN);
    assertThat(stateAt(decisions, 900)).isEqualTo(PacingState.NOMINAL);
    assertThat(decisions.get(29).gains().silenceFactor()).isEqualTo(1);
  }

  @Test
  void aSignalThatCannotBeTrustedHoldsAtOnceAndLetsGoAtOnce() {
    List<Decision> decisions = run(360, t -> t >= 145 && t < 200 ? NONE : 52);

    assertThat(stateAt(decisions, 120)).isEqualTo(PacingState.NOMINAL);
    assertThat(stateAt(decisions, 150)).isEqualTo(PacingState.HOLD);
    assertThat(decisions.get(4).reason())
        .isEqualTo("script as written, nothing adapted: the sensor is off");
    assertThat(stateAt(decisions, 210)).isEqualTo(PacingState.NOMINAL);
    assertThat(decisions.get(6).changed()).isTrue();
    assertThat(decisions.get(6).reason()).isEqualTo("script as written: index 52, steady for 90 s");
  }

  @Test
  void holdingTakesBackWhatWasAdapted() {
    List<Decision> decisions = run(420, t -> t > 390 ? NONE : 45 + t * 0.1);

    assertThat(stateAt(decisions, 390)).isEqualTo(PacingState.DEEPEN);
    assertThat(decisions.get(12).gains().silenceFactor()).isGreaterThan(1);
    assertThat(stateAt(decisions, 420)).isEqualTo(PacingState.HOLD);
    assertThat(decisions.get(13).gains().silenceFactor()).isEqualTo(1);
  }
}

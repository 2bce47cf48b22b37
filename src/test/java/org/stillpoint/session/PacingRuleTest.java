package org.stillpoint.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
      rule.step(measured(t, live));
      if (t % 30 == 0) {
        decisions.add(rule.look(measured(t, live), false));
      }
    }
    return decisions;
  }

  private static Measured measured(double seconds, OptionalDouble index) {
    return measured(seconds, index, OptionalDouble.empty());
  }

  private static Measured measured(double seconds, OptionalDouble index, OptionalDouble above) {
    OptionalDouble none = OptionalDouble.empty();
    return new Measured(seconds, index, "the sensor is off", true, false, none, above, none);
  }

  /** The same with a heart rate above the start, per minute. */
  private static List<Decision> run(
      double seconds, DoubleUnaryOperator index, DoubleUnaryOperator aboveStart) {
    PacingRule rule = new PacingRule();
    List<Decision> decisions = new ArrayList<>();
    for (double t = 5; t <= seconds; t += 5) {
      OptionalDouble above = OptionalDouble.of(aboveStart.applyAsDouble(t));
      Measured now = measured(t, OptionalDouble.of(index.applyAsDouble(t)), above);
      rule.step(now);
      if (t % 30 == 0) {
        decisions.add(rule.look(now, false));
      }
    }
    return decisions;
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
        .isEqualTo("the session goes on as written. Index 52, steady for 90 s");
  }

  @Test
  void aRisingIndexAbove60DeepensAtTheSecondLook() {
    // 50 until 100 s, then up by 0.1 a second: +5 in 90 s from about 150 s on, above 60 from 200 s
    List<Decision> decisions = run(300, t -> 50 + Math.max(0, t - 100) * 0.1);

    assertThat(stateAt(decisions, 210)).isEqualTo(PacingState.NOMINAL);
    assertThat(decisions.get(6).reason()).contains("waits for a second look");
    assertThat(stateAt(decisions, 240)).isEqualTo(PacingState.DEEPEN);
    assertThat(decisions.get(7).changed()).isTrue();
    assertThat(decisions.get(7).gains().silenceFactor()).isEqualTo(1.1);
    assertThat(decisions.get(7).reason())
        .isEqualTo(
            "you seem to be settling, so the pauses grow a little and the voice softens. Index 64,"
                + " up 9 in 90 s");
  }

  @Test
  void aRisingIndexBelow60ChangesNothing() {
    assertThat(run(300, t -> 30 + t * 0.09))
        .extracting(Decision::state)
        .containsOnly(PacingState.NOMINAL);
  }

  @Test
  void aFallOf8In90SecondsSupportsAtOnceWhereTheHeartIsFaster() {
    DoubleUnaryOperator falls = t -> 54 - Math.max(0, t - 120) * 0.12;
    List<Decision> decisions = run(240, falls, t -> 4);

    assertThat(stateAt(decisions, 180)).as("down 7, at 47").isEqualTo(PacingState.NOMINAL);
    assertThat(stateAt(decisions, 210)).isEqualTo(PacingState.SUPPORT);
    assertThat(decisions.get(6).gains()).isEqualTo(Gains.SUPPORTING);
    assertThat(decisions.get(6).reason())
        .startsWith("this does not seem easy for you just now, so the pauses become shorter")
        .endsWith("Index 43, down 11 in 90 s");
    assertThat(run(240, falls, t -> 2)).noneMatch(d -> d.state() == PacingState.SUPPORT);
    assertThat(run(240, t -> falls.applyAsDouble(t) + 10, t -> 4))
        .as("not below 47")
        .noneMatch(d -> d.state() == PacingState.SUPPORT);
  }

  @Test
  void anIndexThatStaysLowSupportsUntilItIsBack() {
    List<Decision> decisions = run(600, t -> t < 190 ? 45 : t < 400 ? 38 : t < 460 ? 43 : 44);

    assertThat(stateAt(decisions, 240)).as("not yet a minute").isEqualTo(PacingState.NOMINAL);
    assertThat(stateAt(decisions, 270)).isEqualTo(PacingState.SUPPORT);
    assertThat(stateAt(decisions, 450)).isEqualTo(PacingState.SUPPORT);
    assertThat(stateAt(decisions, 480)).isEqualTo(PacingState.NOMINAL);
  }

  @Test
  void aHeartThatStaysFasterSupportsWhateverTheIndexSays() {
    List<Decision> decisions = run(400, t -> 50, t -> t >= 120 && t < 300 ? 8 : 7);

    assertThat(stateAt(decisions, 150)).isEqualTo(PacingState.NOMINAL);
    assertThat(stateAt(decisions, 180)).isEqualTo(PacingState.SUPPORT);
    assertThat(decisions.get(5).reason()).contains("heart rate 8 above your start");
    assertThat(stateAt(decisions, 270)).isEqualTo(PacingState.SUPPORT);
    assertThat(stateAt(decisions, 300)).isEqualTo(PacingState.NOMINAL);
  }

  @Test
  void supportEndsAfterFiveMinutesOrBeginsAgain() {
    List<Decision> low = run(900, t -> t < 100 ? 45 : 30);
    assertThat(low.stream().filter(Decision::changed))
        .extracting(Decision::seconds, Decision::state)
        .containsExactly(
            tuple(180.0, PacingState.SUPPORT),
            tuple(480.0, PacingState.SUPPORT),
            tuple(780.0, PacingState.SUPPORT));

    List<Decision> better = run(900, t -> t < 100 ? 45 : t < 300 ? 36 : 41);
    assertThat(stateAt(better, 450)).isEqualTo(PacingState.SUPPORT);
    assertThat(stateAt(better, 480))
        .as("41 is neither low nor back")
        .isEqualTo(PacingState.NOMINAL);
  }

  @Test
  void careDoesNotWaitForTheDwellOfAnAdaptation() {
    // deepens at 240 s; then the heart races
    List<Decision> decisions =
        run(
            330,
            t -> t <= 240 ? 50 + Math.max(0, t - 100) * 0.1 : 64 - (t - 240) * 0.5,
            t -> t <= 240 ? 0 : 20);

    assertThat(stateAt(decisions, 240)).isEqualTo(PacingState.DEEPEN);
    assertThat(stateAt(decisions, 300)).isEqualTo(PacingState.SUPPORT);
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
      PacingState before = PacingState.NOMINAL;
      for (Decision decision : decisions) {
        boolean care = decision.state() == PacingState.SUPPORT || before == PacingState.SUPPORT;
        before = decision.state();
        if (decision.changed() && !care) {
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
        .isEqualTo("nothing is adapted for now, the session goes on as written. The sensor is off");
    assertThat(stateAt(decisions, 210)).isEqualTo(PacingState.NOMINAL);
    assertThat(decisions.get(6).changed()).isTrue();
    assertThat(decisions.get(6).reason())
        .isEqualTo("the session goes on as written. Index 52, steady for 90 s");
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

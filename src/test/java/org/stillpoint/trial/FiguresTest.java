package org.stillpoint.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.Script;
import org.stillpoint.session.Decision;
import org.stillpoint.session.Gains;
import org.stillpoint.session.PacingState;
import org.stillpoint.session.StageStart;
import org.stillpoint.testkit.Scripts;

class FiguresTest {
  private static final Script SCRIPT = Scripts.backPain(10);
  private static final double BEGINS = Figures.baselineEnds(SCRIPT);
  private static final double END = 600;
  private static final double REST_ENDS =
      END
          - SCRIPT.stages().stream()
              .filter(s -> s.role() == Role.RETURN)
              .mapToDouble(s -> s.planSeconds())
              .sum();

  private static SessionTrace course(
      DoubleUnaryOperator index, DoubleUnaryOperator arousal, List<Decision> decisions) {
    List<SessionTrace.TraceStep> steps = new ArrayList<>();
    for (double t = 5; t <= END; t += 5) {
      boolean quiet = t % 20 == 0;
      steps.add(
          new SessionTrace.TraceStep(
              t,
              index.applyAsDouble(t),
              true,
              arousal.applyAsDouble(t),
              quiet,
              quiet && t % 40 == 0));
    }
    String last = SCRIPT.stages().get(SCRIPT.stages().size() - 1).id();
    return new SessionTrace(
        List.of(new StageStart(REST_ENDS, last, "", END - REST_ENDS)),
        List.of(),
        decisions,
        steps,
        END + 1);
  }

  private static Decision look(double seconds, PacingState state) {
    return new Decision(
        seconds, state, true, true, Gains.AS_WRITTEN, Decision.Remark.NONE, "a test");
  }

  @Test
  void areaAndEndAreTakenFromTheHiddenArousalAfterTheBaseline() {
    SessionTrace course = course(t -> 50, t -> t <= BEGINS ? 1 : 0.25, List.of());
    Figures figures = Figures.of(SCRIPT, Arm.FIXED, course);
    assertThat(figures.meanArousal()).isCloseTo(0.25, within(1e-12));
    assertThat(figures.finalArousal()).isCloseTo(0.25, within(1e-12));
    assertThat(figures.endErrorSeconds()).isEqualTo(1);
  }

  @Test
  void theIndexAtTheEndIsTheLastOfTheRestAndNoOlderThanHalfAMinute() {
    Figures known = Figures.of(SCRIPT, Arm.FIXED, course(t -> t / 10, t -> 1, List.of()));
    assertThat(known.indexAtEnd()).isCloseTo(REST_ENDS / 10, within(0.51));
    DoubleUnaryOperator lost = t -> t < REST_ENDS - 40 ? 50 : Double.NaN;
    assertThat(Figures.of(SCRIPT, Arm.FIXED, course(lost, t -> 1, List.of())).indexAtEnd()).isNaN();
  }

  @Test
  void anIndexThatRisesAsArousalFallsHasRankCorrelationOne() {
    SessionTrace falls = course(t -> Math.sqrt(t), t -> 1 / t, List.of());
    SessionTrace rises = course(t -> -Math.sqrt(t), t -> 1 / t, List.of());
    assertThat(Figures.of(SCRIPT, Arm.FIXED, falls).rankCorrelation()).isCloseTo(1, within(1e-9));
    assertThat(Figures.of(SCRIPT, Arm.FIXED, rises).rankCorrelation()).isCloseTo(-1, within(1e-9));
  }

  @Test
  void restlessnessCountsInSilencesOnly() {
    Figures figures = Figures.of(SCRIPT, Arm.FIXED, course(t -> 50, t -> 1, List.of()));
    assertThat(figures.restlessShare()).isCloseTo(0.5, within(0.05));
  }

  @Test
  void timeIsHeldFromOneDecisionToTheNext() {
    List<Decision> decisions = List.of(look(200, PacingState.HOLD), look(300, PacingState.NOMINAL));
    Figures figures = Figures.of(SCRIPT, Arm.FIXED, course(t -> 50, t -> 1, decisions));
    assertThat(figures.heldShare()).isCloseTo(100 / (REST_ENDS - 200), within(1e-9));
  }
}

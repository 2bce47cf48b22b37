package org.stillpoint.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.programme.Script;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PacingState;
import org.stillpoint.testkit.Scripts;

class ClosedLoopTest {
  private static final Script SCRIPT = Scripts.backPain(10);

  private static SessionTrace run(Family family, long seed, Arm arm, List<Decision> yoke) {
    return ClosedLoop.run(
        new VirtualSensor(family, seed, "rr", true, beat -> {}),
        "rr",
        Trial.plan(SCRIPT, arm, yoke));
  }

  private static SessionTrace run(Family family, long seed, Arm arm) {
    return run(family, seed, arm, List.of());
  }

  @Test
  void theSamePersonHasTheSameSession() {
    assertThat(run(Family.RESPONDER, 4, Arm.ADAPTIVE))
        .isEqualTo(run(Family.RESPONDER, 4, Arm.ADAPTIVE));
    assertThat(run(Family.RESPONDER, 4, Arm.ADAPTIVE))
        .isNotEqualTo(run(Family.RESPONDER, 5, Arm.ADAPTIVE));
  }

  @Test
  void aStepIsTakenEveryFiveSecondsUntilTheEnd() {
    SessionTrace course = run(Family.NULL, 1, Arm.ADAPTIVE);
    assertThat(course.steps()).hasSizeBetween(118, 120);
    for (int i = 0; i < course.steps().size(); i++) {
      assertThat(course.steps().get(i).seconds()).isCloseTo(StepSeries.seconds(i), within(1e-6));
    }
    assertThat(course.endSeconds()).isCloseTo(600, within(3.0));
  }

  @Test
  void whatThePersonHearsSettlesThemAndFixedPacingChangesNothing() {
    SessionTrace course = run(Family.RESPONDER, 2, Arm.FIXED);
    assertThat(course.steps().get(20).arousal()).isGreaterThan(0.7);
    assertThat(course.steps().get(course.steps().size() - 10).arousal()).isLessThan(0.6);
    assertThat(course.decisions()).isNotEmpty().noneMatch(Decision::applied);
  }

  @Test
  void whoIsYokedObeysAnothersDecisions() {
    SessionTrace other = run(Family.RESPONDER, 2, Arm.ADAPTIVE);
    SessionTrace yoked = run(Family.NULL, 1, Arm.YOKED, other.decisions());
    List<PacingState> states = new ArrayList<>();
    other.decisions().forEach(d -> states.add(d.state()));
    assertThat(yoked.decisions()).extracting(Decision::state).isEqualTo(states);
  }

  @Test
  void aPoorSignalIsHeldAndNothingIsAdapted() {
    SessionTrace course = run(Family.BAD_CONTACT, 1, Arm.ADAPTIVE);
    Figures figures = Figures.of(SCRIPT, Arm.ADAPTIVE, course);
    assertThat(figures.heldShare()).isGreaterThan(0.5);
    assertThat(figures.broken()).isEmpty();
  }

  @Test
  void whatNoDeviceSpeaksIsRefused() {
    VirtualSensor sensor = new VirtualSensor(Family.NULL, 1, "rr", true, beat -> {});
    assertThatThrownBy(
            () -> ClosedLoop.run(sensor, "morse", Trial.plan(SCRIPT, Arm.FIXED, List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("morse");
  }
}

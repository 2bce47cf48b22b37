package org.stillpoint.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.stillpoint.participant.Episode;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.session.Decision;
import org.stillpoint.session.Gains;
import org.stillpoint.session.PacingState;
import org.stillpoint.session.PromptCue;

class CareFiguresTest {
  private static final double ENDS = 1000;
  private static final Episode FROM_400 = new Episode(400, 410, 500, 520);

  private static CareFigures of(
      Episode episode,
      List<Decision> decisions,
      List<PromptCue> prompts,
      DoubleUnaryOperator index) {
    List<SessionTrace.TraceStep> steps = new ArrayList<>();
    for (double t = 5; t <= 1200; t += 5) {
      steps.add(new SessionTrace.TraceStep(t, index.applyAsDouble(t), true, 1, false, false));
    }
    SessionTrace.TraceEnding ending = new SessionTrace.TraceEnding(50, false, episode);
    return CareFigures.of(
        new SessionTrace(List.of(), prompts, decisions, steps, 1200, ending), ENDS);
  }

  private static Decision at(double seconds, PacingState state) {
    return new Decision(
        seconds, state, true, true, Gains.AS_WRITTEN, Decision.Remark.NONE, "planted");
  }

  private static PromptCue cue(double seconds, PromptKind kind) {
    return new PromptCue(seconds, "stage", kind, "words", 2, "id", 1);
  }

  @Test
  void careBeforeSomethingHappensIsNoAnswerToIt() {
    CareFigures early =
        of(
            FROM_400,
            List.of(at(200, PacingState.SUPPORT), at(300, PacingState.NOMINAL)),
            List.of(cue(210, PromptKind.CONTACT), cue(220, PromptKind.SUPPORT)),
            t -> 50);
    assertThat(early.supportSeconds()).isNaN();
    assertThat(early.cuedSeconds()).isNaN();
    assertThat(early.longestWithoutSeconds()).isNaN();
    assertThat(early.supports()).isEqualTo(1);
  }

  @Test
  void bothKindsOfCueMustBeSpokenAndTheLongestGapReachesToTheReturn() {
    CareFigures figures =
        of(
            FROM_400,
            List.of(at(450, PacingState.SUPPORT)),
            List.of(
                cue(455, PromptKind.CONTACT),
                cue(480, PromptKind.INSTRUCTION),
                cue(490, PromptKind.SUPPORT),
                cue(700, PromptKind.CONTACT),
                cue(1010, PromptKind.CONTACT)),
            t -> t < 600 ? 50 : 25);
    assertThat(figures.supportSeconds()).isEqualTo(450);
    assertThat(figures.cuedSeconds()).isEqualTo(490);
    assertThat(figures.longestWithoutSeconds()).isEqualTo(300);
    assertThat(figures.low30Seconds()).isEqualTo(600);
  }

  @Test
  void itIsOverWhenNeitherSupportNorAQuestionIsLeftThreeMinutesLater() {
    List<Decision> longer = List.of(at(450, PacingState.SUPPORT), at(710, PacingState.NOMINAL));
    List<Decision> inTime = List.of(at(450, PacingState.SUPPORT), at(690, PacingState.NOMINAL));
    assertThat(of(FROM_400, longer, List.of(), t -> 50).over()).isFalse();
    assertThat(of(FROM_400, inTime, List.of(), t -> 50).over()).isTrue();
    assertThat(of(Episode.NONE, longer, List.of(), t -> 50).over()).isTrue();
  }

  @Test
  void changesOfHoldAreCountedBothWaysAndQuestionsOnce() {
    List<Decision> decisions =
        List.of(
            at(100, PacingState.HOLD),
            at(130, PacingState.HOLD),
            at(160, PacingState.NOMINAL),
            at(190, PacingState.HOLD),
            new Decision(
                420,
                PacingState.CHECK_IN,
                true,
                true,
                Gains.AS_WRITTEN,
                Decision.Remark.CHECK_IN,
                "planted"));
    CareFigures figures = of(FROM_400, decisions, List.of(), t -> 50);
    assertThat(figures.holdChanges()).isEqualTo(4);
    assertThat(figures.questions()).isEqualTo(1);
    assertThat(figures.supports()).isZero();
  }

  @Test
  void whatWasNotAppliedIsNoCare() {
    Decision planned =
        new Decision(
            450,
            PacingState.SUPPORT,
            true,
            false,
            Gains.AS_WRITTEN,
            Decision.Remark.NONE,
            "planted");
    assertThat(of(FROM_400, List.of(planned), List.of(), t -> 50).supportSeconds()).isNaN();
  }
}

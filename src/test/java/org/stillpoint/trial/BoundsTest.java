package org.stillpoint.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.Script;
import org.stillpoint.session.Decision;
import org.stillpoint.session.Gains;
import org.stillpoint.session.PacingState;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.StageStart;
import org.stillpoint.testkit.Scripts;

/** A real session keeps every promise; each kind of planted breach is found in it. */
class BoundsTest {
  private static final Script SCRIPT = Scripts.backPain(20);
  private static final SessionTrace GOOD = responder(Arm.ADAPTIVE);

  private static SessionTrace responder(Arm arm) {
    return ClosedLoop.run(
        new VirtualSensor(Family.RESPONDER, 3, "rr", true, beat -> {}),
        "rr",
        Trial.plan(SCRIPT, arm, List.of()));
  }

  private static List<String> broken(SessionTrace course) {
    return Bounds.broken(SCRIPT, Arm.ADAPTIVE, course);
  }

  private static SessionTrace prompts(UnaryOperator<PromptCue> change) {
    return new SessionTrace(
        GOOD.stages(),
        GOOD.prompts().stream().map(change).toList(),
        GOOD.decisions(),
        GOOD.steps(),
        GOOD.endSeconds());
  }

  private static SessionTrace decisions(List<Decision> decisions) {
    return new SessionTrace(
        GOOD.stages(), GOOD.prompts(), decisions, GOOD.steps(), GOOD.endSeconds());
  }

  private static Decision decision(double seconds, PacingState state, double silence) {
    return new Decision(
        seconds, state, true, true, new Gains(silence, 1, 0), Decision.Remark.NONE, "planted");
  }

  private static PromptCue adapted() {
    return GOOD.prompts().stream()
        .filter(p -> p.kind() == PromptKind.SILENCE && p.seconds() > 600)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void realSessionsKeepEveryPromise() {
    assertThat(Adaptations.of(GOOD.decisions())).isNotEmpty();
    assertThat(broken(GOOD)).isEmpty();
    assertThat(Bounds.broken(SCRIPT, Arm.FIXED, responder(Arm.FIXED))).isEmpty();
  }

  @Test
  void aSessionThatFollowsIsNotPassedOffAsOneThatDoesNot() {
    assertThat(Bounds.broken(SCRIPT, Arm.FIXED, GOOD)).isNotEmpty();
  }

  @Test
  void aLateEndIsFound() {
    SessionTrace late =
        new SessionTrace(GOOD.stages(), GOOD.prompts(), GOOD.decisions(), GOOD.steps(), 1216);
    assertThat(broken(late)).singleElement().asString().contains("ends at 1216");
  }

  @Test
  void speechOutOfBoundsIsFound() {
    SessionTrace slow =
        prompts(
            p ->
                p.kind() == PromptKind.INSTRUCTION
                    ? new PromptCue(
                        p.seconds(),
                        p.stageId(),
                        p.kind(),
                        p.text(),
                        p.lengthSeconds(),
                        p.id(),
                        0.84)
                    : p);
    assertThat(broken(slow)).anyMatch(s -> s.startsWith("speech at"));
  }

  @Test
  void aStageThatIsCutShortIsFound() {
    StageStart last = GOOD.stages().get(GOOD.stages().size() - 1);
    List<StageStart> stages = new ArrayList<>(GOOD.stages());
    stages.set(
        stages.size() - 1,
        new StageStart(last.seconds() + 30, last.stageId(), last.title(), last.plannedSeconds()));
    SessionTrace cut =
        new SessionTrace(stages, GOOD.prompts(), GOOD.decisions(), GOOD.steps(), GOOD.endSeconds());
    assertThat(broken(cut)).anyMatch(s -> s.startsWith("stage " + last.stageId()));
  }

  @Test
  void aStageThatIsNotPlayedIsFound() {
    List<StageStart> stages = GOOD.stages().subList(0, GOOD.stages().size() - 1);
    SessionTrace cut =
        new SessionTrace(stages, GOOD.prompts(), GOOD.decisions(), GOOD.steps(), GOOD.endSeconds());
    assertThat(broken(cut)).anyMatch(s -> s.endsWith("stages were played"));
  }

  @Test
  void aSilenceBeyondItsBoundIsFoundAlthoughTheStageKeepsItsOwn() {
    PromptCue silence = adapted();
    int at = GOOD.prompts().indexOf(silence);
    PromptCue next = GOOD.prompts().get(at + 1);
    double moved = 2 * silence.lengthSeconds();
    SessionTrace stretched =
        prompts(
            p ->
                p.equals(next)
                    ? new PromptCue(
                        p.seconds() + moved,
                        p.stageId(),
                        p.kind(),
                        p.text(),
                        p.lengthSeconds(),
                        p.id(),
                        p.speechFactor())
                    : p);
    assertThat(next.kind()).isNotEqualTo(PromptKind.SILENCE);
    assertThat(broken(stretched)).anyMatch(s -> s.startsWith("a silence in " + next.stageId()));
  }

  @Test
  void anInstructionThatIsLeftOutIsFound() {
    PromptCue said =
        GOOD.prompts().stream()
            .filter(p -> p.kind() == PromptKind.INSTRUCTION)
            .skip(5)
            .findFirst()
            .orElseThrow();
    List<PromptCue> prompts = new ArrayList<>(GOOD.prompts());
    prompts.remove(said);
    SessionTrace mute =
        new SessionTrace(GOOD.stages(), prompts, GOOD.decisions(), GOOD.steps(), GOOD.endSeconds());
    assertThat(broken(mute)).anyMatch(s -> s.startsWith(said.id() + " is left out"));
  }

  @Test
  void twoChangesWithinNinetySecondsAreFound() {
    SessionTrace hasty =
        decisions(
            List.of(
                decision(400, PacingState.DEEPEN, 1.1), decision(460, PacingState.DEEPEN, 1.2)));
    assertThat(broken(hasty)).containsExactly("adapted at 400 s and again at 460 s");
    SessionTrace patient =
        decisions(
            List.of(
                decision(400, PacingState.DEEPEN, 1.1), decision(490, PacingState.DEEPEN, 1.2)));
    assertThat(broken(patient)).isEmpty();
  }

  @Test
  void whatAnUntrustedSignalEndsIsNoChangeThatHasToWait() {
    List<Decision> held =
        List.of(
            decision(400, PacingState.DEEPEN, 1.1),
            decision(430, PacingState.HOLD, 1),
            decision(460, PacingState.NOMINAL, 1));
    assertThat(Adaptations.of(held)).hasSize(1);
  }

  @Test
  void gainsThatAreKeptWhileHoldingAreFound() {
    SessionTrace kept = decisions(List.of(decision(400, PacingState.HOLD, 1.1)));
    assertThat(broken(kept)).anyMatch(s -> s.startsWith("gains while holding"));
  }

  @Test
  void aCueWhileHoldingIsFound() {
    List<PromptCue> prompts = new ArrayList<>(GOOD.prompts());
    PromptCue silence = adapted();
    prompts.add(
        prompts.indexOf(silence) + 1,
        new PromptCue(
            silence.seconds(),
            silence.stageId(),
            PromptKind.CONTACT,
            "the floor",
            2,
            "planted",
            1));
    SessionTrace cued =
        new SessionTrace(
            GOOD.stages(),
            prompts,
            List.of(decision(400, PacingState.HOLD, 1)),
            GOOD.steps(),
            GOOD.endSeconds());
    assertThat(broken(cued)).anyMatch(s -> s.startsWith("a cue (CONTACT)"));
  }

  @Test
  void adaptingWithoutALiveIndexIsFoundButNotInWhoIsYoked() {
    List<SessionTrace.TraceStep> blind =
        GOOD.steps().stream()
            .map(
                s ->
                    new SessionTrace.TraceStep(
                        s.seconds(), s.index(), false, s.arousal(), s.quiet(), false))
            .toList();
    SessionTrace course =
        new SessionTrace(GOOD.stages(), GOOD.prompts(), GOOD.decisions(), blind, GOOD.endSeconds());
    assertThat(broken(course)).isNotEmpty().allMatch(s -> s.endsWith("without a live index"));
    assertThat(Bounds.broken(SCRIPT, Arm.YOKED, course)).isEmpty();
  }
}

package org.stillpoint.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stillpoint.participant.Episode;
import org.stillpoint.participant.Family;
import org.stillpoint.testkit.Scripts;

/** Each target is reached by people who show what is wanted, and missed by those who do not. */
class TargetsTest {
  private static final Episode EPISODE = new Episode(400, 410, 500, 520);
  private static final CareFigures NO_CARE =
      new CareFigures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0, 0, true);

  private static Figures figures(
      double index, double reported, boolean arriving, CareFigures care) {
    return new Figures(
        List.of(),
        1,
        1,
        1,
        index,
        0,
        0,
        0,
        0,
        index,
        new SessionTrace.TraceEnding(reported, arriving, EPISODE),
        care,
        new StepSeries(index, index),
        new StepSeries(1, 1));
  }

  private static Figures cared(CareFigures care) {
    return figures(50, 50, false, care);
  }

  private static Figures index(double index) {
    return figures(index, index, false, NO_CARE);
  }

  private static Targets.Target target(String name, Map<Family, Figures> people) {
    Map<Family, Map<Arm, List<Figures>>> all = new EnumMap<>(Family.class);
    people.forEach((family, each) -> all.put(family, Map.of(Arm.ADAPTIVE, List.of(each, each))));
    return Targets.of(new TrialResult(Scripts.backPain(20), 2, all)).stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void decides(String name, Map<Family, Figures> good, Map<Family, Figures> bad) {
    assertThat(target(name, good).reached()).as("%s with good people", name).isTrue();
    assertThat(target(name, good).missed()).isFalse();
    assertThat(target(name, bad).reached()).as("%s with bad people", name).isFalse();
    assertThat(target(name, bad).missed()).isTrue();
  }

  private static void decides(String name, Family family, Figures good, Figures bad) {
    decides(name, Map.of(family, good), Map.of(family, bad));
  }

  @Test
  void breathingAloneIsComparedWithTheTwin() {
    Map<Family, Figures> near = Map.of(Family.NULL, index(50), Family.BREATH_STEPS, index(50.9));
    Map<Family, Figures> far = Map.of(Family.NULL, index(50), Family.BREATH_STEPS, index(55.1));
    decides("twinWithin5AtEnd.breath-steps", near, far);
    decides("twinMeanPoints.breath-steps", near, far);
    Targets.Target watched = target("twinWithin5Always.breath-steps", far);
    assertThat(watched.reached()).isFalse();
    assertThat(watched.missed()).as("it is only watched").isFalse();
  }

  @Test
  void anIndexThatIsNotKnownIsAMiss() {
    decides("above60.responder", Family.RESPONDER, index(61), index(Double.NaN));
    decides("below45.worsener", Family.WORSENER, index(44), index(46));
    Map<Family, Figures> good = Map.of(Family.NULL, index(50), Family.BREATH_ONLY, index(50));
    Map<Family, Figures> lost =
        Map.of(Family.NULL, index(50), Family.BREATH_ONLY, index(Double.NaN));
    decides("twinWithin5AtEnd.breath-only", good, lost);
    decides("twinMeanPoints.breath-only", good, lost);
  }

  @Test
  void sittingUpIsNotTheResultAndArrivingIsFlagged() {
    Figures kept = figures(80, 78.5, false, NO_CARE);
    decides("reportedAsBefore.gets-up", Family.GETS_UP, kept, figures(80, 55, false, NO_CARE));
    Figures flagged = figures(65, 65, true, NO_CARE);
    decides("flagged.arriving", Family.ARRIVING, flagged, index(65));
    decides("flagged.null", Family.NULL, index(50), flagged);
  }

  @Test
  void careHasToComeInTimeAndAgain() {
    Figures good = cared(new CareFigures(450, 480, 60, Double.NaN, 1, 0, 0, true));
    Figures late = cared(new CareFigures(450, 495, 95, Double.NaN, 1, 0, 0, true));
    decides("careWithin90s.panic", Family.PANIC, good, late);
    decides("careInEvery90s.panic", Family.PANIC, good, late);
    decides("careWithin90s.panic", Family.PANIC, good, cared(NO_CARE));
    decides("careInEvery90s.panic", Family.PANIC, good, cared(NO_CARE));
    Figures before = cared(new CareFigures(600, 610, 60, 700, 1, 0, 0, true));
    Figures after = cared(new CareFigures(600, 610, 60, 550, 1, 0, 0, true));
    Figures never = cared(new CareFigures(Double.NaN, Double.NaN, Double.NaN, 550, 0, 0, 0, true));
    for (Family slow : List.of(Family.SLOW_DECLINE, Family.SLOW_PAIN)) {
      decides("supportBefore30." + slow.word(), slow, before, after);
      decides("supportBefore30." + slow.word(), slow, before, never);
    }
    Figures slow = cared(new CareFigures(471, 480, 60, Double.NaN, 1, 0, 0, false));
    decides("supportWithin60s.flare", Family.FLARE, good, slow);
    decides("overIn3Minutes.flare", Family.FLARE, good, slow);
  }

  @Test
  void whoOnlyStartlesIsAskedOnceAndWhoIsStillIsLeftAlone() {
    Figures asked = cared(new CareFigures(450, 450, 60, Double.NaN, 1, 1, 0, true));
    Figures twice = cared(new CareFigures(450, 450, 60, Double.NaN, 1, 2, 0, false));
    decides("oneQuestion.startle", Family.STARTLE, asked, twice);
    decides("oneQuestion.startle", Family.STARTLE, asked, cared(NO_CARE));
    decides("overIn3Minutes.startle", Family.STARTLE, asked, twice);
    decides("supported.null", Family.NULL, cared(NO_CARE), asked);
    Figures flips = cared(new CareFigures(450, 450, 60, Double.NaN, 1, 1, 3, true));
    decides("holdChangesAtMost2.ectopic", Family.ECTOPIC, asked, flips);
  }

  @Test
  void aShortSessionHasNoTimeForCareAndIsNotJudgedByIt() {
    TrialResult brief =
        new TrialResult(
            Scripts.backPain(10),
            2,
            Map.of(Family.PANIC, Map.of(Arm.ADAPTIVE, List.of(cared(NO_CARE)))));
    assertThat(Targets.of(brief)).noneMatch(t -> t.kind() == Targets.Kind.CARE);
  }
}

package org.stillpoint.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.programme.Posture;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptItem;
import org.stillpoint.session.Decision.Remark;
import org.stillpoint.testkit.Scripts;

/** What the conductor does besides following the index, and the choices of the person. */
class ConductorChoicesTest {
  private static final double NONE = Double.NaN;

  private static SessionOptions options(WhenDrowsy drowsy, boolean pacer) {
    return new SessionOptions(
        Posture.LYING, Pacing.ADAPTIVE, drowsy, pacer, OptionalDouble.empty(), 0.4);
  }

  private static Played play(
      Script script,
      SessionOptions options,
      DoubleFunction<Measured> measured,
      BiConsumer<Conductor, Double> person) {
    Played played = new Played();
    Conductor conductor = new Conductor(script, options, played);
    conductor.advance(0);
    for (double t = 5; !conductor.ended(); t += 5) {
      conductor.advance(t);
      conductor.measured(measured.apply(t));
      person.accept(conductor, t);
    }
    return played;
  }

  /** 65 beats a minute, rising to 77 within a minute from 600 s on. */
  private static double fright(double seconds) {
    return 65 + 12 * Math.max(0, Math.min(1, (seconds - 600) / 60));
  }

  private static Played frightened(BiConsumer<Conductor, Double> person) {
    return play(
        Scripts.backPain(20), SessionOptions.USUAL, t -> Played.body(t, fright(t), NONE), person);
  }

  @Test
  void silenceAfterAQuestionIsAnsweredWithWhatHoldsThePerson() {
    Played played = frightened((c, t) -> {});

    Decision asked = played.in(PacingState.CHECK_IN).get(0);
    assertThat(asked.remark()).isEqualTo(Remark.CHECK_IN);
    assertThat(asked.seconds()).isBetween(655.0, 675.0);
    Decision support = played.in(PacingState.SUPPORT).get(0);
    assertThat(support.reason()).endsWith("There was no answer to the question");
    double asking = Remark.CHECK_IN.seconds() + 8;
    assertThat(support.seconds() - asked.seconds()).isBetween(asking, asking + 10);
    PromptCue contact = first(played, PromptKind.CONTACT);
    PromptCue permission = first(played, PromptKind.SUPPORT);
    assertThat(contact.seconds()).isEqualTo(support.seconds());
    assertThat(permission.seconds()).isBetween(support.seconds() + 6, support.seconds() + 15);
    assertThat(played.prompts)
        .filteredOn(p -> p.kind() != PromptKind.SILENCE)
        .as("nothing else is said from the end of the question to the end of the answer")
        .noneMatch(p -> p.seconds() > asked.seconds() + 5 && p.seconds() < support.seconds());
    assertThat(played.ended).isCloseTo(1200, within(1e-6));
  }

  private static PromptCue first(Played played, PromptKind kind) {
    return played.prompts.stream().filter(p -> p.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void theQuestionComesAgainWhileItLastsThreeTimesAtMost() {
    Played lasting = frightened((c, t) -> {});
    assertThat(lasting.in(PacingState.CHECK_IN)).hasSizeBetween(2, 3);
    for (int i = 1; i < lasting.in(PacingState.CHECK_IN).size(); i++) {
      List<Decision> asked = lasting.in(PacingState.CHECK_IN);
      assertThat(asked.get(i).seconds() - asked.get(i - 1).seconds()).isGreaterThanOrEqualTo(180);
    }

    Played over =
        play(
            Scripts.backPain(20),
            SessionOptions.USUAL,
            t -> Played.body(t, t < 720 ? fright(t) : 66, NONE),
            (c, t) -> {});
    assertThat(over.in(PacingState.CHECK_IN)).hasSize(1);
  }

  @Test
  void nineFasterIsNoQuestion() {
    Played played =
        play(
            Scripts.backPain(20),
            SessionOptions.USUAL,
            t -> Played.body(t, 65 + 0.75 * (fright(t) - 65), NONE),
            (c, t) -> {});

    assertThat(played.in(PacingState.CHECK_IN)).isEmpty();
  }

  @Test
  void aHeartRateOfPoorQualityAsksNothing() {
    Played played =
        play(
            Scripts.backPain(20),
            SessionOptions.USUAL,
            t -> Played.body(t, t > 600 && t % 10 == 0 ? NONE : fright(t), NONE),
            (c, t) -> {});

    assertThat(played.in(PacingState.CHECK_IN)).isEmpty();
  }

  @Test
  void goingOnEndsTheQuestion() {
    boolean[] hidden = new boolean[2];
    Played played =
        frightened(
            (c, t) -> {
              hidden[0] |= c.asking();
              if (c.asking()) {
                c.choose(t, Choice.GO_ON);
                hidden[1] |= c.asking();
              }
            });

    assertThat(hidden).containsExactly(true, false);
    assertThat(played.decisions)
        .anyMatch(d -> d.reason().contains("the session goes on, as you chose"));
  }

  @Test
  void changingPositionSaysThatOneMayMove() {
    Played played =
        frightened(
            (c, t) -> {
              if (c.asking()) {
                c.choose(t, Choice.CHANGE_POSITION);
              }
            });

    assertThat(played.count(PromptKind.SUPPORT)).isEqualTo(1);
    assertThat(played.ended).isCloseTo(1200, within(1e-6));
  }

  @Test
  void endingGentlyPlaysTheWholeReturnAtOnce() {
    Played played =
        frightened(
            (c, t) -> {
              if (c.asking()) {
                c.choose(t, Choice.END_GENTLY);
              }
            });

    double returns = played.stages.get(played.stages.size() - 1).seconds();
    assertThat(played.stages.get(played.stages.size() - 1).stageId()).isEqualTo("return");
    assertThat(returns).isBetween(655.0, 690.0);
    assertThat(played.ended).isCloseTo(returns + 120, within(1e-6));
  }

  @Test
  void fixedPacingRecordsWhatWouldHaveBeenDone() {
    Script script = Scripts.backPain(20);
    DoubleFunction<Measured> deep =
        t -> Played.index(t, OptionalDouble.of(Math.min(100, 20 + t / 8)));
    Played fixed = Played.of(script, SessionOptions.USUAL.with(Pacing.FIXED), deep);

    assertThat(fixed.in(PacingState.DEEPEN)).isNotEmpty();
    assertThat(fixed.decisions).isNotEmpty().noneMatch(Decision::applied);
    assertThat(fixed.prompts)
        .extracting(PromptCue::lengthSeconds)
        .isEqualTo(
            script.stages().stream()
                .flatMap(stage -> stage.items().stream())
                .map(ScriptItem::seconds)
                .toList());
    assertThat(fixed.count(PromptKind.OPTIONAL))
        .isEqualTo(
            script.stages().stream()
                .flatMap(s -> s.items().stream())
                .filter(i -> i.kind() == PromptKind.OPTIONAL)
                .count());
  }

  @Test
  void aFlatIndexBelow60GetsOneChangeOfSenseInAStage() {
    Played played =
        Played.of(
            Scripts.backPain(45),
            SessionOptions.USUAL,
            t -> Played.index(t, OptionalDouble.of(47 + Math.sin(t))));

    assertThat(played.in(PacingState.VARY)).isNotEmpty();
    assertThat(played.count(PromptKind.VARY)).isPositive();
    for (StageStart stage : played.stages) {
      assertThat(
              played.prompts.stream()
                  .filter(p -> p.kind() == PromptKind.VARY && p.stageId().equals(stage.stageId())))
          .hasSizeLessThanOrEqualTo(1);
    }
    assertThat(played.in(PacingState.VARY).get(0).reason())
        .isEqualTo(
            "nothing has changed for a while, so your attention is led to something else."
                + " Index 47 for three minutes");
  }

  @Test
  void aFlatIndexAbove60IsLeftInPeace() {
    Played played =
        Played.of(
            Scripts.backPain(45),
            SessionOptions.USUAL,
            t -> Played.index(t, OptionalDouble.of(66)));

    assertThat(played.in(PacingState.VARY)).isEmpty();
  }

  @Test
  void aSilenceThatHasBegunIsNoReasonToWaitWithSupport() {
    // From the middle of the rest on, one long silence, the index falls.
    Script script = Scripts.backPain(45);
    Played calm =
        Played.of(script, SessionOptions.USUAL, t -> Played.index(t, OptionalDouble.of(66)));
    StageStart rest =
        calm.stages.stream().filter(s -> s.stageId().equals("rest")).findFirst().orElseThrow();
    DoubleUnaryOperator index = t -> 66 - Math.max(0, t - rest.seconds()) * 0.12;
    Played played =
        Played.of(
            script,
            SessionOptions.USUAL,
            t -> Played.index(t, OptionalDouble.of(Math.max(0, index.applyAsDouble(t)))));

    assertThat(played.prompts)
        .anyMatch(p -> p.stageId().equals("rest") && p.kind() == PromptKind.CONTACT);
  }

  @Test
  void twoMinutesOfPoorSignalAskToSeeToTheSensorOnce() {
    Played played =
        Played.of(
            Scripts.backPain(20),
            SessionOptions.USUAL,
            t ->
                Played.index(
                    t, t > 400 && t < 560 ? OptionalDouble.empty() : OptionalDouble.of(50)));

    assertThat(played.decisions.stream().filter(d -> d.remark() == Remark.SENSOR)).hasSize(1);
    assertThat(played.in(PacingState.HOLD).get(0).changed()).isTrue();
  }

  @Test
  void anIrregularRhythmIsNotBlamedOnTheSensor() {
    OptionalDouble none = OptionalDouble.empty();
    Played played =
        Played.of(
            Scripts.backPain(20),
            SessionOptions.USUAL,
            t ->
                new Measured(
                    t, none, "the rhythm is too irregular", false, false, none, none, none));

    assertThat(played.in(PacingState.HOLD)).isNotEmpty();
    assertThat(played.decisions).isNotEmpty().allMatch(d -> d.remark() == Remark.NONE);
  }

  @Test
  void aStartThatCannotBeHadIsToldOnce() {
    OptionalDouble none = OptionalDouble.empty();
    Played played =
        Played.of(
            Scripts.backPain(20),
            SessionOptions.USUAL,
            t ->
                new Measured(
                    t, none, "your start could not be measured", false, true, none, none, none));

    assertThat(played.decisions.stream().filter(d -> d.remark() == Remark.NO_BASELINE)).hasSize(1);
    assertThat(played.in(PacingState.HOLD)).hasSameSizeAs(played.decisions);
  }

  /** Follows the pacer for some minutes, then breathes unclearly while the heart slows. */
  private static Measured dozing(double seconds) {
    boolean dozes = seconds > 600;
    double breath = seconds < 250 ? 13 : dozes ? NONE : 7;
    return Played.body(seconds, 66 - Math.max(0, seconds - 600) / 60, breath);
  }

  @ParameterizedTest
  @EnumSource(WhenDrowsy.class)
  void whoDozesGetsWhatWasChosen(WhenDrowsy chosen) {
    Script script = Scripts.backPain(35);
    Played played = Played.of(script, options(chosen, true), ConductorChoicesTest::dozing);

    List<Decision> drowsy = played.in(PacingState.DROWSY);
    assertThat(drowsy).isNotEmpty();
    assertThat(drowsy.get(0).seconds()).isBetween(715.0, 735.0);
    long calls = played.decisions.stream().filter(d -> d.remark() == Remark.CALL).count();
    long spokenAfter =
        played.prompts.stream()
            .filter(p -> p.seconds() > drowsy.get(0).seconds() + 30 && !p.text().isEmpty())
            .count();
    switch (chosen) {
      case CALL -> assertThat(calls).isEqualTo(2);
      case DRIFT -> assertThat(calls).isZero();
      case BEDTIME -> assertThat(spokenAfter).isZero();
    }
    assertThat(played.ended).isCloseTo(2100, within(1e-6));
  }

  @Test
  void withoutAPacerNobodyIsCalledDrowsy() {
    Played played =
        Played.of(
            Scripts.backPain(35), options(WhenDrowsy.CALL, false), ConductorChoicesTest::dozing);

    assertThat(played.in(PacingState.DROWSY)).isEmpty();
    assertThat(played.breaths).isEmpty();
  }

  @Test
  void theBreathPacerIsOfferedOnceAndComesWhenItIsWanted() {
    Played played =
        play(
            Scripts.backPain(35),
            SessionOptions.USUAL,
            t -> Played.index(t, OptionalDouble.of(Math.max(0, 95 - t / 9))),
            (c, t) -> {
              if (t == 800) {
                c.choose(t, Choice.PACER_ON);
              } else if (t == 900) {
                c.choose(t, Choice.PACER_TOO_SLOW);
              } else if (t == 1000) {
                c.choose(t, Choice.PACER_OFF);
              }
            });

    assertThat(played.decisions.stream().filter(d -> d.remark() == Remark.PACER_OFFER)).hasSize(1);
    assertThat(played.breaths).isNotEmpty();
    assertThat(played.breaths.get(0).seconds()).isEqualTo(800);
    assertThat(played.breaths.get(played.breaths.size() - 1).seconds()).isLessThan(1000);
    assertThat(played.pacer)
        .containsExactly(
            "leads: as you asked", "leads: it was too slow for you", "silent: as you asked");
  }

  @Test
  void anotherPersonsDecisionsCanBeObeyed() {
    Script script = Scripts.backPain(20);
    Played deep =
        Played.of(
            script,
            SessionOptions.USUAL,
            t -> Played.index(t, OptionalDouble.of(Math.min(100, 20 + t / 8))));
    Played yoked = new Played();
    Conductor conductor = new Conductor(script, SessionOptions.USUAL, deep.decisions, yoked);
    for (double t = 5; !conductor.ended(); t += 5) {
      conductor.advance(t);
      conductor.measured(Played.index(t, OptionalDouble.of(50)));
    }

    assertThat(yoked.decisions)
        .extracting(Decision::gains)
        .isEqualTo(deep.decisions.stream().map(Decision::gains).toList());
    assertThat(yoked.prompts).isEqualTo(deep.prompts);
  }

  @Test
  void theAssessmentHoldsEachRateAndDecidesNothing() {
    Script script =
        Scripts.all().stream()
            .filter(s -> s.programmeId().equals("resonance-assessment"))
            .findFirst()
            .orElseThrow();
    Played played = Played.of(script, SessionOptions.USUAL, t -> Played.body(t, 65 + t / 60, 13));

    assertThat(played.decisions).isEmpty();
    StageStart first =
        played.stages.stream().filter(s -> s.stageId().equals("rate-6")).findFirst().orElseThrow();
    List<Breath> held =
        played.breaths.stream()
            .filter(b -> b.seconds() > first.seconds() + 10 && b.seconds() < first.seconds() + 115)
            .toList();
    assertThat(held).hasSizeGreaterThan(8).allMatch(b -> Math.abs(b.lengthSeconds() - 10) < 1e-9);
  }
}

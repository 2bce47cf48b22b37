package org.stillpoint.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreathPacerTest {

  private static List<Breath> run(BreathPacer pacer, double from, double to) {
    List<Breath> breaths = new ArrayList<>();
    for (double t = from; t <= to; t += 0.5) {
      for (Optional<Breath> b = pacer.next(t); b.isPresent(); b = pacer.next(t)) {
        breaths.add(b.get());
      }
    }
    return breaths;
  }

  private static BreathPacer usual(double own) {
    return new BreathPacer(PacerSettings.USUAL, 0, own, false);
  }

  @Test
  void beginsAtNineTenthsAndLeadsToSixBreathByBreath() {
    List<Breath> breaths = run(usual(15), 0, 600);

    assertThat(breaths.get(0).perMinute()).isCloseTo(13.5, within(1e-9));
    for (int i = 1; i < breaths.size(); i++) {
      double longer = breaths.get(i).lengthSeconds() / breaths.get(i - 1).lengthSeconds();
      assertThat(longer).isBetween(1 - 1e-9, 1.03 + 1e-9);
    }
    Breath last = breaths.get(breaths.size() - 1);
    assertThat(last.perMinute()).isCloseTo(6, within(1e-9));
    assertThat(last.inhaleSeconds()).isCloseTo(4, within(1e-9));
  }

  @Test
  void breathsFollowEachOtherWithoutAGap() {
    List<Breath> breaths = run(usual(17), 3, 300);

    for (int i = 1; i < breaths.size(); i++) {
      Breath before = breaths.get(i - 1);
      assertThat(breaths.get(i).seconds())
          .isCloseTo(before.seconds() + before.lengthSeconds(), within(1e-9));
    }
  }

  @Test
  void itGrowsMostlyOnTheWayOut() {
    List<Breath> breaths = run(usual(15), 0, 120);
    Breath first = breaths.get(0);
    Breath later = breaths.get(6);

    assertThat(later.exhaleSeconds() - first.exhaleSeconds())
        .isGreaterThan(3 * (later.inhaleSeconds() - first.inhaleSeconds()));
    assertThat(later.inhaleSeconds()).isGreaterThanOrEqualTo(first.inhaleSeconds() - 1e-9);
  }

  @Test
  void fullnessIsSmoothAndMeetsItselfBetweenBreaths() {
    List<Breath> breaths = run(usual(12), 0, 60);
    double before = 0;
    int at = 0;
    for (double t = 0.001; t < 50; t += 0.01) {
      while (breaths.get(at).seconds() + breaths.get(at).lengthSeconds() < t) {
        at++;
      }
      double now = breaths.get(at).fullness(t);
      assertThat(now).isBetween(0.0, 1.0);
      assertThat(Math.abs(now - before)).isLessThan(0.02);
      before = now;
    }
    assertThat(breaths.get(2).fullness(breaths.get(2).seconds() + breaths.get(2).inhaleSeconds()))
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void aShortSessionStopsAtThreeQuarters() {
    List<Breath> breaths = run(new BreathPacer(PacerSettings.USUAL, 0, 16, true), 0, 600);

    assertThat(breaths.get(breaths.size() - 1).perMinute()).isCloseTo(12, within(1e-9));
  }

  @Test
  void targetsAreHeldWithinWhatIsSafe() {
    assertThat(new PacerSettings(2, 0.9)).isEqualTo(new PacerSettings(4.5, 0.5));
    assertThat(new PacerSettings(12, 0.1)).isEqualTo(new PacerSettings(6.5, 0.3));
  }

  @Test
  void whoBreathesSlowlyAlreadyIsNotMadeFaster() {
    List<Breath> breaths = run(usual(5), 0, 120);

    assertThat(breaths).isNotEmpty().allMatch(b -> b.perMinute() <= 5 + 1e-9);
  }

  @Test
  void threeBreathsNotFollowedEaseItAndAgainSilenceIt() {
    BreathPacer pacer = usual(15);
    run(pacer, 0, 240);
    double before = pacer.perMinute();
    for (double t = 245; t <= 290 && pacer.perMinute() == before; t += 5) {
      pacer.measured(t, OptionalDouble.of(15));
    }
    assertThat(pacer.perMinute()).isCloseTo(before + 0.5, within(1e-9));
    assertThat(pacer.on()).isTrue();
    run(pacer, 290, 340);
    for (double t = 340; t <= 420; t += 5) {
      pacer.measured(t, OptionalDouble.of(15));
    }
    assertThat(pacer.on()).isFalse();
    assertThat(run(pacer, 420, 500)).isEmpty();
  }

  @Test
  void breathingThatFollowsOrIsUnclearChangesNothing() {
    BreathPacer pacer = usual(15);
    for (double t = 0; t < 600; t += 5) {
      List<Breath> now = run(pacer, t, t + 4.5);
      double rate = now.isEmpty() ? pacer.perMinute() : now.get(0).perMinute();
      pacer.measured(t, t % 15 == 0 ? OptionalDouble.empty() : OptionalDouble.of(rate * 1.05));
    }
    assertThat(pacer.on()).isTrue();
    assertThat(pacer.perMinute()).isCloseTo(6, within(1e-9));
    assertThat(pacer.unfollowedSeconds(600)).isEqualTo(5); // since the last step that was clear
  }

  @Test
  void breathingThatFollowedAndIsNotClearAnyMoreDoesNotFollow() {
    BreathPacer never = usual(15);
    BreathPacer once = usual(15);
    never.next(0);
    never.measured(5, OptionalDouble.of(15)); // as fast as the pacer is at first
    run(never, 5, 200);
    run(once, 0, 200);
    once.measured(200, OptionalDouble.of(once.perMinute()));
    for (double t = 205; t <= 320; t += 5) {
      never.measured(t, OptionalDouble.empty());
      once.measured(t, OptionalDouble.empty());
    }

    assertThat(once.unfollowedSeconds(320)).isEqualTo(120);
    assertThat(never.unfollowedSeconds(320)).isZero();
    assertThat(once.on()).isTrue();
  }

  @Test
  void sayingThatItIsTooSlowEasesItAtTheNextBreath() {
    BreathPacer pacer = usual(15);
    run(pacer, 0, 100);
    double before = pacer.perMinute();

    pacer.tooSlow(100);

    assertThat(pacer.perMinute()).isCloseTo(before + 0.5, within(1e-9));
    pacer.tooSlow(110);
    assertThat(pacer.on()).isFalse();
  }

  @Test
  void theAssessmentLeadsAtOneRateFromTheFirstBreath() {
    BreathPacer pacer = BreathPacer.steady(5.5, 0.4, 10);

    assertThat(run(pacer, 10, 130))
        .isNotEmpty()
        .allMatch(b -> Math.abs(b.perMinute() - 5.5) < 1e-9);
  }

  @Test
  void noSequenceOfInputsLeavesItsBounds() {
    for (long seed = 1; seed <= 200; seed++) {
      int breaths = 0;
      Random random = new Random(seed);
      double own = 4 + 26 * random.nextDouble();
      BreathPacer pacer =
          new BreathPacer(
              new PacerSettings(3 + 6 * random.nextDouble(), random.nextDouble()),
              0,
              own,
              random.nextBoolean());
      for (double t = 0; t < 1200; t += 5) {
        for (Breath b : run(pacer, t, t + 4.5)) {
          assertThat(b.perMinute()).isBetween(4.5 - 1e-9, Math.max(4.5, own) + 1.0);
          assertThat(b.inhaleSeconds() / b.lengthSeconds()).isBetween(0.3 - 1e-9, 0.5 + 1e-9);
          breaths++;
        }
        if (random.nextInt(3) == 0) {
          pacer.measured(t, OptionalDouble.of(4 + 20 * random.nextDouble()));
        }
        if (random.nextInt(100) == 0) {
          pacer.tooSlow(t);
        }
      }
      assertThat(breaths).as("seed %d", seed).isPositive();
    }
  }

  @Test
  void aRateFromBeforeThePacerBeganIsNoReasonToEaseIt() {
    BreathPacer pacer = usual(15);
    for (double t = 0; t < 75; t += 5) {
      run(pacer, t, t + 4.5);
      pacer.measured(t, OptionalDouble.of(17));
    }
    assertThat(pacer.eased()).isFalse();
    for (double t = 75; t < 120; t += 5) {
      run(pacer, t, t + 4.5);
      pacer.measured(t, OptionalDouble.of(17));
    }
    assertThat(pacer.eased()).isTrue();
  }

  @Test
  void nearTheOwnRateNobodyIsSaidToHaveStoppedFollowing() {
    BreathPacer pacer = usual(15);
    run(pacer, 0, 200);
    pacer.measured(200, OptionalDouble.of(pacer.perMinute()));
    assertThat(pacer.unfollowedSeconds(260)).isEqualTo(60);

    BreathPacer steady = BreathPacer.steady(14, 0.4, 0); // its own rate is taken to be its pace
    run(steady, 0, 200);
    steady.measured(200, OptionalDouble.of(14));
    assertThat(steady.unfollowedSeconds(400)).isZero();
  }
}

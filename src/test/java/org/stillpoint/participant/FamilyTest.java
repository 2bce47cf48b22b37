package org.stillpoint.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each family promises is seen in the hidden truth: beats, breaths and arousal. */
class FamilyTest {
  private static final int PEOPLE = 12;
  private static final double RETURN_SECONDS = 1080;

  /** The truth of twenty minutes. */
  private static final class Life {
    private final List<VirtualPerson.TrueBeat> beats = new ArrayList<>();
    private final List<Double> breaths = new ArrayList<>();
    private final Episode episode;

    Life(Family family, long seed, boolean hearsTheReturn) {
      VirtualPerson person = VirtualPerson.of(family, seed, null, true, beats::add);
      for (int second = 1; second <= 1200; second++) {
        person.advance(second);
        breaths.add(person.breaths());
        if (hearsTheReturn && second == RETURN_SECONDS) {
          person.hears(Stimulus.RETURN);
        }
      }
      episode = person.episode();
    }

    double rate(double from, double to) {
      List<Double> in = intervals(from, to);
      return 60 / in.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    double rmssd(double from, double to) {
      List<Double> in = intervals(from, to);
      double sum = 0;
      for (int i = 1; i < in.size(); i++) {
        sum += Math.pow(in.get(i) - in.get(i - 1), 2);
      }
      return 1000 * Math.sqrt(sum / (in.size() - 1));
    }

    private List<Double> intervals(double from, double to) {
      List<Double> in = new ArrayList<>();
      for (int i = 1; i < beats.size(); i++) {
        double at = beats.get(i).seconds();
        boolean plain = !beats.get(i).early() && !beats.get(i - 1).early();
        if (plain && at > from && at <= to) {
          in.add(at - beats.get(i - 1).seconds());
        }
      }
      return in;
    }

    double breathing(int from, int to) {
      return 60 * (breaths.get(to - 1) - breaths.get(from - 1)) / (to - from);
    }

    double arousal(double from, double to) {
      return beats.stream()
          .filter(b -> b.seconds() > from && b.seconds() <= to)
          .mapToDouble(VirtualPerson.TrueBeat::arousal)
          .average()
          .orElseThrow();
    }
  }

  private static double mean(Family family, ToDoubleFunction<Life> figure) {
    return LongStream.rangeClosed(1, PEOPLE)
        .mapToDouble(seed -> figure.applyAsDouble(new Life(family, seed, false)))
        .average()
        .orElseThrow();
  }

  @Test
  void panicComesAtMinuteSixAndStays() {
    assertThat(mean(Family.PANIC, l -> l.rate(400, 700) - l.rate(60, 350)))
        .isCloseTo(22, within(1.5));
    assertThat(mean(Family.PANIC, l -> l.rate(900, 1200) - l.rate(60, 350)))
        .isCloseTo(22, within(1.5));
    assertThat(mean(Family.PANIC, l -> l.breathing(420, 1200) / l.breathing(60, 350)))
        .isCloseTo(1.5, within(0.1));
    assertThat(mean(Family.PANIC, l -> l.rmssd(400, 1200) / l.rmssd(60, 350))).isBetween(0.2, 0.35);
    assertThat(mean(Family.PANIC, l -> l.arousal(400, 1200))).isGreaterThan(2.5);
  }

  @Test
  void slowDeclineAndSlowPainGrowByAndBy() {
    assertThat(mean(Family.SLOW_DECLINE, l -> l.rate(960, 1200) - l.rate(60, 300)))
        .isCloseTo(6, within(1.2));
    assertThat(mean(Family.SLOW_DECLINE, l -> l.rmssd(960, 1200) / l.rmssd(60, 300)))
        .isCloseTo(0.5, within(0.08));
    assertThat(mean(Family.SLOW_PAIN, l -> l.rate(900, 1200) - l.rate(60, 300)))
        .isCloseTo(18, within(1.5));
    assertThat(mean(Family.SLOW_PAIN, l -> l.rate(570, 630) - l.rate(60, 300)))
        .isCloseTo(9, within(1.5));
  }

  @Test
  void aFlareLastsThreeMinutesAndAFrightOne() {
    assertThat(mean(Family.FLARE, l -> during(l) - before(l))).isCloseTo(15, within(1.5));
    assertThat(mean(Family.FLARE, FamilyTest::lasts)).isCloseTo(180, within(0.1));
    assertThat(mean(Family.FLARE, l -> after(l) - before(l))).isCloseTo(0, within(1.0));
    assertThat(mean(Family.STARTLE, l -> during(l) - before(l))).isCloseTo(22, within(1.5));
    assertThat(mean(Family.STARTLE, FamilyTest::lasts)).isCloseTo(60, within(3.0));
    assertThat(mean(Family.STARTLE, l -> after(l) - before(l))).isCloseTo(0, within(1.0));
  }

  private static double before(Life life) {
    return life.rate(life.episode.beginsSeconds() - 180, life.episode.beginsSeconds());
  }

  private static double during(Life life) {
    return life.rate(life.episode.topSeconds() + 2, life.episode.fadesSeconds());
  }

  private static double after(Life life) {
    return life.rate(life.episode.endsSeconds() + 2, life.episode.endsSeconds() + 180);
  }

  /** Time above half its height. */
  private static double lasts(Life life) {
    Episode e = life.episode;
    return (e.fadesSeconds() + e.endsSeconds() - e.beginsSeconds() - e.topSeconds()) / 2;
  }

  @Test
  void whoFallsAsleepIsSlowerThanWhoSettles() {
    double asleep = mean(Family.DOZE, l -> l.rate(800, 1200) - l.rate(60, 160));
    double settled = mean(Family.RESPONDER, l -> l.rate(800, 1200) - l.rate(60, 160));
    assertThat(asleep - settled).isBetween(-9.0, -5.0);
    assertThat(mean(Family.DOZE, l -> l.breathing(800, 1200) / l.breathing(60, 400)))
        .isLessThan(0.97);
  }

  @Test
  void whoArrivesIsStillSlowingInTheStartThoughNothingSettlesThem() {
    double perMinute = mean(Family.ARRIVING, l -> (l.rate(210, 240) - l.rate(120, 150)) / 1.5);
    assertThat(perMinute).isLessThan(-1.5);
    assertThat(mean(Family.ARRIVING, l -> l.arousal(900, 1200))).isCloseTo(1, within(0.1));
    assertThat(mean(Family.NULL, l -> (l.rate(210, 240) - l.rate(120, 150)) / 1.5))
        .isCloseTo(0, within(0.7));
  }

  @Test
  void whoIsToldSitsUpInTheReturnAndNotBefore() {
    double rise =
        LongStream.rangeClosed(1, PEOPLE)
            .mapToDouble(
                seed -> {
                  Life life = new Life(Family.GETS_UP, seed, true);
                  assertThat(life.episode.beginsSeconds()).isBetween(1094.0, 1142.0);
                  double up = life.episode.endsSeconds();
                  return life.rate(up, 1200) - life.rate(900, life.episode.beginsSeconds());
                })
            .average()
            .orElseThrow();
    assertThat(rise).isCloseTo(12, within(2.5));
    assertThat(new Life(Family.GETS_UP, 1, false).episode.beginsSeconds()).isEqualTo(1110);
  }

  @Test
  void whoTurnsOverKeepsAFasterHeart() {
    double turned =
        mean(
            Family.TURNS_OVER,
            l ->
                l.rate(l.episode.endsSeconds(), l.episode.endsSeconds() + 180)
                    - l.rate(l.episode.beginsSeconds() - 120, l.episode.beginsSeconds()));
    assertThat(turned).isBetween(2.5, 5.0);
  }

  @Test
  void everyTwentiethBeatIsEarly() {
    Life life = new Life(Family.ECTOPIC, 2, false);
    for (int i = 0; i < life.beats.size(); i++) {
      assertThat(life.beats.get(i).early()).as("beat %d", i).isEqualTo(i % 20 == 19);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "BREATH_ONLY",
        "BREATH_STEPS",
        "BREATH_FASTER",
        "BREATH_PACES",
        "WEAK_RSA_SLOWER",
        "FADING_RSA_SLOWER"
      })
  void onlyTheBreathingDiffersFromTheTwin(Family family) {
    for (long seed = 1; seed <= 4; seed++) {
      Life life = new Life(family, seed, false);
      Life twin = new Life(family.twin().orElseThrow(), seed, false);
      int shared = (int) life.beats.stream().filter(b -> b.seconds() < 360).count();
      assertThat(life.beats.subList(0, shared)).isEqualTo(twin.beats.subList(0, shared));
      assertThat(life.rate(400, 1200)).isCloseTo(twin.rate(400, 1200), within(0.5));
      double changed = life.breathing(900, 1080) / twin.breathing(900, 1080);
      assertThat(changed)
          .satisfiesAnyOf(
              c -> assertThat(c).isLessThan(0.8), c -> assertThat(c).isGreaterThan(1.15));
    }
  }

  @Test
  void breathingChangesByStepsOrAtThePacesOfAnAssessment() {
    double first = mean(Family.BREATH_STEPS, l -> l.breathing(390, 450));
    double second = mean(Family.BREATH_STEPS, l -> l.breathing(480, 540));
    assertThat(second / first).isCloseTo(0.92, within(0.05));
    assertThat(mean(Family.BREATH_PACES, l -> l.breathing(420, 480))).isCloseTo(6.5, within(0.4));
    assertThat(mean(Family.BREATH_PACES, l -> l.breathing(900, 1200))).isCloseTo(4.5, within(0.2));
  }

  @Test
  void theHeartFollowsTheBreathLittleOrOnlyNowAndThen() {
    double usual = mean(Family.NULL, l -> l.rmssd(0, 1200));
    double weak = mean(Family.WEAK_RSA, l -> l.rmssd(0, 1200));
    double fading = mean(Family.FADING_RSA, l -> l.rmssd(0, 1200));
    assertThat(weak).isLessThan(fading);
    assertThat(fading).isLessThan(0.97 * usual);
  }

  @Test
  void namesAreFoundAsTheyAreWritten() {
    for (Family family : Family.values()) {
      assertThat(Family.named(family.word())).contains(family);
      assertThat(Family.words()).contains(family.word());
    }
    assertThat(Family.named("Slow_Pain")).contains(Family.SLOW_PAIN);
    assertThat(Family.named("martian")).isEmpty();
  }
}

package org.stillpoint.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stillpoint.programme.Posture;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.testkit.Scripts;

/**
 * No sequence of inputs can break a bound or move the end, except a person who asks for the end.
 */
class ConductorPropertyTest {
  private static final double SLACK = 1e-6;
  private static final List<Script> SCRIPTS = Scripts.all();
  private static final int SEEDS = 1500;
  private static final List<WhenDrowsy> DROWSY = List.of(WhenDrowsy.values());
  private static final List<Choice> CHOICES = List.of(Choice.values());

  private static final class Storm {
    private final Random random;
    private final double wild;
    private double index = 50;
    private double rate = 65;
    private double breath = 13;

    Storm(long seed) {
      random = new Random(seed);
      wild = random.nextDouble() * 10;
    }

    Measured at(double seconds) {
      index = Math.max(0, Math.min(100, index + wild * random.nextGaussian()));
      rate = Math.max(30, Math.min(200, rate + wild * 0.5 * random.nextGaussian()));
      breath = Math.max(3, Math.min(30, breath + 0.3 * random.nextGaussian()));
      return new Measured(
          seconds,
          maybe(index),
          "no index",
          random.nextBoolean(),
          random.nextInt(50) == 0,
          maybe(rate),
          maybe(rate - 65),
          maybe(breath));
    }

    private OptionalDouble maybe(double value) {
      return random.nextInt(12) == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    SessionOptions options() {
      return new SessionOptions(
          Posture.LYING,
          random.nextInt(4) == 0 ? Pacing.FIXED : Pacing.ADAPTIVE,
          DROWSY.get(random.nextInt(DROWSY.size())),
          random.nextBoolean(),
          random.nextBoolean()
              ? OptionalDouble.empty()
              : OptionalDouble.of(4.5 + 2 * random.nextDouble()),
          0.3 + 0.2 * random.nextDouble());
    }

    void choose(Conductor conductor, double seconds, boolean mayEnd) {
      if (random.nextInt(20) == 0) {
        Choice choice = CHOICES.get(random.nextInt(CHOICES.size()));
        if (choice != Choice.END_GENTLY || mayEnd) {
          conductor.choose(seconds, choice);
        }
      }
    }
  }

  private static Played play(Script script, long seed, boolean mayEnd) {
    Storm storm = new Storm(seed);
    Played played = new Played();
    Conductor conductor = new Conductor(script, storm.options(), played);
    conductor.advance(0);
    double limit = script.minutes() * 60.0 + 60;
    for (double t = 5; !conductor.ended() && t < limit; t += 5) {
      conductor.advance(t - 5 * storm.random.nextDouble());
      conductor.advance(t);
      storm.choose(conductor, t, mayEnd);
      conductor.measured(storm.at(t));
    }
    return played;
  }

  /** Plays each session once; what is asserted of it has a method of its own. */
  @Test
  void noInputMovesTheEndOrBreaksABound() {
    int decisions = 0;
    int prompts = 0;
    int breaths = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Script script = SCRIPTS.get((int) (seed % SCRIPTS.size()));
      Played played = play(script, seed, false);
      assertStagesWithinBounds(script, played, seed);
      assertVoiceWithinBounds(played, seed);
      assertQuietWithinBounds(script, played, seed);
      assertBreathsWithoutHole(played, seed);
      decisions += played.decisions.size();
      prompts += played.prompts.size();
      breaths += played.breaths.size();
    }
    assertThat(List.of(decisions, prompts, breaths)).allMatch(count -> count > SEEDS);
  }

  private static void assertStagesWithinBounds(Script script, Played played, long seed) {
    String what = script.programmeId() + " " + script.minutes() + " seed " + seed;
    assertThat(played.ended).as(what).isCloseTo(script.minutes() * 60.0, within(SLACK));
    Map<String, Double> lengths = played.lengths();
    for (ScriptStage stage : script.stages()) {
      boolean fixed = stage.role() != Role.GUIDED && stage.role() != Role.REST;
      assertThat(lengths.getOrDefault(stage.id(), Double.NaN))
          .as("%s, %s", what, stage.id())
          .isBetween(
              (fixed ? 1 : 0.7) * stage.planSeconds() - SLACK,
              (fixed ? 1 : 1.4) * stage.planSeconds() + SLACK);
    }
  }

  private static void assertVoiceWithinBounds(Played played, long seed) {
    assertThat(played.decisions)
        .as("seed %d", seed)
        .allMatch(d -> d.gains().silenceFactor() >= 0.7 && d.gains().silenceFactor() <= 1.6)
        .allMatch(d -> d.gains().speechFactor() >= 0.85 && d.gains().speechFactor() <= 1)
        .allMatch(d -> d.gains().voiceDecibels() >= -6 && d.gains().voiceDecibels() <= 0);
    assertThat(played.prompts)
        .as("seed %d", seed)
        .allMatch(p -> p.speechFactor() >= 0.85 - SLACK && p.speechFactor() <= 1)
        .allMatch(p -> p.lengthSeconds() > 0);
  }

  /**
   * Silences with the cues put into them, against the silences and left-out prompts as written.
   * Cues and announcements can take time of their own.
   */
  private static void assertQuietWithinBounds(Script script, Played played, long seed) {
    for (ScriptStage stage : script.stages()) {
      double spoken =
          played.prompts.stream()
              .filter(p -> p.stageId().equals(stage.id()))
              .filter(p -> p.kind() == PromptKind.INSTRUCTION || p.kind() == PromptKind.OPTIONAL)
              .mapToDouble(p -> p.lengthSeconds() * p.speechFactor())
              .sum();
      double leftOut = stage.planSeconds() - stage.silenceSeconds() - spoken;
      double slowed =
          played.prompts.stream()
              .filter(p -> p.stageId().equals(stage.id()))
              .filter(p -> p.kind() == PromptKind.INSTRUCTION || p.kind() == PromptKind.OPTIONAL)
              .mapToDouble(PromptCue::lengthSeconds)
              .sum();
      double quiet = played.lengths().getOrDefault(stage.id(), Double.NaN) - slowed;
      assertThat(quiet)
          .as("seed %d, %s", seed, stage.id())
          .isBetween(
              0.7 * stage.silenceSeconds() + leftOut - SLACK,
              1.6 * stage.silenceSeconds() + leftOut + inserted(played, stage) + SLACK);
    }
  }

  private static void assertBreathsWithoutHole(Played played, long seed) {
    for (int i = 0; i < played.breaths.size(); i++) {
      Breath breath = played.breaths.get(i);
      assertThat(60 / breath.lengthSeconds()).as("seed %d", seed).isBetween(4.5 - SLACK, 30.0);
      if (i > 0) {
        Breath before = played.breaths.get(i - 1);
        assertThat(breath.seconds())
            .as("seed %d", seed)
            .isGreaterThanOrEqualTo(before.seconds() + before.lengthSeconds() - SLACK);
      }
    }
  }

  @Test
  void whoAsksForTheEndGetsTheWholeReturnAndAllBeginsInTheOrderOfTime() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Script script = SCRIPTS.get((int) (seed % SCRIPTS.size()));
      Played played = play(script, seed, true);
      assertThat(played.times)
          .as("seed %d", seed)
          .isNotEmpty()
          .isSortedAccordingTo(Comparator.naturalOrder());
      ScriptStage last = script.stages().get(script.stages().size() - 1);
      assertThat(played.ended).isLessThanOrEqualTo(script.minutes() * 60.0 + SLACK);
      if (last.role() == Role.RETURN) {
        assertThat(played.lengths().getOrDefault(last.id(), Double.NaN))
            .as("seed %d", seed)
            .isCloseTo(last.planSeconds(), within(SLACK));
      }
    }
  }

  /** The longest time that the cues and announcements of a stage can add, with the quiet after. */
  private static double inserted(Played played, ScriptStage stage) {
    List<StageStart> stages = played.stages;
    double from = 0;
    double to = played.ended;
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).stageId().equals(stage.id())) {
        from = stages.get(i).seconds() - 30; // it waits for the sentence that is being spoken
        to = i + 1 < stages.size() ? stages.get(i + 1).seconds() : played.ended;
      }
    }
    double begins = from;
    double ends = to;
    double cues =
        played.prompts.stream()
            .filter(p -> p.stageId().equals(stage.id()))
            .filter(p -> p.kind() == PromptKind.CONTACT || p.kind() == PromptKind.SUPPORT)
            .mapToDouble(PromptCue::lengthSeconds)
            .sum();
    return cues
        + played.decisions.stream()
            .filter(d -> d.applied() && d.seconds() >= begins && d.seconds() <= ends)
            .mapToDouble(d -> d.remark().seconds() > 0 ? d.remark().seconds() + 18 : 0)
            .sum();
  }
}

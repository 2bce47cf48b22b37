package org.stillpoint.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptItem;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.testkit.Scripts;

class ConductorTest {

  private static Played play(Script script, DoubleFunction<OptionalDouble> index) {
    return Played.of(script, SessionOptions.USUAL, t -> Played.index(t, index.apply(t)));
  }

  /** A person who settles and is therefore left in peace. */
  private static OptionalDouble steady(double seconds) {
    return OptionalDouble.of(66);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void undisturbedTheScriptIsPlayedAsWritten(int minutes) {
    Script script = Scripts.backPain(minutes);
    Played played = play(script, ConductorTest::steady);

    List<ScriptItem> written = script.stages().stream().flatMap(s -> s.items().stream()).toList();
    assertThat(played.prompts).hasSameSizeAs(written);
    for (int i = 0; i < written.size(); i++) {
      assertThat(played.prompts.get(i).text()).isEqualTo(written.get(i).text());
      assertThat(played.prompts.get(i).lengthSeconds())
          .isCloseTo(written.get(i).seconds(), within(1e-6));
    }
    assertThat(played.ended).isCloseTo(minutes * 60.0, within(1e-6));
  }

  @Test
  void everyShippedScriptEndsWhenItWasPlannedTo() {
    for (Script script : Scripts.all()) {
      assertThat(play(script, ConductorTest::steady).ended)
          .as("%s, %d minutes", script.programmeId(), script.minutes())
          .isCloseTo(script.minutes() * 60.0, within(1e-6));
      assertThat(play(script, t -> OptionalDouble.of(clamp(20 + t / 8))).ended)
          .isCloseTo(script.minutes() * 60.0, within(1e-6));
    }
  }

  @Test
  void promptsFollowEachOtherWithoutHoleOrOverlap() {
    Played played = play(Scripts.backPain(20), t -> OptionalDouble.of(40 + t / 20));

    assertThat(played.prompts).hasSizeGreaterThan(50);
    double at = 0;
    for (PromptCue prompt : played.prompts) {
      assertThat(prompt.seconds()).isCloseTo(at, within(1e-6));
      at = prompt.seconds() + prompt.lengthSeconds();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void noIndexCanBreakTheEndTheReturnOrTheBoundsOfAStage(int minutes) {
    Script script = Scripts.backPain(minutes);
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      double step = random.nextDouble() * 8;
      double drift = random.nextGaussian() * 0.6;
      double[] level = {50};
      Played played =
          play(
              script,
              t -> {
                level[0] = clamp(level[0] + drift + step * random.nextGaussian());
                return random.nextInt(20) == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(level[0]);
              });
      assertBounds(script, played, seed);
    }
  }

  private static double clamp(double index) {
    return Math.max(0, Math.min(100, index));
  }

  private static void assertBounds(Script script, Played played, long seed) {
    assertThat(played.ended).as("seed %d", seed).isCloseTo(script.minutes() * 60.0, within(1e-6));
    Map<String, Double> lengths = played.lengths();
    for (ScriptStage stage : script.stages()) {
      double length = lengths.getOrDefault(stage.id(), Double.NaN);
      boolean fixed = stage.role() != Role.GUIDED && stage.role() != Role.REST;
      double slack = 1e-6;
      assertThat(length)
          .as("seed %d, stage %s", seed, stage.id())
          .isBetween(
              (fixed ? 1 : 0.7) * stage.planSeconds() - slack,
              (fixed ? 1 : 1.4) * stage.planSeconds() + slack);
    }
  }

  @Test
  void deepeningMakesSilencesLongerAndLeavesOptionalCuesOut() {
    Script script = Scripts.backPain(20);
    Played plain = play(script, ConductorTest::steady);
    Played deep = play(script, t -> OptionalDouble.of(clamp(20 + t / 8)));

    assertThat(deep.decisions).anyMatch(d -> d.state() == PacingState.DEEPEN);
    assertThat(optionalCues(deep)).isLessThan(optionalCues(plain));
    double from = firstChange(deep);
    assertThat(meanSilence(deep, from, "breath")).isGreaterThan(meanSilence(plain, from, "breath"));
    assertThat(deep.lengths().get("rest"))
        .as("deepening takes nothing from the rest")
        .isGreaterThanOrEqualTo(plain.lengths().get("rest"));
  }

  @Test
  void supportShortensSilencesAndAddsPointsOfContact() {
    Script script = Scripts.backPain(20);
    Played support = play(script, t -> OptionalDouble.of(clamp(90 - t / 9)));

    assertThat(support.decisions).anyMatch(d -> d.state() == PacingState.SUPPORT);
    assertThat(support.prompts).anyMatch(p -> p.kind() == PromptKind.CONTACT);
    assertThat(support.prompts).anyMatch(p -> p.kind() == PromptKind.SUPPORT);
    assertThat(play(script, ConductorTest::steady).prompts)
        .isNotEmpty()
        .noneMatch(p -> p.kind() == PromptKind.CONTACT || p.kind() == PromptKind.SUPPORT);
  }

  @Test
  void whoIsUnsettledHearsAPointOfContactSoonAlsoWhereSilencesAreShort() {
    Played support = play(Scripts.backPain(20), t -> OptionalDouble.of(clamp(90 - t / 9)));

    double from = support.in(PacingState.SUPPORT).get(0).seconds();
    List<Double> cues =
        support.prompts.stream()
            .filter(p -> p.kind() == PromptKind.CONTACT || p.kind() == PromptKind.SUPPORT)
            .map(PromptCue::seconds)
            .toList();
    assertThat(cues.get(0)).isBetween(from, from + 30);
    assertThat(cues.get(1) - cues.get(0)).as("permission to move").isBetween(6.0, 15.0);
    for (int i = 2; i < cues.size(); i++) {
      assertThat(cues.get(i) - cues.get(i - 1)).as("cue %d", i).isBetween(6.0, 90.0);
    }
  }

  @Test
  void nothingIsDecidedBeforeTheGuidedPartAndInTheReturn() {
    Script script = Scripts.backPain(10);
    Played played = play(script, t -> OptionalDouble.of(clamp(20 + t / 4)));

    assertThat(played.decisions).isNotEmpty().allMatch(d -> d.seconds() > 150 && d.seconds() < 510);
    assertThat(played.decisions).isNotEmpty();
  }

  @Test
  void withoutAnIndexTheScriptGoesOnAndSaysWhy() {
    Played played = play(Scripts.backPain(10), t -> OptionalDouble.empty());

    assertThat(played.ended).isCloseTo(600, within(1e-6));
    assertThat(played.decisions)
        .isNotEmpty()
        .allMatch(d -> d.state() == PacingState.HOLD && d.reason().endsWith("No index"));
  }

  private static long optionalCues(Played played) {
    return played.prompts.stream().filter(p -> p.kind() == PromptKind.OPTIONAL).count();
  }

  private static double firstChange(Played played) {
    return played.decisions.stream().filter(Decision::changed).findFirst().orElseThrow().seconds();
  }

  private static double meanSilence(Played played, double from, String stage) {
    return played.prompts.stream()
        .filter(
            p -> p.kind() == PromptKind.SILENCE && p.stageId().equals(stage) && p.seconds() > from)
        .mapToDouble(PromptCue::lengthSeconds)
        .average()
        .orElse(Double.NaN);
  }
}

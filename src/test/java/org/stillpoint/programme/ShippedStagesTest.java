package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each shipped programme is made of. */
class ShippedStagesTest {

  /** The table of the design: minutes of each stage in 10, 20, 35 and 45 minutes. */
  @ParameterizedTest
  @CsvSource({
    "position,   0.5,  1,   1,   1.5",
    "baseline,   2,    3,   3,   3",
    "resource,   0.5,  1,   1.5, 1.5",
    "rotation,   2,    3.5, 7,   9",
    "spine,      1.25, 2.5, 4,   5.5",
    "breath,     1,    2.5, 5.5, 7.5",
    "opposites,  0,    1,   1.5, 2",
    "feelings,   0,    0,   1,   1.5",
    "light,      0.5,  1.5, 3,   4",
    "rest,       0.5,  1.5, 3.5, 4.5",
    "intention,  0.25, 0.5, 0.5, 1",
    "return,     1.5,  2,   3.5, 4",
  })
  void backPainTakesTheMinutesOfTheDesign(
      String stage, double in10, double in20, double in35, double in45) throws ProgrammeException {
    assertThat(minutes(10).getOrDefault(stage, 0.0)).isEqualTo(in10);
    assertThat(minutes(20).getOrDefault(stage, 0.0)).isEqualTo(in20);
    assertThat(minutes(35).getOrDefault(stage, 0.0)).isEqualTo(in35);
    assertThat(minutes(45).getOrDefault(stage, 0.0)).isEqualTo(in45);
  }

  private static Map<String, Double> minutes(int length) throws ProgrammeException {
    Map<String, Double> minutes = new LinkedHashMap<>();
    Set<String> chosen = length < 35 ? Set.of() : Set.of("feelings");
    for (ScriptStage stage :
        ProgrammeReader.shipped("back-pain").forMinutes(length, chosen).stages()) {
      minutes.put(stage.id(), stage.planSeconds() / 60);
    }
    return minutes;
  }

  @ParameterizedTest
  @CsvSource({"20, 90", "35, 270", "45, 360"})
  void feelingsAreAskedForAndTheirTimeRestsOtherwise(int minutes, double restSeconds)
      throws ProgrammeException {
    Script usual = ProgrammeReader.shipped("back-pain").forMinutes(minutes);

    assertThat(usual.stages()).extracting(ScriptStage::id).doesNotContain("feelings");
    assertThat(stage(usual, "rest").planSeconds()).isEqualTo(restSeconds);
  }

  @Test
  void longerScriptsSayMoreButMoreSlowly() throws ProgrammeException {
    double wordsBefore = 0;
    double paceBefore = Double.POSITIVE_INFINITY;
    List<Integer> lengths = ProgrammeReader.shipped("back-pain").minutes();
    assertThat(lengths).hasSizeGreaterThan(1);
    for (int minutes : lengths) {
      Script script = ProgrammeReader.shipped("back-pain").forMinutes(minutes);
      double words =
          script.stages().stream()
              .mapToDouble(s -> ShippedProgrammeTest.wordsPerMinute(s) * s.planSeconds() / 60)
              .sum();
      assertThat(words).isGreaterThan(wordsBefore);
      assertThat(words / minutes).isBetween(35.0, 55.0).isLessThan(paceBefore);
      wordsBefore = words;
      paceBefore = words / minutes;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {35, 45})
  void theLongRotationsNameTheWholeBodyThenBackShouldersAndNeck(int minutes)
      throws ProgrammeException {
    Script script = ProgrammeReader.shipped("back-pain").forMinutes(minutes);
    ScriptStage rotation = stage(script, "rotation");

    assertThat(rotation.items()).filteredOn(ScriptItem::spoken).hasSizeGreaterThan(60);
    assertThat(ShippedProgrammeTest.words(rotation))
        .containsSubsequence(
            "right hand",
            "right hip",
            "left hand",
            "left hip",
            "belly",
            "throat",
            "forehead",
            "lower back",
            "shoulder blade",
            "tops of the shoulders",
            "neck",
            "the whole back",
            "the whole body");
    assertThat(ShippedProgrammeTest.words(stage(script, "spine")))
        .containsSubsequence(
            "tailbone", "lower back", "natural hollow", "upper back", "neck", "crown", "tailbone")
        .contains("curve");
  }

  private static ScriptStage stage(Script script, String id) {
    return script.stages().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 35})
  void theVoiceGrowsSparserTowardsSleep(int minutes) throws ProgrammeException {
    Script script = ProgrammeReader.shipped("sleep").forMinutes(minutes);

    double before = Double.POSITIVE_INFINITY;
    for (ScriptStage stage : script.stages()) {
      if (stage.role() == Role.GUIDED || stage.role() == Role.REST) {
        assertThat(ShippedProgrammeTest.wordsPerMinute(stage)).as(stage.id()).isLessThan(before);
        before = ShippedProgrammeTest.wordsPerMinute(stage);
      }
    }
    assertThat(before).isLessThan(3);
  }

  @Test
  void theAssessmentHoldsFiveRatesForTwoMinutesEach() throws ProgrammeException {
    Script script = ProgrammeReader.shipped("resonance-assessment").forMinutes(16);
    List<ScriptStage> steps =
        script.stages().stream()
            .filter(s -> s.pacer() != null && s.planSeconds() >= KindRules.STEP_SECONDS)
            .toList();

    assertThat(script.kind()).isEqualTo(ProgrammeKind.ASSESSMENT);
    assertThat(steps).extracting(ScriptStage::planSeconds).containsOnly(120.0);
    assertThat(steps)
        .extracting(step -> Objects.requireNonNull(step.pacer()))
        .isNotEmpty()
        .allMatch(pacer -> pacer.target() == Pacer.PacerTarget.RATE)
        .extracting(Pacer::breathsPerMinute)
        .containsExactly(6.5, 6.0, 5.5, 5.0, 4.5);
    // The words are over in the first quarter: the rest of each rate is measured undisturbed.
    assertThat(steps)
        .allSatisfy(
            step ->
                assertThat(step.items().get(step.items().size() - 1).seconds())
                    .isGreaterThanOrEqualTo(90));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void breathAtResonanceRunsThePacerForHalfItsTimeOrMore(int minutes) throws ProgrammeException {
    Script script = ProgrammeReader.shipped("breath-at-resonance").forMinutes(minutes);
    ScriptStage breathing = stage(script, "breathing");

    assertThat(script.kind()).isEqualTo(ProgrammeKind.PACED);
    assertThat(breathing.pacer()).isEqualTo(new Pacer(Pacer.PacerTarget.RESONANCE, 6));
    assertThat(breathing.planSeconds()).isGreaterThanOrEqualTo(minutes * 30.0);
    assertThat(script.stages()).filteredOn(s -> s.pacer() != null).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void quietRestGuidesNothing(int minutes) throws ProgrammeException {
    Script script = ProgrammeReader.shipped("quiet-rest").forMinutes(minutes);

    assertThat(script.kind()).isEqualTo(ProgrammeKind.QUIET);
    assertThat(script.stages())
        .extracting(ScriptStage::role)
        .containsExactly(Role.OPENING, Role.BASELINE, Role.REST, Role.RETURN);
    assertThat(stage(script, "rest").silenceSeconds())
        .isGreaterThan(0.95 * stage(script, "rest").planSeconds());
  }

  /** A translation is one more folder: same files, same stages, same prompts' kinds. */
  @Test
  void everyLanguageFolderHoldsOnlyScriptsThatFit() throws IOException, ProgrammeException {
    Path all = Path.of("src", "main", "resources", "programmes");
    try (Stream<Path> walk = Files.walk(all)) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      assertThat(files).hasSizeGreaterThanOrEqualTo(ProgrammeReader.shippedIds().size());
      for (Path file : files) {
        Programme read = ProgrammeLibrary.readFile(file);
        Programme english = ProgrammeReader.shipped(read.id());
        assertThat(file.getFileName()).hasToString(read.id() + ".yaml");
        assertThat(read.minutes()).as(file.toString()).isEqualTo(english.minutes());
        assertThat(read.stages())
            .as(file.toString())
            .usingElementComparator(
                (a, b) -> a.id().equals(b.id()) && a.planSeconds().equals(b.planSeconds()) ? 0 : 1)
            .containsExactlyElementsOf(english.stages());
      }
    }
  }
}

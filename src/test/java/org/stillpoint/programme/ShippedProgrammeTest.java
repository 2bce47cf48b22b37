package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedProgrammeTest {

  @Test
  void everyShippedScriptIsValidAndNamedLikeItsFile() throws ProgrammeException {
    for (String id : ProgrammeReader.shippedIds()) {
      assertThat(ProgrammeReader.shipped(id).id()).isEqualTo(id);
    }
  }

  @Test
  void stagesTakeTheMinutesOfTheDesign() throws ProgrammeException {
    assertThat(backPain(10).stages())
        .extracting(ScriptStage::planSeconds)
        .containsExactly(30.0, 120.0, 15.0, 120.0, 60.0, 90.0, 30.0, 30.0, 15.0, 90.0);
    assertThat(backPain(20).stages())
        .extracting(ScriptStage::planSeconds)
        .containsExactly(60.0, 180.0, 30.0, 210.0, 120.0, 180.0, 60.0, 90.0, 120.0, 30.0, 120.0);
    assertThat(backPain(20).stages())
        .extracting(ScriptStage::id)
        .containsExactly(
            "position",
            "baseline",
            "resource",
            "rotation",
            "spine",
            "breath",
            "opposites",
            "light",
            "rest",
            "intention",
            "return");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void itemsSumExactlyToStagesAndStagesToTheSession(int minutes) throws ProgrammeException {
    double total = 0;
    for (ScriptStage stage : backPain(minutes).stages()) {
      double sum = stage.items().stream().mapToDouble(ScriptItem::seconds).sum();
      assertThat(sum).as(stage.id()).isEqualTo(stage.planSeconds());
      total += stage.planSeconds();
    }
    assertThat(total).isEqualTo(minutes * 60.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void everyStageLeavesPacingItsRoom(int minutes) throws ProgrammeException {
    for (ScriptStage stage : backPain(minutes).stages()) {
      assertThat(stage.silenceSeconds())
          .as(stage.id())
          .isGreaterThanOrEqualTo(0.25 * stage.planSeconds());
      assertThat(stage.optionalSeconds())
          .as(stage.id())
          .isLessThanOrEqualTo(0.6 * stage.silenceSeconds());
      assertThat(stage.items())
          .filteredOn(item -> !item.spoken())
          .allSatisfy(silence -> assertThat(silence.seconds()).isGreaterThanOrEqualTo(1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void silenceFollowsAlmostEveryPrompt(int minutes) throws ProgrammeException {
    for (ScriptStage stage : backPain(minutes).stages()) {
      List<ScriptItem> items = stage.items();
      assertThat(items.get(items.size() - 1).kind()).isEqualTo(Kind.SILENCE);
      for (int i = 1; i < items.size(); i++) {
        assertThat(items.get(i).spoken())
            .as("%s, item %d", stage.id(), i)
            .isNotEqualTo(items.get(i - 1).spoken());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void guidedStagesHaveCuesOfTwoToFiveSeconds(int minutes) throws ProgrammeException {
    for (ScriptStage stage : backPain(minutes).stages()) {
      if (stage.role() == Role.GUIDED) {
        assertThat(stage.contactCues()).as(stage.id()).hasSizeBetween(2, 3);
        assertThat(stage.supportCues()).as(stage.id()).hasSizeBetween(1, 2);
      }
      assertThat(stage.contactCues()).allMatch(cue -> cue.kind() == Kind.CONTACT);
      assertThat(stage.supportCues()).allMatch(cue -> cue.kind() == Kind.SUPPORT);
      assertThat(Stream.concat(stage.contactCues().stream(), stage.supportCues().stream()))
          .allSatisfy(cue -> assertThat(cue.seconds()).isBetween(2.0, 5.0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void theBaselineIsQuietAndDoesNotPaceTheBreath(int minutes) throws ProgrammeException {
    ScriptStage baseline =
        backPain(minutes).stages().stream()
            .filter(stage -> stage.role() == Role.BASELINE)
            .findFirst()
            .orElseThrow();

    assertThat(baseline.silenceSeconds()).isGreaterThan(0.7 * baseline.planSeconds());
    ScriptItem last = baseline.items().get(baseline.items().size() - 1);
    assertThat(last.seconds()).isGreaterThanOrEqualTo(baseline.planSeconds() - 60);
    assertThat(baseline.items()).noneMatch(item -> item.text().contains("breath"));
    assertThat(baseline.contactCues()).isEmpty();
    assertThat(baseline.supportCues()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void saysEarlyThatNothingShouldHurtAndEndsSafely(int minutes) throws ProgrammeException {
    List<ScriptStage> stages = backPain(minutes).stages();

    assertThat(words(stages.get(0)))
        .contains("nothing here should hurt", "move", "bend your knees");
    assertThat(words(stages.get(stages.size() - 1)))
        .containsSubsequence("fingers", "onto one side", "sitting", "steady", "wide awake");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void claimsNothingAndHoldsNoBreath(int minutes) throws ProgrammeException {
    for (ScriptStage stage : backPain(minutes).stages()) {
      assertThat(words(stage))
          .doesNotContainPattern("heal|cure|treat|therap|journey|univers|cosmic|energy|chakra")
          .doesNotContainPattern("hold (your|the) breath|breathe (in|out)|inhale|exhale");
    }
  }

  private static Script backPain(int minutes) throws ProgrammeException {
    return ProgrammeReader.shipped("back-pain").forMinutes(minutes);
  }

  private static String words(ScriptStage stage) {
    List<String> texts = new ArrayList<>();
    stage.items().forEach(item -> texts.add(item.text()));
    stage.contactCues().forEach(cue -> texts.add(cue.text()));
    stage.supportCues().forEach(cue -> texts.add(cue.text()));
    return String.join(" ", texts).toLowerCase(Locale.ROOT);
  }
}

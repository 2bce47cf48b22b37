package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every shipped script, in every length, with and without its optional stages. */
class ShippedProgrammeTest {

  /** Each length of each programme, in every posture, some sessions and every focus. */
  static Stream<Arguments> scripts() throws ProgrammeException {
    List<Arguments> lengths = new ArrayList<>();
    for (String id : ProgrammeReader.shippedIds()) {
      Programme programme = ProgrammeReader.shipped(id);
      assertThat(programme.id()).isEqualTo(id);
      for (int minutes : programme.minutes()) {
        lengths.add(arguments(id, minutes, tellings(programme, minutes)));
      }
    }
    return lengths.stream();
  }

  private static List<Script> tellings(Programme programme, int minutes) throws ProgrammeException {
    List<Script> tellings = new ArrayList<>();
    for (Posture posture : programme.postures()) {
      for (int number = 1; number <= 3; number++) {
        for (Focus focus :
            new Focus[] {null, Focus.MUSCLE, Focus.SPINE, Focus.BREATH, Focus.REST}) {
          Occasion occasion = new Occasion(posture, number, focus);
          tellings.add(programme.forMinutes(minutes, programme.usualStages(minutes), occasion));
          tellings.add(programme.forMinutes(minutes, all(programme, minutes), occasion));
        }
      }
    }
    return tellings.stream().distinct().toList();
  }

  static Set<String> all(Programme programme, int minutes) {
    Set<String> ids = new HashSet<>();
    programme.optionalStages(minutes).forEach(stage -> ids.add(stage.id()));
    return ids;
  }

  @ParameterizedTest(name = "{0}, {1} min")
  @MethodSource("scripts")
  void itemsSumExactlyToStagesAndStagesToTheSession(String id, int minutes, List<Script> tellings) {
    for (Script script : tellings) {
      double total = 0;
      for (ScriptStage stage : script.stages()) {
        double sum = stage.items().stream().mapToDouble(ScriptItem::seconds).sum();
        assertThat(sum).as(stage.id()).isEqualTo(stage.planSeconds());
        total += stage.planSeconds();
      }
      assertThat(total).isEqualTo(script.minutes() * 60.0);
    }
  }

  /** 110 words a minute, read aloud; with its silences no stage is heard at more than 70. */
  @ParameterizedTest(name = "{0}, {1} min")
  @MethodSource("scripts")
  void readingAloudFitsTheMinutesAndLeavesPacingItsRoom(
      String id, int minutes, List<Script> tellings) {
    for (Script script : tellings) {
      for (ScriptStage stage : script.stages()) {
        double speech =
            stage.items().stream().mapToDouble(i -> SpeakingPace.seconds(i.text())).sum();
        assertThat(speech + stage.silenceSeconds()).as(stage.id()).isEqualTo(stage.planSeconds());
        assertThat(stage.silenceSeconds())
            .as(stage.id())
            .isGreaterThanOrEqualTo(0.4 * stage.planSeconds());
        assertThat(stage.optionalSeconds())
            .as(stage.id())
            .isLessThanOrEqualTo(0.6 * stage.silenceSeconds());
        assertThat(stage.items())
            .filteredOn(item -> !item.spoken())
            .isNotEmpty()
            .allSatisfy(silence -> assertThat(silence.seconds()).isGreaterThanOrEqualTo(1));
        assertThat(wordsPerMinute(stage)).as(stage.id()).isLessThanOrEqualTo(70);
      }
    }
  }

  static double wordsPerMinute(ScriptStage stage) {
    long words =
        stage.items().stream()
            .filter(ScriptItem::spoken)
            .mapToLong(item -> item.text().split(" ", -1).length)
            .sum();
    return words * 60 / stage.planSeconds();
  }

  @ParameterizedTest(name = "{0}, {1} min")
  @MethodSource("scripts")
  void silenceFollowsEveryPrompt(String id, int minutes, List<Script> tellings) {
    for (Script script : tellings) {
      for (ScriptStage stage : script.stages()) {
        List<ScriptItem> items = stage.items();
        assertThat(items.get(items.size() - 1).kind()).isEqualTo(PromptKind.SILENCE);
        for (int i = 1; i < items.size(); i++) {
          assertThat(items.get(i).spoken())
              .as("%s, item %d", stage.id(), i)
              .isNotEqualTo(items.get(i - 1).spoken());
        }
      }
    }
  }

  /** Nothing is adapted in an assessment: its only cues give permission to move. */
  @ParameterizedTest(name = "{0}, {1} min")
  @MethodSource("scripts")
  void guidedStagesHaveShortCuesOfEveryKind(String id, int minutes, List<Script> tellings) {
    for (Script script : tellings) {
      for (ScriptStage stage : script.stages()) {
        if (stage.role() == Role.GUIDED) {
          boolean assesses = script.kind() == ProgrammeKind.ASSESSMENT;
          assertThat(stage.contactCues()).as(stage.id()).hasSizeBetween(assesses ? 0 : 2, 3);
          assertThat(stage.supportCues()).as(stage.id()).hasSizeBetween(2, 3);
          assertThat(stage.varyCues()).as(stage.id()).hasSizeBetween(assesses ? 0 : 2, 3);
        }
        assertThat(stage.contactCues()).allMatch(cue -> cue.kind() == PromptKind.CONTACT);
        assertThat(stage.supportCues()).allMatch(cue -> cue.kind() == PromptKind.SUPPORT);
        assertThat(stage.varyCues())
            .allMatch(cue -> cue.kind() == PromptKind.VARY && cue.modality() != null);
        assertThat(cues(stage))
            .allSatisfy(
                cue -> {
                  assertThat(cue.seconds()).as(cue.text()).isBetween(2.0, 5.0);
                  assertThat(cue.text().split(" ", -1)).hasSizeBetween(3, 8);
                });
      }
    }
  }

  private static List<Cue> cues(ScriptStage stage) {
    return Stream.of(stage.contactCues(), stage.supportCues(), stage.varyCues())
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest(name = "{0}, {1} min")
  @MethodSource("scripts")
  void theBaselineIsQuietAndDoesNotPaceTheBreath(String id, int minutes, List<Script> tellings) {
    for (Script script : tellings) {
      ScriptStage baseline =
          script.stages().stream()
              .filter(stage -> stage.role() == Role.BASELINE)
              .findFirst()
              .orElseThrow();

      assertThat(baseline.planSeconds()).isGreaterThanOrEqualTo(120);
      assertThat(baseline.silenceSeconds()).isGreaterThan(0.7 * baseline.planSeconds());
      ScriptItem last = baseline.items().get(baseline.items().size() - 1);
      assertThat(last.seconds()).isGreaterThanOrEqualTo(baseline.planSeconds() - 60);
      assertThat(baseline.items()).isNotEmpty().noneMatch(item -> item.text().contains("breath"));
      assertThat(cues(baseline)).isEmpty();
      assertThat(baseline.pacer()).isNull();
    }
  }

  @ParameterizedTest(name = "{0}, {1} min")
  @MethodSource("scripts")
  void saysInTheFirstMinuteThatNothingShouldHurtAndThatOneMayMove(
      String id, int minutes, List<Script> tellings) {
    for (Script script : tellings) {
      StringBuilder said = new StringBuilder();
      double at = 0;
      for (ScriptItem item : script.stages().get(0).items()) {
        said.append(at < 60 ? item.text().toLowerCase(Locale.ROOT) : "").append(' ');
        at += item.seconds();
      }

      assertThat(said)
          .containsPattern("nothing (here )?should (hurt|add to the pain)")
          .contains("move");
      if (script.kind() != ProgrammeKind.READING) {
        assertThat(words(script)).containsPattern("eyes may be open|open your eyes");
      }
    }
  }

  @ParameterizedTest(name = "{0}, {1} min")
  @MethodSource("scripts")
  void theReturnGivesTimeToSitUpAndSleepHasNone(String id, int minutes, List<Script> tellings) {
    for (Script script : tellings) {
      ScriptStage last = script.stages().get(script.stages().size() - 1);
      if (script.ending() == Ending.SLEEP) {
        assertThat(last.role()).isEqualTo(Role.REST);
        assertThat(words(script)).doesNotContain("sitting", "come back", "you will be called");
        continue;
      }
      assertThat(last.role()).isEqualTo(Role.RETURN);
      assertThat(words(last)).contains("until you feel steady");
      if (script.kind() == ProgrammeKind.READING) {
        continue;
      }
      assertThat(words(last)).containsSubsequence("steady", "only when you are wide awake");
      assertThat(words(last)).containsPattern("if you (feel|are) dizzy");
      assertThat(secondsFrom(last, "steady")).isGreaterThanOrEqualTo(10);
      if (script.occasion().posture() == Posture.LYING) {
        assertThat(words(last)).containsSubsequence("onto one side", "sitting", "steady");
        assertThat(secondsFrom(last, "onto one side")).isGreaterThanOrEqualTo(30);
      } else {
        assertThat(words(last)).doesNotContain("onto one side");
      }
    }
  }

  private static double secondsFrom(ScriptStage stage, String words) {
    double seconds = 0;
    for (ScriptItem item : stage.items()) {
      if (seconds > 0 || item.text().contains(words)) {
        seconds += item.seconds();
      }
    }
    return seconds;
  }

  @ParameterizedTest(name = "{0}, {1} min")
  @MethodSource("scripts")
  void promisesNothingCommandsNothingAndHoldsNoBreath(
      String id, int minutes, List<Script> tellings) {
    for (Script script : tellings) {
      assertThat(words(script))
          .doesNotContainPattern(
              "\\b(heal|cur(e|es|ing)\\b|treat|therap|pain-free|painless|diagnos)")
          .doesNotContainPattern(
              "\\b(must|should not|(?<!(does not|nothing you) )have to|never|always|wrong)\\b")
          .doesNotContainPattern("journey|univers|cosmic|energy|chakra|miracle")
          .doesNotContainPattern("hold (your|the) breath|keep the breath in|exhale|inhale");
    }
  }

  @ParameterizedTest(name = "{0}, {1} min")
  @MethodSource("scripts")
  void everyPromptHasANameOfItsOwn(String id, int minutes, List<Script> tellings) {
    for (Script script : tellings) {
      List<String> ids = new ArrayList<>();
      for (ScriptStage stage : script.stages()) {
        stage.items().stream().filter(ScriptItem::spoken).map(ScriptItem::id).forEach(ids::add);
        cues(stage).stream().map(Cue::id).forEach(ids::add);
      }

      assertThat(ids)
          .doesNotHaveDuplicates()
          .isNotEmpty()
          .allMatch(each -> each.matches("[a-z0-9-]{3,90}"));
    }
  }

  /** Everything that a script can say. */
  static String words(Script script) {
    StringBuilder words = new StringBuilder();
    script.stages().forEach(stage -> words.append(words(stage)).append(' '));
    return words.toString();
  }

  static String words(ScriptStage stage) {
    List<String> texts = new ArrayList<>();
    stage.items().forEach(item -> texts.add(item.text()));
    cues(stage).forEach(cue -> texts.add(cue.text()));
    return String.join(" ", texts).toLowerCase(Locale.ROOT);
  }
}

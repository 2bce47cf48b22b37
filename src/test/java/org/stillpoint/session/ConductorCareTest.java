package org.stillpoint.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptItem;
import org.stillpoint.session.Decision.Remark;

/** What a person hears who is not well. */
class ConductorCareTest {
  private static final String FEW_MORE = "A few more breaths with the guide.";

  /** An index that is low from six minutes on, with a heart 20 above its start. */
  private static Measured panic(double seconds) {
    boolean calm = seconds < 360;
    return new Measured(
        seconds,
        OptionalDouble.of(calm ? 50 : 12),
        "",
        false,
        false,
        OptionalDouble.of(calm ? 65 : 85),
        OptionalDouble.of(calm ? 0 : 20),
        OptionalDouble.empty());
  }

  private static List<PromptCue> cues(Played played) {
    return played.prompts.stream()
        .filter(p -> p.kind() == PromptKind.CONTACT || p.kind() == PromptKind.SUPPORT)
        .toList();
  }

  @Test
  void careComesSoonAndDoesNotCease() throws ProgrammeException {
    for (int minutes : List.of(20, 35, 45)) {
      Script script = ProgrammeReader.shipped("back-pain").forMinutes(minutes);
      Played played = Played.of(script, SessionOptions.USUAL, ConductorCareTest::panic);

      List<PromptCue> cues = cues(played);
      assertThat(cues.get(0).kind()).isEqualTo(PromptKind.CONTACT);
      assertThat(cues.get(1).kind()).isEqualTo(PromptKind.SUPPORT);
      assertThat(cues.get(1).seconds()).isBetween(360.0, 450.0);
      double returns = 60 * minutes - script.stages().get(script.stages().size() - 1).planSeconds();
      double last = 360;
      for (PromptCue cue : cues) {
        if (cue.seconds() < returns) {
          assertThat(cue.seconds() - last).as("%d min, at %f", minutes, last).isLessThan(90);
          last = cue.seconds();
        }
      }
      assertThat(returns - last).isLessThan(90);
      assertThat(cues.stream().anyMatch(cue -> cue.seconds() > returns))
          .as("also in a return that has room for it")
          .isTrue();
      assertThat(played.in(PacingState.CHECK_IN)).hasSizeLessThanOrEqualTo(3);
      assertThat(played.ended).isEqualTo(60.0 * minutes);
    }
  }

  @Test
  void whatIsDifficultGivesWayToThePlaceOfEase() throws ProgrammeException {
    Script script = ProgrammeReader.shipped("back-pain").forMinutes(45, Set.of("feelings"));
    List<String> ease =
        script.stages().stream()
            .filter(stage -> stage.id().equals("feelings"))
            .flatMap(stage -> stage.items().stream())
            .map(ScriptItem::ease)
            .filter(text -> !text.isEmpty())
            .toList();
    assertThat(ease).hasSize(5);

    Played uneasy = Played.of(script, SessionOptions.USUAL, ConductorCareTest::panic);
    Played calm =
        Played.of(script, SessionOptions.USUAL, t -> Played.index(t, OptionalDouble.of(50)));

    assertThat(uneasy.prompts).extracting(PromptCue::text).containsAll(ease);
    assertThat(uneasy.prompts)
        .filteredOn(p -> p.stageId().equals("feelings") && ease.contains(p.text()))
        .hasSize(5)
        .allMatch(p -> p.id().endsWith(ScriptItem.EASE));
    assertThat(uneasy.prompts).noneMatch(p -> p.text().contains("worry"));
    assertThat(calm.prompts).noneMatch(p -> p.id().endsWith(ScriptItem.EASE));
    assertThat(calm.prompts).anyMatch(p -> p.text().contains("worry"));
  }

  @Test
  void onTheWayIntoSleepNothingIsAnnouncedAndCareComesWithoutAQuestion() throws ProgrammeException {
    Script script = ProgrammeReader.shipped("sleep").forMinutes(35);
    Played played = Played.of(script, SessionOptions.USUAL, ConductorCareTest::panic);

    assertThat(played.in(PacingState.CHECK_IN)).isEmpty();
    assertThat(played.in(PacingState.SUPPORT)).isNotEmpty();
    assertThat(cues(played)).hasSizeGreaterThan(5);
    assertThat(played.decisions)
        .allMatch(d -> d.remark().seconds() == 0)
        .noneMatch(d -> d.reason().contains("question"));
  }

  @Test
  void inTheRestThereIsOnePointOfContactAMinute() throws ProgrammeException {
    Script script = ProgrammeReader.shipped("back-pain").forMinutes(45);
    Played played = Played.of(script, SessionOptions.USUAL, ConductorCareTest::panic);

    List<PromptCue> inRest =
        cues(played).stream().filter(cue -> cue.stageId().equals("rest")).toList();
    assertThat(inRest).hasSizeBetween(3, 9);
    assertThat(inRest).anyMatch(cue -> cue.kind() == PromptKind.CONTACT);
    assertThat(played.lengths().get("rest")).isBetween(0.7 * 360, 1.4 * 360);
  }

  @Test
  void aPacerThatIsNotFollowedIsNamedOnceAndItsLinesFallAway() throws ProgrammeException {
    Script script = ProgrammeReader.shipped("breath-at-resonance").forMinutes(20);
    Played follows = Played.of(script, SessionOptions.USUAL, t -> Played.body(t, 65, Double.NaN));
    Played own = Played.of(script, SessionOptions.USUAL, t -> Played.body(t, 65, 14));

    assertThat(follows.prompts).extracting(PromptCue::text).contains(FEW_MORE);
    assertThat(own.prompts).extracting(PromptCue::text).doesNotContain(FEW_MORE);
    assertThat(own.decisions).filteredOn(d -> d.remark() == Remark.PACER_RESTS).hasSize(1);
    assertThat(own.decisions).noneMatch(d -> d.remark() == Remark.PACER_OFFER);
    assertThat(own.ended).isEqualTo(1200);
  }

  @Test
  void whatFollowsWaitsForAnAnnouncement() throws ProgrammeException {
    Script script = ProgrammeReader.shipped("back-pain").forMinutes(45);
    OptionalDouble none = OptionalDouble.empty();
    Played played =
        Played.of(
            script,
            SessionOptions.USUAL,
            t -> new Measured(t, none, "no signal", true, false, none, none, none));

    List<Decision> said = played.decisions.stream().filter(d -> d.remark() != Remark.NONE).toList();
    assertThat(said)
        .as("advice twice, then what goes on without it")
        .extracting(Decision::remark)
        .containsExactly(Remark.SENSOR, Remark.SENSOR, Remark.WITHOUT_SENSOR);
    for (Decision each : said) {
      PromptCue before =
          played.prompts.stream()
              .filter(p -> !p.text().isEmpty() && p.seconds() <= each.seconds())
              .reduce((first, second) -> second)
              .orElseThrow();
      PromptCue next =
          played.prompts.stream()
              .filter(p -> !p.text().isEmpty() && p.seconds() > each.seconds())
              .findFirst()
              .orElseThrow();
      double begins = Math.max(each.seconds(), before.seconds() + before.lengthSeconds());
      assertThat(next.seconds() - begins)
          .as("after %s at %f", each.remark(), each.seconds())
          .isGreaterThanOrEqualTo(each.remark().seconds() + 3 - 1e-6);
    }
  }
}

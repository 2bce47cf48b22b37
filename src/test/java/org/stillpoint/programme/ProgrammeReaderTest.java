package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeReaderTest {

  @Test
  void readsEveryPartOfAScript() throws ProgrammeException {
    Programme programme = ShortScript.read(ShortScript.TEXT);

    assertThat(programme.id()).isEqualTo("short");
    assertThat(programme.title()).isEqualTo("A short rest");
    assertThat(programme.minutes()).containsExactly(5);
    Script script = programme.forMinutes(5);
    assertThat(script.programmeId()).isEqualTo("short");
    assertThat(script.stages())
        .extracting(ScriptStage::role)
        .containsExactly(Role.OPENING, Role.BASELINE, Role.GUIDED, Role.REST, Role.RETURN);
    ScriptStage hands = script.stages().get(2);
    assertThat(hands.contactCues())
        .containsExactly(
            new Cue(
                PromptKind.CONTACT,
                "Feel your hands.",
                2.25,
                "hands-feel-your-hands-827ba6",
                null));
    assertThat(hands.supportCues())
        .containsExactly(
            new Cue(PromptKind.SUPPORT, "You may move.", 2.25, "hands-you-may-move-73f17d", null));
  }

  @Test
  void sharesTheQuietTimeAmongSilencesByWeight() throws ProgrammeException {
    ScriptStage hands = ShortScript.read(ShortScript.TEXT).forMinutes(5).stages().get(2);

    // 60 s less 2.25 s and 2.75 s of speech leave 55 s, a third of it for the first silence.
    assertThat(hands.items())
        .containsExactly(
            new ScriptItem(
                PromptKind.INSTRUCTION, "The right hand.", 2.25, "hands-the-right-hand-b22a55"),
            new ScriptItem(PromptKind.SILENCE, "", 18.375, ""),
            new ScriptItem(
                PromptKind.OPTIONAL,
                "Nothing needs to move.",
                2.75,
                "hands-nothing-needs-to-move-f98f79"),
            new ScriptItem(PromptKind.SILENCE, "", 36.625, ""));
    assertThat(hands.silenceSeconds()).isEqualTo(55);
    assertThat(hands.optionalSeconds()).isEqualTo(2.75);
  }

  @Test
  void entriesBelongToTheLengthsTheyName() throws ProgrammeException {
    String text =
        ShortScript.TEXT
            .replace("minutes: [5]", "minutes: [6, 5]")
            .replaceAll("\\{5: (\\S+)\\}", "{5: $1, 6: $1}")
            .replace("6: 2:00", "6: 3:00")
            .replace("- say: The right hand.", "- {say: The left foot., only: 6}")
            .replace("[You may move.]", "[{say: You may stop., only: [6]}]");
    Programme programme = ShortScript.read(text);

    assertThat(programme.minutes()).containsExactly(6, 5);
    assertThat(programme.forMinutes(6).stages().get(2).items()).hasSize(4);
    assertThat(programme.forMinutes(5).stages().get(2).items()).hasSize(3);
    assertThat(programme.forMinutes(6).stages().get(2).supportCues()).hasSize(1);
    assertThat(programme.forMinutes(5).stages().get(2).supportCues()).isEmpty();
  }

  @Test
  void foldsTextOverSeveralLinesIntoOne() throws ProgrammeException {
    String text =
        ShortScript.with("say: The right hand.", "say: >\n          The right\n          hand.\n");
    ScriptItem item = ShortScript.read(text).forMinutes(5).stages().get(2).items().get(0);

    assertThat(item.text()).isEqualTo("The right hand.");
  }

  @Test
  void readsFilesFromOtherEditors() throws ProgrammeException {
    Programme plain = ShortScript.read(ShortScript.TEXT);

    assertThat(ShortScript.read("\uFEFF" + ShortScript.TEXT.replace("\n", "\r\n")))
        .isEqualTo(plain);
  }

  @Test
  void aSilenceMayStandWithWhatItFollows() throws ProgrammeException {
    String apart =
        ShortScript.TEXT
            .replace("- say: The right hand.\n      - silence: 1", "- @")
            .replace("- optional: Nothing needs to move.\n      - silence: 2", "- #");
    String together =
        apart
            .replace("- @", "- say: The right hand.\n        silence: 1")
            .replace("- #", "- optional: Nothing needs to move.\n        silence: 2");

    assertThat(apart).contains("- @", "- #");
    assertThat(ShortScript.read(together).forMinutes(5))
        .isEqualTo(ShortScript.read(ShortScript.TEXT).forMinutes(5));
  }

  @Test
  void fromBelongsToALengthAndAllLongerOnes() throws ProgrammeException {
    Programme programme =
        ShortScript.read(
            ShortScript.TEXT
                .replace("minutes: [5]", "minutes: [5, 6, 7]")
                .replaceAll("\\{5: (\\S+)\\}", "{5: $1, 6: $1, 7: $1}")
                .replace("6: 2:00, 7: 2:00", "6: 3:00, 7: 4:00")
                .replace("- say: The right hand.", "- {say: The left foot., from: 6}"));

    assertThat(programme.forMinutes(5).stages().get(2).items()).hasSize(3);
    assertThat(programme.forMinutes(6).stages().get(2).items()).hasSize(4);
    assertThat(programme.forMinutes(7).stages().get(2).items()).hasSize(4);
  }

  @Test
  void aVaryCueSaysWhereItLeads() throws ProgrammeException {
    String text =
        ShortScript.with("support:", "vary: [{breath: Notice one breath.}]\n    support:");

    assertThat(ShortScript.read(text).forMinutes(5).stages().get(2).varyCues())
        .extracting(Cue::kind, Cue::text, Cue::modality)
        .containsExactly(tuple(PromptKind.VARY, "Notice one breath.", Modality.BREATH));
  }

  @Test
  void theTimeOfAStageThatIsLeftOutGoesToTheRest() throws ProgrammeException {
    String optional = ShortScript.with("role: guided", "role: guided\n    optional: true");
    Programme programme = ShortScript.read(optional);

    assertThat(programme.usualStages(5)).containsExactly("hands");
    assertThat(programme.forMinutes(5)).isEqualTo(programme.forMinutes(5, Set.of("hands")));
    Script without = programme.forMinutes(5, Set.of());
    assertThat(without.stages())
        .extracting(ScriptStage::id, ScriptStage::planSeconds)
        .containsExactly(
            tuple("position", 30.0),
            tuple("baseline", 120.0),
            tuple("rest", 90.0),
            tuple("return", 60.0));
    Programme optIn = ShortScript.read(optional.replace("optional: true", "optional: opt-in"));
    assertThat(optIn.forMinutes(5)).isEqualTo(without);
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> programme.forMinutes(5, Set.of("feet")))
        .withMessage(
            "The programme \"short\" has no optional stage \"feet\" in 5 minutes; choose hands.");
  }

  @Test
  void aProgrammeThatEndsInSleepHasNoReturn() throws ProgrammeException {
    String text =
        ShortScript.without(36, 42)
            .replace(
                "5: 0:30}\n    script:\n      - silence", "5: 1:30}\n    script:\n      - silence");
    Script script = ShortScript.read("ending: sleep\n" + text).forMinutes(5);

    assertThat(script.ending()).isEqualTo(Ending.SLEEP);
    assertThat(script.stages().get(3).role()).isEqualTo(Role.REST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "", "../en", "en/../en", "english"})
  void englishStandsInForALanguageThatIsNotThere(String language) throws ProgrammeException {
    assertThat(ProgrammeReader.shipped("sleep", language))
        .isEqualTo(ProgrammeReader.shipped("sleep"));
  }

  @Test
  void namesTheLengthsThatAreOffered() throws ProgrammeException {
    Programme programme = ProgrammeReader.shipped("back-pain");

    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> programme.forMinutes(15))
        .withMessage(
            "The programme \"back-pain\" is not offered in 15 minutes; choose 10, 20, 35"
                + " or 45.");
  }

  @Test
  void namesTheShippedProgrammes() {
    assertThat(ProgrammeReader.shippedIds())
        .isEqualTo(
            List.of(
                "back-pain",
                "neck-and-shoulders",
                "flare-up",
                "reset",
                "at-the-desk",
                "sleep",
                "awake-at-night",
                "breath-at-resonance",
                "resonance-assessment",
                "quiet-rest",
                "morning-reading"));
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> ProgrammeReader.shipped("../secret"))
        .withMessage(
            "There is no programme \"../secret\" among those shipped; choose one of: back-pain,"
                + " neck-and-shoulders, flare-up, reset, at-the-desk, sleep, awake-at-night,"
                + " breath-at-resonance, resonance-assessment, quiet-rest, morning-reading.");
  }

  @Test
  void aProgrammeMadeByHandIsCheckedWhenItIsTimed() {
    Programme empty =
        new Programme(
            "empty",
            "Empty",
            ProgrammeKind.GUIDED,
            Ending.RETURN,
            List.of(Posture.LYING),
            List.of(10),
            List.of());

    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> empty.forMinutes(10))
        .withMessageStartingWith("empty: the 10 minute script has no stage with the role baseline")
        .satisfies(e -> assertThat(e.mistakes()).hasSize(3));
  }
}

package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

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
        .containsExactly(new Cue(Kind.CONTACT, "Feel your hands.", 2.25));
    assertThat(hands.supportCues()).containsExactly(new Cue(Kind.SUPPORT, "You may move.", 2.25));
  }

  @Test
  void sharesTheQuietTimeAmongSilencesByWeight() throws ProgrammeException {
    ScriptStage hands = ShortScript.read(ShortScript.TEXT).forMinutes(5).stages().get(2);

    // 60 s less 2.25 s and 2.75 s of speech leave 55 s, a third of it for the first silence.
    assertThat(hands.items())
        .containsExactly(
            new ScriptItem(Kind.INSTRUCTION, "The right hand.", 2.25),
            new ScriptItem(Kind.SILENCE, "", 18.375),
            new ScriptItem(Kind.OPTIONAL, "Nothing needs to move.", 2.75),
            new ScriptItem(Kind.SILENCE, "", 36.625));
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
  void namesTheLengthsThatAreOffered() throws ProgrammeException {
    Programme programme = ProgrammeReader.shipped("back-pain");

    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> programme.forMinutes(15))
        .withMessage("The programme \"back-pain\" is not offered in 15 minutes; choose 10 or 20.");
  }

  @Test
  void namesTheShippedProgrammes() {
    assertThat(ProgrammeReader.shippedIds()).isEqualTo(List.of("back-pain"));
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> ProgrammeReader.shipped("../secret"))
        .withMessage(
            "There is no programme \"../secret\" among those shipped; choose one of: back-pain.");
  }

  @Test
  void aProgrammeMadeByHandIsCheckedWhenItIsTimed() {
    Programme empty = new Programme("empty", "Empty", List.of(10), List.of());

    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> empty.forMinutes(10))
        .withMessageStartingWith("empty: the 10 minute script has no stage of the role baseline");
  }
}

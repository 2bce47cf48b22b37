package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stillpoint.guide.Sentence;
import org.stillpoint.guide.Sentences;

/** What is said depends on the posture, on how often one has practised, and on the week's focus. */
class OccasionTest {
  private static final String TEXT =
      ShortScript.with(
          "- say: The right hand.",
          "- {say: The right hand., posture: [lying, side],"
              + " or: [The left hand., {say: The whole hand., focus: spine}]}\n"
              + "      - {say: Feel one hand., posture: sitting, focus: rest,"
              + " or: {say: Feel both hands., focus: muscle}}");

  private static List<String> spoken(Posture posture, int number, @Nullable Focus focus)
      throws ProgrammeException {
    Script script =
        ShortScript.read(TEXT).forMinutes(5, Set.of(), new Occasion(posture, number, focus));
    assertThat(script.occasion()).isEqualTo(new Occasion(posture, number, focus));
    assertThat(script.stages().stream().mapToDouble(ScriptStage::planSeconds).sum()).isEqualTo(300);
    return script.stages().get(2).items().stream()
        .filter(ScriptItem::spoken)
        .map(ScriptItem::text)
        .toList();
  }

  @Test
  void wordingsTakeTurns() throws ProgrammeException {
    assertThat(spoken(Posture.LYING, 1, null).get(0)).isEqualTo("The right hand.");
    assertThat(spoken(Posture.LYING, 2, null).get(0)).isEqualTo("The left hand.");
    assertThat(spoken(Posture.SIDE, 3, null).get(0)).isEqualTo("The right hand.");
  }

  @Test
  void wordingsOfTheFocusComeFirstThenThoseThatSuitAny() throws ProgrammeException {
    assertThat(spoken(Posture.LYING, 1, Focus.SPINE).get(0)).isEqualTo("The whole hand.");
    assertThat(spoken(Posture.LYING, 2, Focus.SPINE).get(0)).isEqualTo("The whole hand.");
    assertThat(spoken(Posture.LYING, 2, Focus.REST).get(0)).isEqualTo("The left hand.");
    assertThat(spoken(Posture.SITTING, 1, Focus.MUSCLE).get(0)).isEqualTo("Feel both hands.");
    // Where every wording belongs to some focus, all take turns without one.
    assertThat(spoken(Posture.SITTING, 2, null).get(0)).isEqualTo("Feel both hands.");
  }

  @Test
  void linesForAnotherPostureAreNotSaid() throws ProgrammeException {
    assertThat(spoken(Posture.SITTING, 1, null))
        .containsExactly("Feel one hand.", "Nothing needs to move.");
    assertThat(spoken(Posture.LYING, 1, null))
        .containsExactly("The right hand.", "Nothing needs to move.");
  }

  @Test
  void aRecordedVoiceNeedsEveryWordingOfEveryPosture() throws ProgrammeException {
    assertThat(Sentences.of(ShortScript.read(TEXT)))
        .extracting(Sentence::text)
        .contains("The right hand.", "The left hand.", "The whole hand.", "Feel both hands.");
  }

  @Test
  void aPostureThatAProgrammeIsNotWrittenForIsRefusedInWords() throws ProgrammeException {
    Programme sitting =
        ShortScript.read(ShortScript.with("minutes: [5]", "postures: [sitting]\nminutes: [5]"));
    assertThat(sitting.nearest(Posture.LYING)).isEqualTo(Posture.SITTING);
    assertThat(sitting.forMinutes(5).occasion().posture()).isEqualTo(Posture.SITTING);
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> sitting.forMinutes(5, Set.of(), Occasion.first(Posture.SIDE)))
        .withMessage(
            "The programme \"short\" is not written for the posture side; choose sitting.");
    assertThatIllegalArgumentException().isThrownBy(() -> new Occasion(Posture.SIDE, 0, null));
  }
}

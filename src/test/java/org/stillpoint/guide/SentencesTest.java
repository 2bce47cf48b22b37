package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.programme.SpeakingPace;
import org.stillpoint.programme.Stage;
import org.stillpoint.session.Decision;

class SentencesTest {

  @Test
  void everySentenceOfEveryLengthHasANameOfItsOwn() throws ProgrammeException {
    for (String shipped : ProgrammeReader.shippedIds()) {
      Programme programme = ProgrammeReader.shipped(shipped);
      List<Sentence> all = Sentences.of(programme);
      assertThat(all)
          .extracting(Sentence::id)
          .doesNotHaveDuplicates()
          .isNotEmpty()
          .allMatch(id -> id.matches("[a-z0-9-]+"));
      for (int minutes : programme.minutes()) {
        Set<String> stages =
            programme.optionalStages(minutes).stream().map(Stage::id).collect(Collectors.toSet());
        assertThat(all).containsAll(Sentences.of(programme.forMinutes(minutes, stages)));
      }
    }
  }

  @Test
  void theFirstPromptsComeFirstAndTheSessionsOwnWordsSoonAfter() throws ProgrammeException {
    Programme programme = ProgrammeReader.shipped("back-pain");
    List<Sentence> ordered = Sentences.of(programme.forMinutes(10));

    assertThat(ordered.get(0)).isEqualTo(Sentences.of(programme).get(0));
    assertThat(ordered).extracting(Sentence::id).doesNotHaveDuplicates();
    assertThat(ordered.indexOf(Announcement.PAUSED.sentence())).isBetween(3, 12);
    assertThat(ordered.get(ordered.size() - 1).id()).startsWith("return-");
  }

  @Test
  void everyKindOfCueIsAmongThem() throws ProgrammeException {
    Programme programme = ProgrammeReader.shipped("back-pain");
    List<Sentence> all = Sentences.of(programme.forMinutes(20));
    programme.forMinutes(20).stages().stream()
        .flatMap(
            stage -> List.of(stage.contactCues(), stage.supportCues(), stage.varyCues()).stream())
        .flatMap(List::stream)
        .forEach(
            cue ->
                assertThat(all)
                    .anyMatch(s -> s.id().equals(cue.id()) && s.text().equals(cue.text())));
    assertThat(all).hasSizeGreaterThan(100);
  }

  /** The conductor keeps the time free in which something is said about the session. */
  @ParameterizedTest
  @CsvSource({
    "CHECK_IN, CHECK_IN",
    "CALL, CALL",
    "PACER_OFFER, PACER_OFFER",
    "PACER_RESTS, PACER_RESTS",
    "SENSOR, SENSOR_POOR",
    "WITHOUT_SENSOR, WITHOUT_SENSOR",
    "NO_BASELINE, NO_BASELINE",
  })
  void anAnnouncementFitsTheTimeThatIsKeptForIt(Decision.Remark remark, Announcement said) {
    assertThat(SpeakingPace.seconds(said.sentence().text()))
        .isBetween(remark.seconds() - 2, remark.seconds());
  }

  @Test
  void everyAnnouncementHasWords() {
    assertThat(Announcement.sentences())
        .hasSize(Announcement.values().length)
        .allMatch(sentence -> sentence.text().endsWith("."))
        .allMatch(sentence -> sentence.id().startsWith("session-"));
  }
}

package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptItem;
import org.stillpoint.programme.ScriptStage;

class PromptIdsTest {

  @Test
  void everySentenceOfEveryLengthHasANameOfItsOwn() throws ProgrammeException {
    for (String shipped : ProgrammeReader.shippedIds()) {
      Programme programme = ProgrammeReader.shipped(shipped);
      PromptIds ids = PromptIds.of(programme);
      List<Sentence> all = ids.all();
      assertThat(all)
          .extracting(Sentence::id)
          .doesNotHaveDuplicates()
          .allMatch(PromptIdsTest::name);
      Set<String> names = all.stream().map(Sentence::id).collect(Collectors.toSet());
      for (int minutes : programme.minutes()) {
        Script script = programme.forMinutes(minutes);
        for (ScriptStage stage : script.stages()) {
          for (ScriptItem item : stage.items()) {
            if (item.spoken()) {
              Sentence sentence = ids.sentence(stage.id(), item.text());
              assertThat(names).contains(sentence.id());
              assertThat(sentence.text()).isEqualTo(item.text());
              assertThat(sentence.id()).startsWith(stage.id() + "-");
            }
          }
        }
        assertThat(names).containsAll(ids.of(script).stream().map(Sentence::id).toList());
      }
    }
  }

  private static boolean name(String id) {
    return id.matches("[a-z0-9-]+");
  }

  @Test
  void theFirstPromptsComeFirstAndTheSessionsOwnWordsSoonAfter() throws ProgrammeException {
    Programme programme = ProgrammeReader.shipped("back-pain");
    List<Sentence> ordered = PromptIds.of(programme).of(programme.forMinutes(10));

    assertThat(ordered.get(0).id()).isEqualTo("position-1");
    assertThat(ordered).extracting(Sentence::id).doesNotHaveDuplicates();
    assertThat(ordered.indexOf(Announcement.PAUSED.sentence())).isBetween(3, 12);
    assertThat(ordered.get(ordered.size() - 1).id()).startsWith("return-");
  }

  @Test
  void whatNoProgrammeSaysHasNoName() throws ProgrammeException {
    PromptIds ids = PromptIds.of(ProgrammeReader.shipped("back-pain"));

    assertThat(ids.sentence("rest", "Something else.").id()).isEmpty();
    assertThat(ids.sentence("nowhere", "Something else.").text()).isEqualTo("Something else.");
  }

  @Test
  void everyAnnouncementHasWords() {
    assertThat(Announcement.sentences())
        .hasSize(Announcement.values().length)
        .allMatch(sentence -> sentence.text().endsWith("."))
        .allMatch(sentence -> sentence.id().startsWith("session-"));
  }
}

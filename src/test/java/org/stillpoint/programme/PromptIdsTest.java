package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptIdsTest {

  /** Six digits are the lowest 24 bits of the text's CRC-32, here from Python's zlib. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The right hand. | hands-the-right-hand-b22a55",
        "Nothing needs to move here at all. | hands-nothing-needs-to-move-0eb74b",
        "Grüße, l’été — 3 Wörter! | hands-grusse-lete-3-worter-33bc36",
        "你好。 | hands-4ccc7f",
      })
  void nameTheStageTheFirstWordsAndTheText(String text, String id) {
    assertThat(new PromptIds().next("hands", text)).isEqualTo(id);
  }

  @Test
  void theSameWordsInOneStageAreNumbered() {
    PromptIds ids = new PromptIds();

    String first = ids.next("hands", "The thumb.");
    assertThat(ids.next("hands", "The thumb.")).isEqualTo(first + "-2");
    assertThat(ids.next("hands", "The thumb!")).isNotEqualTo(first).doesNotEndWith("-2");
  }

  @Test
  void stayWhenOtherPromptsComeAndChangeWithTheWords() throws ProgrammeException {
    String more =
        ShortScript.with(
            "- say: The right hand.",
            "- say: Another one.\n        silence: 1\n      - say: The right hand.");
    String changed = ShortScript.with("The right hand.", "The right hand, resting.");

    assertThat(idsOf(more)).containsAll(idsOf(ShortScript.TEXT));
    assertThat(idsOf(changed))
        .doesNotContain("hands-the-right-hand-b22a55")
        .containsAll(idsOf(ShortScript.TEXT).stream().filter(id -> !id.contains("right")).toList());
  }

  @Test
  void anIdOfTheAuthorIsTaken() throws ProgrammeException {
    String text =
        ShortScript.with("- say: The right hand.", "- say: The right hand.\n        id: welcome")
            .replace("[You may move.]", "[{say: You may move., id: leave}]");

    assertThat(idsOf(text))
        .contains("welcome", "leave")
        .doesNotContain("hands-the-right-hand-b22a55");
  }

  private static List<String> idsOf(String text) throws ProgrammeException {
    List<String> ids = new ArrayList<>();
    for (ScriptStage stage : ShortScript.read(text).forMinutes(5).stages()) {
      stage.items().stream().filter(ScriptItem::spoken).forEach(item -> ids.add(item.id()));
      stage.contactCues().forEach(cue -> ids.add(cue.id()));
      stage.supportCues().forEach(cue -> ids.add(cue.id()));
    }
    assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
    return ids;
  }
}

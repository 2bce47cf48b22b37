package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptItem;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.testkit.Scripts;

/** Saying everything once beforehand, and what its lengths do to a script. */
class RehearsalTest {
  @TempDir private Path folder;

  private static Sentence sentence(int number) {
    return new Sentence("rest-" + number, "Rest", "Text " + number + ".");
  }

  @Test
  void goesThroughAllAndKnowsHowLongTheyTake() throws IOException {
    Waves.speech(folder.resolve("rest-1.wav"), 1.9);
    Waves.speech(folder.resolve("rest-3.wav"), 2.9);
    Voice voice = new Voice(VoicePack.open(folder), null);
    Rehearsal rehearsal = new Rehearsal(voice, List.of(sentence(1), sentence(2), sentence(3)));

    assertThat(rehearsal.total()).isEqualTo(3);
    assertThat(rehearsal.step()).isTrue();
    assertThat(rehearsal.done()).isEqualTo(1);
    assertThat(rehearsal.complete()).isFalse();
    assertThat(rehearsal.step()).isTrue();
    assertThat(rehearsal.step()).isTrue();
    assertThat(rehearsal.step()).isFalse();
    assertThat(rehearsal.complete()).isTrue();
    assertThat(rehearsal.lengths()).containsOnlyKeys("Text 1.", "Text 3.");
    assertThat(rehearsal.lengths().get("Text 3.")).isBetween(2.89, 2.91);
  }

  @Test
  void givesUpOnAVoiceThatFailsAgainAndAgain() throws IOException {
    for (int i = 1; i <= 9; i++) {
      Files.writeString(folder.resolve("rest-" + i + ".wav"), "no sound");
    }
    Waves.speech(folder.resolve("rest-3.wav"), 1);
    Voice voice = new Voice(VoicePack.open(folder), null);
    List<Sentence> all = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9).stream().map(i -> sentence(i)).toList();
    Rehearsal rehearsal = new Rehearsal(voice, all);

    boolean more = true;
    while (more) {
      more = rehearsal.step();
    }

    assertThat(rehearsal.done()).isEqualTo(6); // two failed, one went well, three failed
    assertThat(rehearsal.complete()).isFalse();
    assertThat(rehearsal.trouble()).contains("rest-6.wav cannot be played");
  }

  @Test
  void aScriptIsLeftAloneByLengthsThatFit() {
    Script script = Scripts.backPain(10);

    assertThat(SpokenLengths.fit(script, Map.of())).isEqualTo(script);
    Map<String, Double> shorter = new HashMap<>();
    script.stages().stream()
        .flatMap(stage -> stage.items().stream())
        .forEach(item -> shorter.put(item.text(), item.seconds() / 2));
    assertThat(SpokenLengths.fit(script, shorter)).isEqualTo(script);
  }

  @Test
  void theSilenceAfterALongSentenceGivesTheTime() {
    Script script = Scripts.backPain(20);
    ScriptStage rest =
        script.stages().stream().filter(s -> s.id().equals("rest")).findFirst().orElseThrow();
    ScriptItem first = rest.items().get(0);
    ScriptItem silence = rest.items().get(1);

    Script fitted =
        SpokenLengths.fit(script, Map.ofEntries(entry(first.text(), first.seconds() + 1.3)));

    List<ScriptItem> items = fitted.stages().get(script.stages().indexOf(rest)).items();
    assertThat(items.get(0).seconds()).isEqualTo(first.seconds() + 1.375);
    assertThat(items.get(1).seconds()).isEqualTo(silence.seconds() - 1.375);
    assertThat(items.subList(2, items.size()))
        .isEqualTo(rest.items().subList(2, rest.items().size()));
  }

  @Test
  void whateverSpeechTakesEveryStageKeepsItsLengthAndItsSilences() {
    Random random = new Random(4);
    for (int round = 0; round < 50; round++) {
      Script script = Scripts.backPain(round % 2 == 0 ? 10 : 20);
      Map<String, Double> lengths = new HashMap<>();
      for (ScriptStage stage : script.stages()) {
        for (ScriptItem item : stage.items()) {
          lengths.put(item.text(), item.seconds() * (0.5 + 1.5 * random.nextDouble()));
        }
      }
      Script fitted = SpokenLengths.fit(script, lengths);
      for (int i = 0; i < script.stages().size(); i++) {
        ScriptStage stage = fitted.stages().get(i);
        double sum = stage.items().stream().mapToDouble(ScriptItem::seconds).sum();
        assertThat(sum).isEqualTo(script.stages().get(i).planSeconds());
        assertThat(stage.items())
            .filteredOn(item -> item.kind() == PromptKind.SILENCE)
            .allMatch(item -> item.seconds() >= 1);
        for (int k = 0; k < stage.items().size(); k++) {
          ScriptItem was = script.stages().get(i).items().get(k);
          ScriptItem is = stage.items().get(k);
          assertThat(is.text()).isEqualTo(was.text());
          assertThat(is.seconds() * 8).isEqualTo(Math.rint(is.seconds() * 8));
          assertThat(is.spoken() && is.seconds() < was.seconds()).isFalse();
        }
      }
    }
  }
}

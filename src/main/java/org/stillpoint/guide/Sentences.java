package org.stillpoint.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stillpoint.programme.Cue;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.Prompt;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptItem;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.programme.Stage;
import org.stillpoint.programme.Wording;

/**
 * Lists the sentences that can be spoken in a session. The ids are those of the prompts in the
 * programme.
 */
public final class Sentences {
  private Sentences() {}

  /** Every sentence of all lengths in the order of the file, then the announcements. */
  public static List<Sentence> of(Programme programme) {
    return of(programme, programme.minutes());
  }

  /**
   * Every sentence that some length can need, in every wording and posture, in the order of the
   * file, then the announcements.
   *
   * @param lengths in minutes
   */
  public static List<Sentence> of(Programme programme, List<Integer> lengths) {
    List<Sentence> all = new ArrayList<>();
    for (Stage stage : programme.stages()) {
      List<Integer> its = lengths.stream().filter(stage::in).toList();
      Stream.concat(stage.script().stream(), stage.cues().stream())
          .filter(prompt -> its.stream().anyMatch(prompt::in))
          .forEach(prompt -> all.addAll(of(stage, prompt)));
    }
    all.addAll(Announcement.sentences());
    return all;
  }

  private static List<Sentence> of(Stage stage, Prompt prompt) {
    List<Sentence> all = new ArrayList<>();
    for (Wording each : prompt.wordings()) {
      all.add(new Sentence(each.id(), stage.title(), each.text()));
      if (!prompt.ease().isEmpty()) {
        all.add(new Sentence(each.id() + ScriptItem.EASE, stage.title(), prompt.ease()));
      }
    }
    return all;
  }

  /**
   * Every sentence of one script, in the order in which it can be needed: for each stage its
   * script, then its cues; the announcements come after the first stage. Nothing is listed twice.
   */
  public static List<Sentence> of(Script script) {
    Map<String, Sentence> ordered = new LinkedHashMap<>();
    boolean first = true;
    for (ScriptStage stage : script.stages()) {
      for (ScriptItem item : stage.items()) {
        if (item.spoken()) {
          put(ordered, new Sentence(item.id(), stage.title(), item.text()));
        }
        if (!item.ease().isEmpty()) {
          String id = item.id() + ScriptItem.EASE;
          put(ordered, new Sentence(id, stage.title(), item.ease()));
        }
      }
      for (List<Cue> cues : List.of(stage.contactCues(), stage.supportCues(), stage.varyCues())) {
        cues.forEach(cue -> put(ordered, new Sentence(cue.id(), stage.title(), cue.text())));
      }
      if (first) {
        Announcement.sentences().forEach(sentence -> put(ordered, sentence));
        first = false;
      }
    }
    return List.copyOf(ordered.values());
  }

  private static void put(Map<String, Sentence> ordered, Sentence sentence) {
    ordered.putIfAbsent(sentence.id() + "\n" + sentence.text(), sentence);
  }
}

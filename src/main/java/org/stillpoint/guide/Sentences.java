package org.stillpoint.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stillpoint.programme.Cue;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptItem;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.programme.Stage;

/** Lists what may be said in a session. The names of the prompts are those of the programme. */
public final class Sentences {
  private Sentences() {}

  /** Every sentence of all lengths and of the session itself, in the order of the file. */
  public static List<Sentence> of(Programme programme) {
    List<Sentence> all = new ArrayList<>();
    for (Stage stage : programme.stages()) {
      Stream.concat(stage.script().stream(), stage.cues().stream())
          .filter(prompt -> !prompt.text().isEmpty())
          .forEach(prompt -> all.add(new Sentence(prompt.id(), stage.title(), prompt.text())));
    }
    all.addAll(Announcement.sentences());
    return all;
  }

  /**
   * What one length may say, in the order in which it may be needed: stage by stage, its script,
   * then its cues; after the first stage what is said of the session itself. Nothing twice.
   */
  public static List<Sentence> of(Script script) {
    Map<String, Sentence> ordered = new LinkedHashMap<>();
    boolean first = true;
    for (ScriptStage stage : script.stages()) {
      for (ScriptItem item : stage.items()) {
        if (item.spoken()) {
          put(ordered, new Sentence(item.id(), stage.title(), item.text()));
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

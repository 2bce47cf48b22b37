package org.stillpoint.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.programme.Cue;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.Prompt;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptItem;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.programme.Stage;

/**
 * Names the sentences of a programme, the same for all its lengths: the stage and a running number
 * over its different sentences, those of the script first, then the cues. The one place that knows
 * how; what is said twice in a stage has one name.
 */
public final class PromptIds {
  private final Map<String, Map<String, Sentence>> stages = new LinkedHashMap<>();

  private PromptIds() {}

  /** The names of a programme. */
  public static PromptIds of(Programme programme) {
    PromptIds ids = new PromptIds();
    for (Stage stage : programme.stages()) {
      Map<String, Sentence> sentences = new LinkedHashMap<>();
      stage.script().forEach(prompt -> add(sentences, stage, prompt));
      stage.cues().forEach(cue -> add(sentences, stage, cue));
      ids.stages.put(stage.id(), sentences);
    }
    return ids;
  }

  private static void add(Map<String, Sentence> sentences, Stage stage, Prompt prompt) {
    if (!prompt.text().isEmpty()) {
      String id = stage.id() + "-" + (sentences.size() + 1);
      sentences.putIfAbsent(prompt.text(), new Sentence(id, stage.title(), prompt.text()));
    }
  }

  /** A sentence by its stage and words; one without a name when the programme does not have it. */
  public Sentence sentence(String stageId, String text) {
    Sentence known = stages.getOrDefault(stageId, Map.of()).get(text);
    return known == null ? new Sentence("", stageId, text) : known;
  }

  /** Every sentence of the programme and of the session itself, in the order of the file. */
  public List<Sentence> all() {
    List<Sentence> all = new ArrayList<>();
    stages.values().forEach(stage -> all.addAll(stage.values()));
    all.addAll(Announcement.sentences());
    return all;
  }

  /**
   * What one length may say, in the order in which it may be needed: stage by stage, its script,
   * then its cues; after the first stage what is said of the session itself. Nothing twice.
   */
  public List<Sentence> of(Script script) {
    Map<String, Sentence> ordered = new LinkedHashMap<>();
    boolean first = true;
    for (ScriptStage stage : script.stages()) {
      for (ScriptItem item : stage.items()) {
        if (item.spoken()) {
          put(ordered, sentence(stage.id(), item.text()));
        }
      }
      for (Cue cue : stage.contactCues()) {
        put(ordered, sentence(stage.id(), cue.text()));
      }
      for (Cue cue : stage.supportCues()) {
        put(ordered, sentence(stage.id(), cue.text()));
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

  /** Texts by name, of the whole programme. */
  public Map<String, Sentence> byId() {
    Map<String, Sentence> byId = new HashMap<>();
    all().forEach(sentence -> byId.put(sentence.id(), sentence));
    return byId;
  }
}

package org.stillpoint.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** From the tree of a script to the {@link Programme}; its timing is checked afterwards. */
final class ProgrammeParser {
  /** The longest name for people, in characters; it has to fit on a screen. */
  static final int LONGEST_TITLE = 80;

  private static final List<String> KEYS = List.of("id", "title", "minutes", "stages");

  private final Source source;
  private final YamlValues values;

  ProgrammeParser(Source source) {
    this.source = source;
    this.values = new YamlValues(source);
  }

  /** The whole programme, each length of which has been timed once as a check. */
  Programme programme(Node root) throws ProgrammeException {
    YamlMap map = new YamlMap(source, root, "a script").allowing(KEYS);
    String id = values.id(map.required("id"), "the id");
    String title = values.text(map.required("title"), "the title", LONGEST_TITLE);
    Node minutesNode = map.required("minutes");
    List<Integer> minutes = values.minutesList(minutesNode, "\"minutes\"");
    List<Stage> stages = stages(map.required("stages"), minutes);
    Programme programme = new Programme(id, title, minutes, stages);
    ScriptTimer timer = new ScriptTimer(source, Source.line(minutesNode));
    for (int length : minutes) {
      timer.time(programme, length);
    }
    return programme;
  }

  private List<Stage> stages(Node node, List<Integer> minutes) throws ProgrammeException {
    StageParser parser = new StageParser(source, minutes);
    List<Stage> stages = new ArrayList<>();
    Map<String, Integer> linesOfIds = new HashMap<>();
    for (Node item : values.list(node, "\"stages\"")) {
      Stage stage = parser.stage(item);
      Integer earlier = linesOfIds.putIfAbsent(stage.id(), stage.line());
      if (earlier != null) {
        throw source.mistake(
            stage.line(),
            "the stage id " + Source.quoted(stage.id()) + " is already used on line " + earlier,
            "give every stage its own id");
      }
      stages.add(stage);
    }
    return stages;
  }
}

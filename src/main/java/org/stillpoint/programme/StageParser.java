package org.stillpoint.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads one stage of a script. */
final class StageParser {
  /** The longest text spoken without a silence, in characters: about half a minute. */
  static final int LONGEST_TEXT = 300;

  private static final List<String> KEYS =
      List.of("id", "title", "role", "time", "script", "contact", "support");

  private final Source source;
  private final YamlValues values;
  private final List<Integer> offered;

  /**
   * Makes a reader of stages.
   *
   * @param offered the lengths of the programme in minutes
   */
  StageParser(Source source, List<Integer> offered) {
    this.source = source;
    this.values = new YamlValues(source);
    this.offered = List.copyOf(offered);
  }

  /** A stage with everything in it. */
  Stage stage(Node node) throws ProgrammeException {
    YamlMap map = new YamlMap(source, node, "a stage").allowing(KEYS);
    String id = values.id(map.required("id"), "the stage id");
    String title = values.text(map.required("title"), "the title", ProgrammeParser.LONGEST_TITLE);
    Role role = values.role(map.required("role"));
    Map<Integer, Integer> seconds = times(map.required("time"));
    List<Prompt> script = new ArrayList<>();
    for (Node entry : values.list(map.required("script"), "\"script\"")) {
      script.add(entry(entry, seconds.keySet()));
    }
    List<Prompt> cues = new ArrayList<>();
    cues.addAll(cues(map.optional("contact"), Kind.CONTACT, seconds.keySet()));
    cues.addAll(cues(map.optional("support"), Kind.SUPPORT, seconds.keySet()));
    return new Stage(id, title, role, seconds, script, cues, map.line());
  }

  private Map<Integer, Integer> times(Node node) throws ProgrammeException {
    Map<Integer, Integer> seconds = new HashMap<>();
    for (NodeTuple tuple : new YamlMap(source, node, "\"time\"").entries()) {
      int minutes = values.minutes(tuple.getKeyNode(), "\"time\"");
      requireOneOf(tuple.getKeyNode(), minutes, "\"time\"", offered);
      seconds.put(minutes, values.clockSeconds(tuple.getValueNode()));
    }
    if (seconds.isEmpty()) {
      throw source.mistake(node, "\"time\" is empty", "give the stage's time for each length");
    }
    return seconds;
  }

  private Prompt entry(Node node, Set<Integer> lengths) throws ProgrammeException {
    YamlMap map = new YamlMap(source, node, "an entry of \"script\"");
    map.allowing(List.of("say", "optional", "silence", "only"));
    Set<Integer> only = only(map, lengths);
    Optional<Node> say = map.optional("say");
    Optional<Node> optional = map.optional("optional");
    Optional<Node> silence = map.optional("silence");
    if ((say.isPresent() ? 1 : 0) + (optional.isPresent() ? 1 : 0) + (silence.isPresent() ? 1 : 0)
        != 1) {
      throw source.mistake(
          node,
          "an entry of \"script\" is exactly one of say, optional, silence",
          "begin a new entry with \"- \" for each");
    }
    if (silence.isPresent()) {
      return new Prompt(Kind.SILENCE, "", values.weight(silence.get()), only, map.line());
    }
    Kind kind = say.isPresent() ? Kind.INSTRUCTION : Kind.OPTIONAL;
    Node text = say.or(() -> optional).orElseThrow();
    return new Prompt(kind, values.text(text, "the text", LONGEST_TEXT), 0, only, map.line());
  }

  private List<Prompt> cues(Optional<Node> list, Kind kind, Set<Integer> lengths)
      throws ProgrammeException {
    List<Prompt> cues = new ArrayList<>();
    if (list.isPresent()) {
      for (Node node : values.list(list.get(), "the list of cues")) {
        cues.add(cue(node, kind, lengths));
      }
    }
    return cues;
  }

  private Prompt cue(Node node, Kind kind, Set<Integer> lengths) throws ProgrammeException {
    Node text = node;
    Set<Integer> only = Set.of();
    if (node instanceof MappingNode) {
      YamlMap map = new YamlMap(source, node, "a cue").allowing(List.of("say", "only"));
      text = map.required("say");
      only = only(map, lengths);
    }
    String words = values.text(text, "the cue", LONGEST_TEXT);
    if (SpeakingPace.seconds(words) > ScriptTimer.LONGEST_CUE_SECONDS) {
      throw source.mistake(
          text,
          "the cue " + Source.quoted(words) + " takes too long to say",
          "keep a cue to about eight words");
    }
    return new Prompt(kind, words, 0, only, Source.line(node));
  }

  private Set<Integer> only(YamlMap map, Set<Integer> lengths) throws ProgrammeException {
    Optional<Node> node = map.optional("only");
    if (node.isEmpty()) {
      return Set.of();
    }
    List<Integer> only = values.minutesList(node.get(), "\"only\"");
    for (int minutes : only) {
      requireOneOf(node.get(), minutes, "\"only\"", lengths.stream().sorted().toList());
    }
    return Set.copyOf(only);
  }

  private void requireOneOf(Node node, int minutes, String what, List<Integer> lengths)
      throws ProgrammeException {
    if (!lengths.contains(minutes)) {
      throw source.mistake(
          node, what + " names " + minutes + " minutes", "the lengths here are " + lengths);
    }
  }
}

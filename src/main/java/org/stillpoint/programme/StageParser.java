package org.stillpoint.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads the stages of a script; continues after a mistake where it can. */
final class StageParser {
  private static final List<String> KEYS =
      List.of(
          "id",
          "title",
          "role",
          "optional",
          "pacer",
          "time",
          "script",
          "contact",
          "support",
          "vary");

  private final Source source;
  private final Mistakes mistakes;
  private final YamlValues values;
  private final List<Integer> offered;
  private final List<Posture> postures;

  /**
   * A stage, and how far it can be checked.
   *
   * @param stage the stage, with default values where the file has mistakes
   * @param placed whether id, role and times are as the author wrote them
   * @param whole whether it has no mistakes
   */
  record Parsed(Stage stage, boolean placed, boolean whole) {}

  /**
   * A reader for the stages of one script.
   *
   * @param mistakes receives what is wrong
   * @param offered the lengths of the programme in minutes; empty if they could not be read
   * @param postures the postures that the programme is for
   */
  StageParser(Source source, Mistakes mistakes, List<Integer> offered, List<Posture> postures) {
    this.source = source;
    this.mistakes = mistakes;
    this.values = new YamlValues(source);
    this.offered = List.copyOf(offered);
    this.postures = List.copyOf(postures);
  }

  /**
   * A stage with everything in it.
   *
   * @throws ProgrammeException if it is not a stage at all
   */
  Parsed stage(Node node) throws ProgrammeException {
    int before = mistakes.count();
    YamlMap map = new YamlMap(source, mistakes, node, "a stage").allowing(KEYS);
    Optional<String> id = mistakes.attempt(() -> values.id(map.required("id"), "the stage id"));
    Optional<String> title =
        mistakes.attempt(
            () -> values.text(map.required("title"), "the title", ProgrammeParser.LONGEST_TITLE));
    Optional<Role> role =
        mistakes.attempt(() -> values.word(map.required("role"), Role.class, "the role"));
    Inclusion inclusion =
        map.optional("optional")
            .flatMap(word -> mistakes.attempt(() -> values.inclusion(word)))
            .orElse(Inclusion.ALWAYS);
    @Nullable Pacer pacer =
        map.optional("pacer")
            .flatMap(word -> mistakes.attempt(() -> values.pacer(word)))
            .orElse(null);
    Optional<Map<Integer, Integer>> times = mistakes.attempt(() -> times(map.required("time")));
    PromptParser prompts =
        new PromptParser(
            source, mistakes, id.orElse("stage"), times.orElse(Map.of()).keySet(), postures);
    List<Prompt> script = prompts.script(map);
    List<Prompt> cues = prompts.cues(map);
    Stage stage =
        new Stage(
            id.orElse(""),
            title.orElse(""),
            role.orElse(Role.GUIDED),
            inclusion,
            pacer,
            times.orElse(Map.of()),
            script,
            cues,
            map.line());
    boolean placed = id.isPresent() && role.isPresent() && times.isPresent();
    return new Parsed(stage, placed, mistakes.count() == before);
  }

  private Map<Integer, Integer> times(Node node) throws ProgrammeException {
    Map<Integer, Integer> seconds = new HashMap<>();
    for (NodeTuple tuple : new YamlMap(source, mistakes, node, "\"time\"").entries()) {
      int minutes = values.minutes(tuple.getKeyNode(), "\"time\"");
      if (!offered.isEmpty()) {
        values.requireOneOf(tuple.getKeyNode(), minutes, "\"time\"", Set.copyOf(offered));
      }
      seconds.put(minutes, values.clockSeconds(tuple.getValueNode()));
    }
    if (seconds.isEmpty()) {
      throw source.mistake(node, "\"time\" is empty", "give the stage's time for each length");
    }
    return seconds;
  }
}

package org.stillpoint.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;
import org.stillpoint.signal.EnumWords;

/**
 * Turns the tree of a script into a {@link Programme}, or reports everything that is wrong with it.
 */
final class ProgrammeParser {
  /** The longest name for people, in characters; it has to fit on a screen. */
  static final int LONGEST_TITLE = 80;

  private static final List<String> KEYS =
      List.of("id", "title", "kind", "ending", "postures", "minutes", "stages");

  private final Source source;
  private final Mistakes mistakes = new Mistakes();
  private final YamlValues values;

  ProgrammeParser(Source source) {
    this.source = source;
    this.values = new YamlValues(source);
  }

  /**
   * The whole programme; each of its lengths has been timed once as a check.
   *
   * @throws ProgrammeException with every mistake that could be found
   */
  Programme programme(Node root) throws ProgrammeException {
    YamlMap map = new YamlMap(source, mistakes, root, "a script").allowing(KEYS);
    String id = mistakes.attempt(() -> values.id(map.required("id"), "the id")).orElse("");
    String title =
        mistakes
            .attempt(() -> values.text(map.required("title"), "the title", LONGEST_TITLE))
            .orElse("");
    ProgrammeKind kind =
        map.optional("kind")
            .flatMap(
                word -> mistakes.attempt(() -> values.word(word, ProgrammeKind.class, "the kind")))
            .orElse(ProgrammeKind.GUIDED);
    Ending ending =
        map.optional("ending")
            .flatMap(word -> mistakes.attempt(() -> values.word(word, Ending.class, "the ending")))
            .orElse(Ending.RETURN);
    List<Integer> minutes =
        mistakes
            .attempt(() -> values.minutesList(map.required("minutes"), "\"minutes\""))
            .orElse(List.of());
    List<Posture> postures =
        map.optional("postures")
            .flatMap(list -> mistakes.attempt(() -> values.postures(list)))
            .orElse(List.of(Posture.values()));
    List<StageParser.Parsed> parsed = stages(map, minutes, postures);
    List<Stage> stages = parsed.stream().map(StageParser.Parsed::stage).toList();
    Programme programme = new Programme(id, title, kind, ending, postures, minutes, stages);
    if (!minutes.isEmpty() && !parsed.isEmpty()) {
      int minutesLine = map.optional("minutes").map(Source::line).orElse(0);
      boolean placed = parsed.stream().allMatch(StageParser.Parsed::placed);
      check(programme, parsed, placed, minutesLine);
    }
    mistakes.refuseIfAny();
    return programme;
  }

  private List<StageParser.Parsed> stages(
      YamlMap map, List<Integer> minutes, List<Posture> postures) {
    StageParser parser = new StageParser(source, mistakes, minutes, postures);
    List<StageParser.Parsed> stages = new ArrayList<>();
    for (Node item :
        mistakes
            .attempt(() -> values.list(map.required("stages"), "\"stages\""))
            .orElse(List.of())) {
      mistakes.attempt(() -> parser.stage(item)).ifPresent(stages::add);
    }
    requireOwnIds(stages.stream().map(StageParser.Parsed::stage).toList());
    return stages;
  }

  private void requireOwnIds(List<Stage> stages) {
    Map<String, Integer> linesOfStages = new HashMap<>();
    Map<String, Integer> linesOfPrompts = new HashMap<>();
    for (Stage stage : stages) {
      requireOwn(linesOfStages, stage.id(), stage.line(), "the stage id ", "every stage");
      for (List<Prompt> prompts : List.of(stage.script(), stage.cues())) {
        for (Prompt prompt : prompts) {
          for (Wording wording : prompt.wordings()) {
            requireOwn(linesOfPrompts, wording.id(), prompt.line(), "the id ", "every prompt");
          }
        }
      }
    }
  }

  private void requireOwn(
      Map<String, Integer> lines, String id, int line, String what, String whose) {
    Integer earlier = id.isEmpty() ? null : lines.putIfAbsent(id, line);
    if (earlier != null) {
      mistakes.add(
          source.mistake(
              line,
              what + Source.quoted(id) + " is already used on line " + earlier,
              "give " + whose + " its own id"));
    }
  }

  /** Checks what shows only when the stages of a length are seen together. */
  private void check(
      Programme programme, List<StageParser.Parsed> parsed, boolean placed, int minutesLine) {
    StageOrder order = new StageOrder(source, mistakes, minutesLine);
    KindRules rules = new KindRules(source, mistakes, minutesLine);
    ScriptTimer timer = new ScriptTimer(source, mistakes);
    for (int length : programme.minutes()) {
      if (placed) {
        order.check(programme, length);
        rules.check(programme, length);
      }
      for (StageParser.Parsed each : parsed) {
        if (each.whole() && each.stage().in(length)) {
          check(timer, programme, each.stage(), length);
        }
      }
    }
  }

  /** Times a stage for every posture, in its longest wordings. */
  private void check(ScriptTimer timer, Programme programme, Stage stage, int length) {
    int before = mistakes.count();
    for (Posture posture : programme.postures()) {
      if (mistakes.count() == before) {
        timer.time(stage, length, stage.seconds(length), posture, Prompt::longest);
      }
      requireLines(programme, stage, length, posture);
    }
  }

  private void requireLines(Programme programme, Stage stage, int length, Posture posture) {
    boolean speaks = programme.postures().stream().anyMatch(any -> speaks(stage, length, any));
    if (speaks && !speaks(stage, length, posture)) {
      mistakes.add(
          source.mistake(
              stage.line(),
              String.format(
                  Locale.ROOT,
                  "the stage %s of the %d minute script says nothing in the posture %s",
                  Source.quoted(stage.id()),
                  length,
                  EnumWords.word(posture)),
              "add a line for it, or name the other postures in \"postures\" at the top"));
    }
  }

  private static boolean speaks(Stage stage, int length, Posture posture) {
    return stage.script().stream()
        .anyMatch(each -> each.kind() == PromptKind.INSTRUCTION && each.in(length, posture));
  }
}

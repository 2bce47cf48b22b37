package org.stillpoint.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.stillpoint.signal.EnumWords;

/** Reads the lines, the silences and the cues of one stage. */
final class PromptParser {
  /** The longest text spoken without a silence, in characters: about half a minute. */
  static final int LONGEST_TEXT = 300;

  /** By this share of the time of the first wording another one may be longer or shorter. */
  private static final double MOST_DIFFERENT = 0.1;

  private static final String PACER = "pacer";

  private static final List<String> ENTRY_KEYS =
      List.of(
          "say",
          "optional",
          "or",
          "focus",
          "ease",
          "needs",
          "silence",
          "only",
          "from",
          "posture",
          "id");
  private static final List<String> SPOKEN_KEYS = List.of("id", "or", "focus", "ease", "needs");
  private static final List<String> CUE_KEYS = List.of("say", "only", "from", "posture", "id");
  private static final List<String> VARY_KEYS =
      List.of("touch", "breath", "image", "only", "from", "posture", "id");
  private static final List<String> OTHER_KEYS = List.of("say", "focus");

  private final Source source;
  private final Mistakes mistakes;
  private final YamlValues values;
  private final String stageId;
  private final Set<Integer> lengths;
  private final List<Posture> offered;
  private final PromptIds ids = new PromptIds();

  /**
   * A reader for one stage.
   *
   * @param mistakes receives what is wrong
   * @param lengths the lengths that have the stage, in minutes; empty if they could not be read
   * @param offered the postures that the programme is for
   */
  PromptParser(
      Source source,
      Mistakes mistakes,
      String stageId,
      Set<Integer> lengths,
      List<Posture> offered) {
    this.source = source;
    this.mistakes = mistakes;
    this.values = new YamlValues(source);
    this.stageId = stageId;
    this.lengths = Set.copyOf(lengths);
    this.offered = List.copyOf(offered);
  }

  /** The running script of the stage. */
  List<Prompt> script(YamlMap stage) {
    List<Prompt> script = new ArrayList<>();
    mistakes
        .attempt(() -> values.list(stage.required("script"), "\"script\""))
        .orElse(List.of())
        .forEach(entry -> mistakes.attempt(() -> entry(entry)).ifPresent(script::addAll));
    return script;
  }

  /** All cues of the stage. */
  List<Prompt> cues(YamlMap stage) {
    List<Prompt> cues = new ArrayList<>();
    for (PromptKind kind : List.of(PromptKind.CONTACT, PromptKind.SUPPORT, PromptKind.VARY)) {
      stage
          .optional(EnumWords.word(kind))
          .flatMap(list -> mistakes.attempt(() -> values.list(list, "the list of cues")))
          .orElse(List.of())
          .forEach(
              node ->
                  mistakes
                      .attempt(() -> kind == PromptKind.VARY ? vary(node) : cue(node, kind))
                      .ifPresent(cues::add));
    }
    return cues;
  }

  /** A line, a silence, or a line with a silence after it. */
  private List<Prompt> entry(Node node) throws ProgrammeException {
    YamlMap map = new YamlMap(source, mistakes, node, "an entry of \"script\"");
    map.allowing(ENTRY_KEYS);
    Optional<Node> say = map.optional("say");
    Optional<Node> optional = map.optional("optional");
    Optional<Node> silence = map.optional("silence");
    if ((say.isPresent() && optional.isPresent())
        || (say.isEmpty() && optional.isEmpty() && silence.isEmpty())) {
      throw source.mistake(
          node,
          "an entry of \"script\" must have exactly one of say and optional, or a silence",
          "begin a new entry with \"- \" for each");
    }
    List<Prompt> prompts = new ArrayList<>();
    if (say.isPresent() || optional.isPresent()) {
      PromptKind kind = say.isPresent() ? PromptKind.INSTRUCTION : PromptKind.OPTIONAL;
      String text = values.text(say.or(() -> optional).orElseThrow(), "the text", LONGEST_TEXT);
      prompts.add(prompt(map, kind, text, null));
    } else {
      refuseSpokenKeys(map, node);
    }
    if (silence.isPresent()) {
      double weight = values.weight(silence.get());
      int line = prompts.isEmpty() ? map.line() : Source.line(silence.get());
      prompts.add(
          new Prompt(
              PromptKind.SILENCE,
              List.of(),
              false,
              "",
              weight,
              null,
              only(map),
              postures(map),
              line));
    }
    return prompts;
  }

  private void refuseSpokenKeys(YamlMap map, Node node) throws ProgrammeException {
    for (String key : SPOKEN_KEYS) {
      if (map.optional(key).isPresent()) {
        throw source.mistake(
            node, "a silence has the key " + Source.quoted(key), "remove it: nothing is said here");
      }
    }
  }

  private Prompt cue(Node node, PromptKind kind) throws ProgrammeException {
    if (!(node instanceof MappingNode)) {
      String text = words(node);
      Wording wording = new Wording(ids.next(stageId, text), text, null);
      return new Prompt(
          kind, List.of(wording), false, "", 0, null, Set.of(), Set.of(), Source.line(node));
    }
    YamlMap map = new YamlMap(source, mistakes, node, "a cue").allowing(CUE_KEYS);
    return prompt(map, kind, words(map.required("say")), null);
  }

  private Prompt vary(Node node) throws ProgrammeException {
    List<Modality> named = new ArrayList<>();
    if (node instanceof MappingNode) {
      YamlMap map = new YamlMap(source, mistakes, node, "a vary cue").allowing(VARY_KEYS);
      for (Modality modality : Modality.values()) {
        if (map.optional(key(modality)).isPresent()) {
          named.add(modality);
        }
      }
      if (named.size() == 1) {
        String text = words(map.required(key(named.get(0))));
        return prompt(map, PromptKind.VARY, text, named.get(0));
      }
    }
    throw source.mistake(
        node,
        "a vary cue does not say where it leads",
        "write one of \"touch: ...\", \"breath: ...\", \"image: ...\"");
  }

  private static String key(Modality modality) {
    return EnumWords.word(modality);
  }

  private String words(Node node) throws ProgrammeException {
    String words = values.text(node, "the cue", LONGEST_TEXT);
    if (SpeakingPace.seconds(words) > ScriptTimer.LONGEST_CUE_SECONDS) {
      throw source.mistake(
          node,
          "the cue " + Source.quoted(words) + " takes too long to say",
          "keep a cue to about eight words");
    }
    return words;
  }

  private Prompt prompt(YamlMap map, PromptKind kind, String text, @Nullable Modality modality)
      throws ProgrammeException {
    List<Wording> wordings = wordings(map, text);
    Optional<Node> instead = map.optional("ease");
    String ease = instead.isPresent() ? values.text(instead.get(), "\"ease\"", LONGEST_TEXT) : "";
    Optional<Node> needs = map.optional("needs");
    if (needs.isPresent() && !values.text(needs.get(), "\"needs\"", LONGEST_TEXT).equals(PACER)) {
      throw source.mistake(needs.get(), "\"needs\" names something unknown", "write needs: pacer");
    }
    return new Prompt(
        kind, wordings, needs.isPresent(), ease, 0, modality, only(map), postures(map), map.line());
  }

  /** What is said, and the other ways to say it. */
  private List<Wording> wordings(YamlMap map, String text) throws ProgrammeException {
    Optional<Node> given = map.optional("id");
    String id = given.isPresent() ? values.id(given.get(), "the id") : ids.next(stageId, text);
    List<Wording> wordings = new ArrayList<>();
    wordings.add(new Wording(id, text, focus(map)));
    Optional<Node> others = map.optional("or");
    if (others.isPresent()) {
      Node node = others.get();
      List<Node> nodes = node instanceof SequenceNode ? values.list(node, "\"or\"") : List.of(node);
      for (Node each : nodes) {
        Wording other = other(each, given.isPresent() ? id + "-" + (wordings.size() + 1) : "");
        requireAsLong(each, text, other.text());
        wordings.add(other);
      }
    }
    return wordings;
  }

  /**
   * Another way to say a prompt.
   *
   * @param id its id; empty to name it after its words
   */
  private Wording other(Node node, String id) throws ProgrammeException {
    @Nullable Focus focus = null;
    Node said = node;
    if (node instanceof MappingNode) {
      YamlMap map = new YamlMap(source, mistakes, node, "an entry of \"or\"");
      map.allowing(OTHER_KEYS);
      focus = focus(map);
      said = map.required("say");
    }
    String text = values.text(said, "the text", LONGEST_TEXT);
    return new Wording(id.isEmpty() ? ids.next(stageId, text) : id, text, focus);
  }

  private void requireAsLong(Node node, String text, String other) throws ProgrammeException {
    double seconds = SpeakingPace.seconds(text);
    double others = SpeakingPace.seconds(other);
    if (Math.abs(others - seconds) > MOST_DIFFERENT * seconds) {
      throw source.mistake(
          node,
          String.format(
              Locale.ROOT,
              "this wording takes %.1f s to say, the first one %.1f s",
              others,
              seconds),
          "use about as many words: all wordings of a line must last as long within a tenth");
    }
  }

  private @Nullable Focus focus(YamlMap map) throws ProgrammeException {
    Optional<Node> focus = map.optional("focus");
    return focus.isPresent() ? values.word(focus.get(), Focus.class, "the focus") : null;
  }

  private Set<Posture> postures(YamlMap map) throws ProgrammeException {
    Optional<Node> postures = map.optional("posture");
    if (postures.isEmpty()) {
      return Set.of();
    }
    List<Posture> named = values.postures(postures.get());
    for (Posture each : named) {
      if (!offered.contains(each)) {
        throw source.mistake(
            postures.get(),
            "the programme is not for the posture " + EnumWords.word(each),
            "add it to \"postures\" at the top, or remove it here");
      }
    }
    return Set.copyOf(named);
  }

  /**
   * The lengths that an entry names: single ones, or one and all longer ones; empty for every
   * length.
   */
  private Set<Integer> only(YamlMap map) throws ProgrammeException {
    Optional<Node> only = map.optional("only");
    Optional<Node> from = map.optional("from");
    if (only.isPresent() && from.isPresent()) {
      throw source.mistake(
          from.get(), "the entry has both \"only\" and \"from\"", "keep one of them");
    }
    if (only.isPresent()) {
      List<Integer> named = values.minutesList(only.get(), "\"only\"");
      for (int minutes : named) {
        requireLength(only.get(), minutes, "\"only\"");
      }
      return Set.copyOf(named);
    }
    if (from.isEmpty()) {
      return Set.of();
    }
    int least = values.minutes(from.get(), "\"from\"");
    requireLength(from.get(), least, "\"from\"");
    return lengths.stream().filter(each -> each >= least).collect(Collectors.toSet());
  }

  private void requireLength(Node node, int minutes, String what) throws ProgrammeException {
    if (!lengths.isEmpty()) {
      values.requireOneOf(node, minutes, what, lengths);
    }
  }
}

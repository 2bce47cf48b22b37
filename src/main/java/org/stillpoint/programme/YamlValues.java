package org.stillpoint.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.stillpoint.signal.EnumWords;

/**
 * Reads single values of a script. A value that cannot be used is refused with its line.
 *
 * @param source the script, for the messages
 */
record YamlValues(Source source) {
  /** The longest session, in minutes. */
  static final int LONGEST_MINUTES = 180;

  /** A short name for files and command lines. */
  static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private static final Pattern MINUTES = Pattern.compile("[0-9]{1,3}");
  private static final Pattern RATE = Pattern.compile("[0-9](\\.[0-9]{1,2})?");
  private static final Pattern WEIGHT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3})?");
  private static final Pattern CLOCK = Pattern.compile("([0-9]{1,3}):([0-5][0-9])");

  /** Text with at least one word to say; blanks and line breaks become single spaces. */
  String text(Node node, String what, int longest) throws ProgrammeException {
    String text = scalar(node, what).replaceAll("\\s+", " ").strip();
    if (isNull(node) || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw source.mistake(node, what + " is empty", "write at least one word or remove the line");
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      throw source.mistake(
          node, what + " contains a control character", "use letters and punctuation only");
    }
    if (text.length() > longest) {
      throw source.mistake(
          node,
          what + " is longer than " + longest + " characters",
          "shorten it or split it, with silences between");
    }
    return text;
  }

  /** A short name for files and command lines. */
  String id(Node node, String what) throws ProgrammeException {
    String id = scalar(node, what);
    if (isNull(node) || !ID.matcher(id).matches()) {
      throw source.mistake(
          node,
          what + " " + Source.quoted(id) + " is not a short name",
          "use up to 40 lower-case letters, digits and hyphens");
    }
    return id;
  }

  /** One of the words of an enum, in lower case. */
  <E extends Enum<E>> E word(Node node, Class<E> type, String what) throws ProgrammeException {
    String word = scalar(node, what);
    List<String> words = new ArrayList<>();
    for (E value : type.getEnumConstants()) {
      String known = EnumWords.word(value);
      if (known.equals(word)) {
        return value;
      }
      words.add(known);
    }
    throw source.mistake(
        node,
        what + " " + Source.quoted(word) + " is unknown",
        "use one of " + String.join(", ", words));
  }

  /** Whether a person may leave a stage out. */
  Inclusion inclusion(Node node) throws ProgrammeException {
    String word = scalar(node, "\"optional\"");
    return switch (word) {
      case "true" -> Inclusion.UNLESS_LEFT_OUT;
      case "opt-in" -> Inclusion.IF_CHOSEN;
      case "false" -> Inclusion.ALWAYS;
      default ->
          throw source.mistake(
              node,
              "\"optional\" is " + Source.quoted(word),
              "write true for a stage that can be left out, opt-in for one that is played only if"
                  + " it is chosen");
    };
  }

  /** What the breath pacer does in a stage: "resonance" or breaths a minute. */
  Pacer pacer(Node node) throws ProgrammeException {
    String word = scalar(node, "the pacer");
    if (word.equals("resonance")) {
      return new Pacer(Pacer.PacerTarget.RESONANCE, Pacer.USUAL_RESONANCE);
    }
    double rate = RATE.matcher(word).matches() ? Double.parseDouble(word) : 0;
    if (rate < Pacer.SLOWEST || rate > Pacer.FASTEST) {
      throw source.mistake(
          node,
          "the pacer " + Source.quoted(word) + " is not a rate that can be paced",
          "write resonance, or breaths a minute from " + Pacer.SLOWEST + " to " + Pacer.FASTEST);
    }
    return new Pacer(Pacer.PacerTarget.RATE, rate);
  }

  /**
   * A list of different lengths in whole minutes; the brackets can be left out around a single one.
   */
  List<Integer> minutesList(Node node, String what) throws ProgrammeException {
    List<Node> items = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    List<Integer> minutes = new ArrayList<>();
    for (Node item : items) {
      int value = minutes(item, what);
      if (minutes.contains(value)) {
        throw source.mistake(item, what + " names " + value + " twice", "name each length once");
      }
      minutes.add(value);
    }
    if (minutes.isEmpty()) {
      throw source.mistake(node, what + " is an empty list", "name a length, such as [10, 20]");
    }
    return minutes;
  }

  /** A length of a session in whole minutes. */
  int minutes(Node node, String what) throws ProgrammeException {
    String digits = scalar(node, what);
    int value = MINUTES.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
    if (value < 1 || value > LONGEST_MINUTES) {
      throw source.mistake(
          node,
          what + " holds " + Source.quoted(digits) + ", which is not a length in minutes",
          "use whole minutes from 1 to " + LONGEST_MINUTES);
    }
    return value;
  }

  /** Refuses a length that is not one of {@code lengths}. */
  void requireOneOf(Node node, int minutes, String what, Set<Integer> lengths)
      throws ProgrammeException {
    if (!lengths.contains(minutes)) {
      throw source.mistake(
          node,
          what + " names " + minutes + " minutes, which is not a length here",
          "the lengths here are " + lengths.stream().sorted().toList());
    }
  }

  /** A length of a stage, written as minutes and seconds, in seconds; never 0. */
  int clockSeconds(Node node) throws ProgrammeException {
    String text = scalar(node, "the time of a stage");
    Matcher clock = CLOCK.matcher(text);
    int seconds =
        clock.matches()
            ? Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2))
            : 0;
    if (seconds == 0) {
      throw source.mistake(
          node,
          "the time " + Source.quoted(text) + " is not minutes and seconds",
          "write 1:30 for a minute and a half");
    }
    return seconds;
  }

  /** The weight of a silence, above 0 and below 1000. */
  double weight(Node node) throws ProgrammeException {
    String text = scalar(node, "the weight of a silence");
    double weight = WEIGHT.matcher(text).matches() ? Double.parseDouble(text) : 0;
    if (weight <= 0) {
      throw source.mistake(
          node,
          "the weight " + Source.quoted(text) + " of a silence is not a number above 0",
          "write a plain number such as 1, 2 or 0.5");
    }
    return weight;
  }

  /** Different postures; the brackets can be left out around a single one. */
  List<Posture> postures(Node node) throws ProgrammeException {
    List<Node> items = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    List<Posture> postures = new ArrayList<>();
    for (Node item : items) {
      Posture posture = word(item, Posture.class, "the posture");
      if (postures.contains(posture)) {
        throw source.mistake(
            item, EnumWords.word(posture) + " is named twice", "name each posture once");
      }
      postures.add(posture);
    }
    if (postures.isEmpty()) {
      throw source.mistake(
          node, "the list of postures is empty", "name one, such as [lying, sitting]");
    }
    return postures;
  }

  /** The entries of a list. */
  List<Node> list(Node node, String what) throws ProgrammeException {
    if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw source.mistake(
          node, what + " must be a list with at least one entry", "begin each entry with \"- \"");
    }
    return list.getValue();
  }

  private String scalar(Node node, String what) throws ProgrammeException {
    if (!(node instanceof ScalarNode scalar)) {
      throw source.mistake(
          node, what + " must be a single value", "write it on the same line as its key");
    }
    return scalar.getValue();
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }
}

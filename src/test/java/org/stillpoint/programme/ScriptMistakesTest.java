package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake names its line, what is wrong and what to do. */
class ScriptMistakesTest {
  private static final String LONG = "word ".repeat(50).strip() + ".";

  @ParameterizedTest(name = "line {1}: {2}")
  @MethodSource({"keys", "values", "occasions", "lengths", "order", "kinds", "timing", "yaml"})
  void namesLineAndRemedy(String text, int line, String words) {
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> ShortScript.read(text))
        .withMessageStartingWith("my.yaml, line " + line + ": ")
        .withMessageContaining(words)
        .withMessageMatching("[^\\n]+; [^\\n]+\\.");
  }

  static Stream<Arguments> occasions() {
    String hand = "say: The right hand.";
    return Stream.of(
        changed(hand, hand + "\n        or: The right hand, the arm, the shoulder.", 25, "takes"),
        changed(hand, hand + "\n        or: [A hand., The right hand.]", 25, "use about as many"),
        changed(hand, hand + "\n        or: {sing: La.}", 25, "unknown key \"sing\""),
        changed(hand, hand + "\n        or: []", 25, "must be a list with at least one entry"),
        changed(
            hand, hand + "\n        focus: hands", 25, "use one of muscle, spine, breath, rest"),
        changed(hand, hand + "\n        posture: standing", 25, "use one of lying, side, sitting"),
        changed(hand, hand + "\n        posture: [side, side]", 25, "side is named twice"),
        changed(hand, hand + "\n        posture: []", 25, "the list of postures is empty"),
        changed("- silence: 2", "- {silence: 2, or: A}", 27, "remove it"),
        changed(
            "say: Lie as you like.",
            "{say: Lie as you like., posture: lying}",
            5,
            "the stage \"position\" of the 5 minute script says nothing in the posture side"),
        changed(
            "[You may move.]", "[{say: You may move., posture: up}]", 29, "the posture \"up\""));
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        changed("title: A", "author: Me\ntitle: A", 2, "a script has the unknown key \"author\""),
        changed("role: opening", "rolle: opening", 7, "the keys here are id, title, role"),
        changed("- say: Lie", "- sing: Lie", 10, "unknown key \"sing\""),
        changed("[Feel your hands.]", "[{sing: Feel.}]", 28, "a cue has the unknown key"),
        changed("title: A", "id: again\ntitle: A", 2, "has the key \"id\" twice"),
        changed("title: Hands", "[a, b]: Hands", 20, "a key must be a plain word"),
        arguments(ShortScript.without(1, 1), 1, "a script has no \"id\""),
        arguments(ShortScript.without(2, 2), 1, "a script has no \"title\""),
        arguments(ShortScript.without(3, 3), 1, "a script has no \"minutes\""),
        arguments(ShortScript.without(4, 42), 1, "a script has no \"stages\""),
        arguments(ShortScript.without(22, 22), 19, "a stage has no \"time\""),
        arguments(ShortScript.without(34, 35), 30, "a stage has no \"script\""),
        changed("[You may move.]", "[{only: 5}]", 29, "a cue has no \"say\""));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        changed("id: short", "id: Short Rest", 1, "\"Short Rest\" is not a short name"),
        changed("id: short", "id:", 1, "is not a short name"),
        changed("id: short", "id: [a]", 1, "the id must be a single value"),
        changed("id: rest", "id: hands", 30, "\"hands\" is already used on line 19"),
        changed("title: Hands", "title: ''", 20, "the title is empty"),
        changed("role: guided", "role: guide", 21, "use one of opening, baseline, guided"),
        changed("say: The right hand.", "say: ", 24, "the text is empty"),
        changed("say: The right hand.", "say: ' ... '", 24, "the text is empty"),
        changed("say: The right hand.", "say: {a: b}", 24, "the text must be a single value"),
        changed("say: The right hand.", "say: \"a\\ab\"", 24, "contains a control character"),
        changed("say: The right hand.", "say: " + LONG + LONG, 24, "longer than 300 characters"),
        changed("[Feel your hands.]", "['']", 28, "the cue is empty"),
        changed("[Feel your hands.]", "[" + LONG + "]", 28, "takes too long to say"),
        changed("[Feel your hands.]", "Feel your hands.", 28, "must be a list"),
        changed("silence: 2", "silence: 2 s", 27, "\"2 s\" of a silence is not a number above 0"),
        changed("silence: 2", "silence: 0", 27, "is not a number above 0"),
        changed("silence: 2", "silence: -1", 27, "is not a number above 0"),
        changed("silence: 2", "silence: .inf", 27, "is not a number above 0"),
        changed("silence: 2", "silence: 1e9", 27, "is not a number above 0"),
        changed("- silence: 2", "- only: 5", 27, "exactly one of say and optional"),
        changed("- silence: 2", "- {say: a, optional: b}", 27, "exactly one of"),
        changed("- silence: 2", "- The left hand.", 27, "must be a list of \"key: value\" lines"));
  }

  static Stream<Arguments> lengths() {
    return Stream.of(
        changed("minutes: [5]", "minutes: []", 3, "\"minutes\" is an empty list"),
        changed("minutes: [5]", "minutes: [5, 5]", 3, "names 5 twice"),
        changed("minutes: [5]", "minutes: [five]", 3, "\"five\", which is not a length"),
        changed("minutes: [5]", "minutes: [0]", 3, "use whole minutes from 1 to 180"),
        changed("minutes: [5]", "minutes: [999999999999]", 3, "not a length in minutes"),
        changed(
            "{5: 0:30}",
            "{7: 0:30}",
            8,
            "\"time\" names 7 minutes, which is not a length here; the lengths here are" + " [5]"),
        changed("{5: 0:30}", "{5: 30}", 8, "write 1:30 for a minute and a half"),
        changed("{5: 0:30}", "{5: 0:00}", 8, "\"0:00\" is not minutes and seconds"),
        changed("{5: 0:30}", "{5: 0:60}", 8, "is not minutes and seconds"),
        changed("{5: 0:30}", "{}", 8, "\"time\" is empty"),
        changed("{5: 0:30}", "0:30", 8, "\"time\" must be a list of"),
        changed("silence: 2", "silence: 2\n        only: 9", 28, "\"only\" names 9 minutes"),
        changed("silence: 2", "silence: 2\n        only: []", 28, "\"only\" is an empty list"));
  }

  static Stream<Arguments> order() {
    return Stream.of(
        arguments(ShortScript.without(36, 42), 3, "no stage with the role return"),
        arguments(ShortScript.without(12, 18), 3, "no stage with the role baseline"),
        arguments(ShortScript.without(30, 35), 3, "no stage with the role rest"),
        changed("role: guided", "role: rest", 30, "a second stage with the role rest"),
        changed("role: guided", "role: baseline", 19, "a second stage with the role baseline"),
        changed("role: opening", "role: return", 36, "a second stage with the role return"),
        changed(
            "role: opening",
            "role: guided",
            5,
            "only an opening can come before the baseline stage of the 5 minute"),
        arguments(
            ShortScript.with("role: rest", "role: return")
                .replace("role: return\n    time: {5: 1", "role: rest\n    time: {5: 1"),
            36,
            "continues after its return stage"),
        changed("minutes: [5]", "minutes: [5, 6]", 3, "the 6 minute script has no stage"),
        changed("5: 1:00", "5: 1:01", 3, "take 5:01 together, not 5:00"));
  }

  static Stream<Arguments> kinds() {
    String paced = "kind: paced\n";
    String assessment = "kind: assessment\n";
    String sleep = "ending: sleep\n";
    return Stream.of(
        changed("title: A", "kind: gymnastics\ntitle: A", 2, "use one of guided, paced"),
        changed("title: A", "ending: never\ntitle: A", 2, "use one of return, sleep"),
        arguments(sleep + ShortScript.TEXT, 37, "ends in sleep has a return stage"),
        arguments(sleep + ShortScript.without(36, 42), 4, "take 4:00 together"),
        arguments(ShortScript.without(36, 42), 3, "or write \"ending: sleep\""),
        arguments(paced + ShortScript.TEXT, 4, "of a paced programme has no pacer"),
        arguments(assessment + ShortScript.TEXT, 4, "fewer than two rates for 2:00"),
        arguments("kind: quiet\n" + ShortScript.TEXT, 20, "kind quiet has a guided stage"),
        pacer("", "resonance", 19, "has a pacer, which belongs to paced programmes"),
        pacer(paced, "fast", 23, "breaths a minute from 4.5 to 6.5"),
        pacer(paced, "12", 23, "\"12\" is not a rate that can be paced"),
        pacer(paced, "4.4", 23, "is not a rate that can be paced"),
        pacer(
            assessment,
            "resonance",
            20,
            "at the resonance rate, which an assessment has yet to find"),
        changed(
            "id: short",
            "kind: paced\nid: short",
            "role: rest",
            "pacer: 6\n    role: rest",
            31,
            "has a pacer but is not guided"),
        changed("role: guided", "role: guided\n    optional: maybe", 22, "write true for a stage"),
        changed("role: rest", "role: rest\n    optional: true", 30, "is optional but not guided"),
        changed("support:", "vary: [Feel.]\n    support:", 29, "write one of \"touch: ...\""),
        changed("support:", "vary: [{}]\n    support:", 29, "does not say where it leads"),
        changed("support:", "vary: [{touch: a, image: b}]\n    support:", 29, "does not say"),
        changed("silence: 2", "silence: 2\n        id: mute", 27, "a silence has the key \"id\""),
        changed(
            "silence: 2", "silence: 2\n        ease: Rest.", 27, "a silence has the key \"ease\""),
        changed(
            "- say: The right hand.", "- needs: rain\n        say: A.", 24, "write needs: pacer"),
        changed(
            "- silence: 2", "- {silence: 2, only: 5, from: 5}", 27, "both \"only\" and \"from\""),
        changed("silence: 2", "silence: 2\n        from: 7", 28, "\"from\" names 7 minutes"),
        changed(
            "- say: The right hand.",
            "- {say: The right hand., id: a}",
            "- optional: Nothing",
            "- optional: Nothing\n        id: a\n      - silence: 1\n      - optional: Nothing",
            26,
            "the id \"a\" is already used on line 24"));
  }

  private static Arguments pacer(String kind, String rate, int line, String words) {
    String text = ShortScript.with("role: guided", "role: guided\n    pacer: " + rate);
    return arguments(kind + text, line, words);
  }

  static Stream<Arguments> timing() {
    String threeLong = ("- say: " + LONG + "\n      ").repeat(3);
    return Stream.of(
        changed("- silence: 2", threeLong + "- silence: 2", 19, "leaves 0.0 s of 60 s"),
        changed("The right hand.", "so ".repeat(80).strip(), 19, "less than 40 %"),
        changed("Lie as you like.", "so ".repeat(80).strip(), 10, "longer than its stage of 30 s"),
        changed(
            "- silence: 1\n  - id: return",
            "- say: Rest.\n  - id: return",
            30,
            "leaves 0.0 s of 30 s"),
        changed(
            "Nothing needs to move.",
            "word ".repeat(40).strip(),
            19,
            "22.4 s of optional prompts, more than 0.6 of its 35.4 s of silence"),
        changed("silence: 2", "silence: 200", 25, "would last 0.25 s in the 5 minute script"),
        changed(
            "- silence: 1\n  - id: hands",
            "- silence: 1\n      - say: Still quiet.\n  - id: hands",
            19,
            "speaks after its first minute"));
  }

  static Stream<Arguments> yaml() {
    return Stream.of(
        changed("say: The right hand.", "say: Now: the hand.", 24, "not well-formed YAML"),
        changed("say: The right hand.", "say: \"The right", 24, "not well-formed YAML"),
        changed("  role: guided", "\trole: guided", 21, "not well-formed YAML"),
        changed("say: The right hand.", "say: &a The hand.", 24, "anchors (&) and aliases (*)"),
        changed("say: The right hand.", "say: *a", 24, "anchors (&) and aliases (*)"),
        changed("say: The right hand.", "say: !!binary aGk=", 24, "tags (!) are not used"),
        changed("say: The right hand.", "say: !me {a: b}", 24, "tags (!) are not used"),
        changed("id: short", "<<: {id: short}", 1, "unknown key \"<<\""),
        changed("stages:", "---\nstages:", 4, "a second document begins here"),
        changed("title: A", "title: \0A", 2, "U+0000 does not belong"),
        changed("title: A", "title: \uFFFDA", 2, "save the script as plain text in UTF-8"),
        arguments("- a\n- b\n", 1, "a script must be a list of \"key: value\" lines"),
        arguments("just words", 1, "a script must be a list of \"key: value\" lines"));
  }

  @Test
  void namesEveryMistakeInOneRunInTheOrderOfTheLines() {
    String text =
        ShortScript.with("title: A short rest", "titel: A short rest")
            .replace("role: opening", "role: openning")
            .replace("say: The right hand.", "sing: The right hand.")
            .replace("silence: 2", "silence: much")
            .replace("[Feel your hands.]", "['', " + LONG + "]")
            .replace(
                "{5: 1:00}\n    script:\n      - say: Sit",
                "{5: 60}\n    script:\n      - say: Sit")
            .replace("Sit up slowly.", "..");

    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> ShortScript.read(text))
        .satisfies(
            e ->
                assertThat(e.mistakes())
                    .extracting(sentence -> sentence.replaceAll("^my.yaml, line (\\d+): .*", "$1"))
                    .containsExactly("1", "2", "7", "24", "24", "27", "28", "28", "39", "41"));
  }

  @Test
  void namesTheMistakesOfEveryLengthAndStage() {
    String text =
        ShortScript.TEXT
            .replace("minutes: [5]", "minutes: [5, 6]")
            .replaceAll("\\{5: (\\S+)\\}", "{5: $1, 6: $1}")
            .replace("Lie as you like.", "so ".repeat(80).strip())
            .replace("The right hand.", "so ".repeat(80).strip());

    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> ShortScript.read(text))
        .satisfies(
            e ->
                assertThat(e.mistakes())
                    .hasSize(5)
                    .anyMatch(m -> m.contains("of the 6 minute script take 5:00 together"))
                    .anyMatch(m -> m.contains("line 10") && m.contains("in the 5 minute script"))
                    .anyMatch(m -> m.contains("line 10") && m.contains("in the 6 minute script"))
                    .anyMatch(m -> m.contains("\"hands\" of the 5 minute script leaves"))
                    .anyMatch(m -> m.contains("\"hands\" of the 6 minute script leaves")));
  }

  private static Arguments changed(
      String found, String replacement, String also, String alsoBy, int line, String words) {
    String text = ShortScript.with(found, replacement);
    assertThat(text).contains(also);
    return arguments(text.replace(also, alsoBy), line, words);
  }

  private static Arguments changed(String found, String replacement, int line, String words) {
    return arguments(ShortScript.with(found, replacement), line, words);
  }
}

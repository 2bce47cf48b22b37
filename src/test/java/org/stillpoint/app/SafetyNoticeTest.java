package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.ui.SafetyText;

/** The safety text: the same everywhere, shown once, acknowledged once. */
class SafetyNoticeTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();

  private boolean ask(String answer) throws IOException {
    out.getBuffer().setLength(0);
    return new SafetyNotice(new Settings(folder), new PrintWriter(out))
        .ask(new StringReader(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes\n", "Y\r\n", "  YES  "})
  void aYesIsRememberedAndNothingIsAskedAgain(String yes) throws IOException {
    assertThat(ask(yes)).isTrue();
    assertThat(out.toString()).contains("WHILE YOU PRACTISE", "Type yes: ");

    assertThat(ask("")).isTrue();
    assertThat(out.toString()).isEmpty();
    assertThat(new Settings(folder).safetyAcknowledged()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "no\n", "maybe yes\n"})
  void withoutAYesNothingBegins(String answer) throws IOException {
    assertThat(ask(answer)).isFalse();
    assertThat(out.toString())
        .contains("The session was not started: type yes once you have read the text.");
    assertThat(new Settings(folder).safetyAcknowledged()).isFalse();
  }

  @Test
  void electrodesAreAskedAboutOnceAndApart() throws IOException {
    Settings settings = new Settings(folder);
    StringReader typed = new StringReader("yes\nno\nyes\n");
    SafetyNotice notice = new SafetyNotice(settings, new PrintWriter(out));

    assertThat(notice.ask(typed)).isTrue();
    assertThat(settings.electrodesAcknowledged()).isFalse();
    out.getBuffer().setLength(0);
    assertThat(notice.askAboutElectrodes(typed)).isFalse();
    assertThat(out.toString()).startsWith("SENSORS WITH ELECTRODES").doesNotContain("PRACTISE");
    assertThat(notice.askAboutElectrodes(typed)).isTrue();
    assertThat(new Settings(folder).electrodesAcknowledged()).isTrue();
    assertThat(notice.askAboutElectrodes(new StringReader(""))).isTrue();
  }

  /** The top of the sketch and the page about sensors say what the program says. */
  @Test
  void theSketchAndTheDocumentsSayItToo() throws IOException {
    String sketch = Files.readString(Path.of("src/main/arduino/stillpoint/stillpoint.ino"));
    for (String text : List.of(sketch, Files.readString(Path.of("docs/sensors.md")))) {
      assertThat(plain(text.replace("//", "")).toLowerCase(java.util.Locale.ROOT))
          .contains("electrodes", "runs on its battery", "unplugged from the mains", "isolator");
    }
  }

  @Test
  void whereNobodyCanAnswerASessionShowsItOnceAndGoesOn() {
    CommandRun first = session();
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.err()).contains("WHILE YOU PRACTISE", "Nothing should hurt.");
    assertThat(first.out()).doesNotContain("PRACTISE");

    CommandRun second = session();
    assertThat(second.code()).isZero();
    assertThat(second.err()).doesNotContain("PRACTISE");
    assertThat(new Settings(folder).safetyAcknowledged()).isFalse();
  }

  @Test
  void aSessionMayBeToldThatItWasRead() {
    CommandRun run = session("--acknowledge-safety");

    assertThat(run.code()).isZero();
    assertThat(run.err()).doesNotContain("PRACTISE");
    assertThat(new Settings(folder).safetyAcknowledged()).isTrue();
  }

  @Test
  void whatIsSetElsewhereMeanwhileIsKept() {
    Settings window = new Settings(folder);
    Settings terminal = new Settings(folder);

    terminal.acknowledgeSafety();
    window.dark(true);

    Settings later = new Settings(folder);
    assertThat(later.safetyAcknowledged()).isTrue();
    assertThat(later.dark()).isTrue();
    assertThat(later.language()).isEqualTo("en");
  }

  /** The README and the terminal have every sentence of the text that the window shows. */
  @Test
  void theReadmeAndTheTerminalSayWhatTheWindowSays() throws IOException {
    String readme = plain(Files.readString(Path.of("README.md")));
    String terminal = plain(CommandRun.of("safety").out());
    String heading = "";
    int sentences = 0;
    for (String line : SafetyText.text().strip().lines().toList()) {
      if (line.startsWith("# ")) {
        heading = line.substring(2);
        assertThat(terminal).contains(heading.toUpperCase(java.util.Locale.ROOT));
      } else if (!line.isBlank()) {
        boolean goesOn = Character.isLowerCase(line.charAt(0));
        assertThat(readme).contains(plain(goesOn ? heading + " " + line : line));
        assertThat(terminal).contains(plain(line));
        sentences++;
      }
    }
    assertThat(sentences).isEqualTo(12);
  }

  /** The warnings that the text must contain. */
  @Test
  void nothingIsMissingFromTheText() {
    List<String> needed =
        List.of(
            "wellness practice, not a medical device",
            "does not diagnose or treat",
            "nothing should hurt",
            "bend your knees",
            "chair",
            "move at any time",
            "dizzy",
            "short of breath",
            "chest",
            "panic",
            "distress",
            "pain gets worse",
            "drive",
            "clinician first",
            "heart-rhythm",
            "lung",
            "seizure",
            "psychosis",
            "trauma",
            "pregnancy",
            "emergency care",
            "bladder",
            "bowel",
            "saddle",
            "weakness in a leg",
            "both legs",
            "major injury",
            "fever",
            "cancer",
            "weight loss",
            "at night",
            "steroid",
            "osteoporosis",
            "irregular heart rhythm",
            "sit up slowly",
            "low blood pressure",
            "faint",
            "asthma",
            "breathe gently",
            "never strain",
            "alcohol or sedatives",
            "changed sexual function",
            "pacemaker",
            "medicines for the heart or the nerves",
            "electrodes",
            "unplugged from the mains",
            "isolator");

    assertThat(SafetyText.text().toLowerCase(java.util.Locale.ROOT)).contains(needed);
  }

  private static String plain(String text) {
    return text.replaceAll("\\*\\*|(?m)^- ", "").replaceAll("\\s+", " ");
  }

  private CommandRun session(String... more) {
    List<String> args =
        new java.util.ArrayList<>(
            List.of("session", "--sensor", "virtual", "--minutes", "10", "--speed", "max"));
    args.addAll(List.of("--store", folder.toString()));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }
}

package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.programme.ProgrammeReader;

/** The list of programmes, the check of scripts, and a person's own scripts in a session. */
class ProgrammesCommandTest {
  private static final String OWN =
      """
      id: mine
      title: My rest
      kind: quiet
      minutes: [3]
      stages:
        - id: baseline
          title: Quiet
          role: baseline
          time: {3: 2:00}
          script: [{say: It will be quiet now., silence: 1}]
        - id: rest
          title: Rest
          role: rest
          time: {3: 0:30}
          script: [{silence: 1}]
        - id: return
          title: Return
          role: return
          time: {3: 0:30}
          script: [{say: Sit up slowly., silence: 1}]
      """;

  @TempDir private Path folder;
  private Path own;

  @BeforeEach
  void makeTheFolderOfOwnScripts() throws IOException {
    own = Files.createDirectory(folder.resolve("programmes"));
  }

  private CommandRun run(String... args) {
    return CommandRun.of(args);
  }

  @Test
  void listsThoseShippedWithLengthsAndKinds() {
    CommandRun run = run("programmes", "--store", folder.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines().get(0))
        .matches("back-pain +Yoga Nidra for a sore back +10, 20, 35, 45 min +guided +shipped");
    assertThat(run.lines())
        .anyMatch(line -> line.contains("16 min") && line.contains("assessment"));
    assertThat(run.out()).contains(own.toString());
  }

  @Test
  void listsOwnScriptsAndNamesThoseThatAreBroken() throws IOException {
    Files.writeString(own.resolve("mine.yaml"), OWN);
    Files.writeString(own.resolve("torn.yaml"), OWN.substring(0, 200));
    Files.writeString(own.resolve("same.yaml"), OWN.replace("id: mine", "id: sleep"));

    CommandRun run = run("programmes", "--json", "--store", folder.toString());

    assertThat(run.code()).isZero();
    List<JsonNode> all = StreamSupport.stream(run.json().spliterator(), false).toList();
    assertThat(all).hasSize(ProgrammeReader.shippedIds().size() + 1);
    assertThat(all.get(0).path("optionalStages").get(0).asText()).isEqualTo("feelings");
    assertThat(all.get(0).path("file").isNull()).isTrue();
    assertThat(all).anyMatch(each -> each.path("ending").asText().equals("sleep"));
    JsonNode mine = all.get(ProgrammeReader.shippedIds().size());
    assertThat(mine.path("id").asText()).isEqualTo("mine");
    assertThat(mine.path("title").asText()).isEqualTo("My rest");
    assertThat(mine.path("kind").asText()).isEqualTo("quiet");
    assertThat(mine.path("minutes")).hasSize(1);
    assertThat(mine.path("from").asText()).isEqualTo("own");
    assertThat(mine.path("file").asText()).endsWith("mine.yaml");
    assertThat(run.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("same.yaml: the id \"sleep\" belongs to a programme"))
        .anyMatch(line -> line.startsWith("torn.yaml, line"));
  }

  @Test
  void checkNamesEveryMistakeOfEveryFile() throws IOException {
    Path good = Files.writeString(folder.resolve("good.yaml"), OWN);
    Path bad =
        Files.writeString(
            folder.resolve("bad.yaml"),
            OWN.replace("kind: quiet", "kind: loud")
                .replace("role: rest", "role: nap")
                .replace("silence: 1", "silence: long"));
    Path taken = Files.writeString(folder.resolve("taken.yaml"), OWN.replace("mine", "back-pain"));

    CommandRun run =
        run("programmes", "check", good.toString(), bad.toString(), taken.toString(), "none.yaml");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(good + ": \"My rest\" has no mistakes, 3 min.\n");
    assertThat(run.err().lines().map(line -> line.replaceFirst(": .*", "")))
        .containsExactly(
            "bad.yaml, line 3",
            "bad.yaml, line 10",
            "bad.yaml, line 13",
            "bad.yaml, line 15",
            "bad.yaml, line 20",
            "taken.yaml",
            "none.yaml");
    assertThat(run.err().lines()).isNotEmpty().allMatch(line -> line.matches(".*; .*\\."));
    assertThat(run("programmes", "check", good.toString()).code()).isZero();
  }

  @Test
  void anOwnScriptIsPlayed() throws IOException {
    Files.writeString(own.resolve("mine.yaml"), OWN);

    CommandRun run = session("mine", "--json", "--speed", "max");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("Sit up slowly.", "\"plannedSeconds\":180");
  }

  @Test
  void aBrokenScriptOfOnesOwnIsNamedWithItsReason() throws IOException {
    Files.writeString(own.resolve("mine.yaml"), OWN.replace("role: return", "role: rest"));

    CommandRun run = session("mine");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("mine.yaml, line 16: the 3 minute script has a second stage");
  }

  @Test
  void aChosenStageIsPlayedAndOneThatIsLeftOutIsNot() throws IOException {
    Path script =
        Files.writeString(
            own.resolve("mine.yaml"),
            OWN.replace("kind: quiet", "kind: guided")
                .replace("[3]", "[4]")
                .replace("3: ", "4: ")
                .replace(
                    "  - id: rest",
                    """
                    - id: extra
                      title: Extra
                      role: guided
                      optional: true
                      time: {4: 1:00}
                      script: [{say: Something more., silence: 1}]
                    """
                            .indent(2)
                        + "  - id: rest"));
    assertThat(run("programmes", "check", script.toString()).err()).isEmpty();

    assertThat(session("mine", "--speed", "max").out()).contains("Something more.");
    CommandRun without = session("mine", "--speed", "max", "--without", "extra");
    assertThat(without.code()).as(without.err()).isZero();
    assertThat(without.out()).doesNotContain("Something more.");
    assertThat(session("mine", "--without", "rest").err())
        .startsWith("The programme \"mine\" has no optional stage \"rest\" in 4 minutes");
  }

  @Test
  void theHelpOfASessionNamesThem() {
    assertThat(run("session", "--help").out().replaceAll("\\s+", " "))
        .contains("resonance-assessment, quiet-rest, morning-reading");
  }

  private CommandRun session(String programme, String... more) {
    List<String> args =
        new java.util.ArrayList<>(
            List.of("session", "--sensor", "virtual", "--store", folder.toString()));
    args.addAll(List.of("--programme", programme));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }
}

package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.trial.Targets;
import org.stillpoint.trial.Targets.Kind;

@Tag("slow")
class EvaluateCommandTest {

  @TempDir private Path folder;

  private static CommandRun evaluate(String... more) {
    String[] args = new String[more.length + 5];
    args[0] = "evaluate";
    args[1] = "--seeds";
    args[2] = "2";
    args[3] = "--minutes";
    args[4] = "10";
    System.arraycopy(more, 0, args, 5, more.length);
    return CommandRun.of(args);
  }

  @Test
  void jsonHoldsEveryFamilyInEveryPacingAndTheTargets() throws Exception {
    String[] options = {
      "--json", "--through-bytes", "0", "--families", "responder,worsener,panic", "--allow-missed"
    };
    CommandRun run =
        evaluate(
            options[0],
            options[1],
            options[2],
            options[3],
            options[4],
            options[5],
            "--out",
            folder.resolve("new").toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    JsonNode all = run.json();
    assertThat(all.path("seeds").asInt()).isEqualTo(2);
    assertThat(all.path("sessions").asInt()).isEqualTo(2 * (3 + 3 + 1));
    assertThat(all.path("boundsBroken").asInt(-1)).isZero();
    assertThat(all.path("maxEndErrorSeconds").asDouble(99)).isBetween(0.0, 15.0);
    assertThat(all.path("families")).hasSize(3);
    assertThat(all.path("families").path("panic").has("fixed")).isFalse();
    for (String name : new String[] {"responder", "worsener"}) {
      JsonNode family = all.path("families").path(name);
      for (String arm : new String[] {"adaptive", "fixed", "yoked"}) {
        JsonNode arousal = family.path(arm).path("meanArousal");
        assertThat(arousal.path("count").asInt()).isEqualTo(2);
        assertThat(arousal.path("mean").asDouble())
            .isBetween(arousal.path("low").asDouble(), arousal.path("high").asDouble());
      }
      double difference =
          family.path("adaptive").path("meanArousal").path("mean").asDouble()
              - family.path("fixed").path("meanArousal").path("mean").asDouble();
      assertThat(family.path("adaptiveMinusFixed").path("meanArousal").path("mean").asDouble())
          .isCloseTo(difference, org.assertj.core.api.Assertions.within(1e-12));
    }
    assertThat(all.path("targets"))
        .isNotEmpty()
        .allSatisfy(t -> assertThat(t.path("reached").isBoolean()).isTrue())
        .allSatisfy(t -> assertThat(t.path("kind").asText()).isIn("control", "falsifier"));
    for (String name : new String[] {"arousal.png", "index.png"}) {
      assertThat(ImageIO.read(Files.newInputStream(folder.resolve("new").resolve(name))).getWidth())
          .isEqualTo(2000);
    }
    assertThat(evaluate(options).out()).isEqualTo(run.out());
  }

  @Test
  void onlyAMissedTargetThatIsNotJustWatchedEndsWithOne() {
    Targets.Target reached = new Targets.Target(Kind.CARE, "reached", "1", 1, true);
    Targets.Target missed = new Targets.Target(Kind.FALSIFIER, "missed", "1", 0, false);
    Targets.Target watched = new Targets.Target(Kind.WATCHED, "watched", "1", 0, false);
    assertThat(EvaluateCommand.code(List.of(reached, watched), false)).isZero();
    assertThat(EvaluateCommand.code(List.of(reached, missed), false)).isEqualTo(1);
    assertThat(EvaluateCommand.code(List.of(reached, missed), true)).isZero();
  }

  @Test
  void theExitCodeIsThatOfTheTableAndAllowingChangesNothingElse() {
    String[] options = {"--families", "null,breath-paces", "--through-bytes", "0"};
    CommandRun run = evaluate(options);
    boolean missed = run.lines().stream().anyMatch(l -> l.endsWith("NO"));
    assertThat(run.code()).isEqualTo(missed ? 1 : 0);
    assertThat(run.out()).contains(missed ? "missed." : "No target was missed.");
    CommandRun allowed = evaluate(options[0], options[1], options[2], options[3], "--allow-missed");
    assertThat(allowed.code()).isZero();
    assertThat(allowed.out()).isEqualTo(run.out()).contains("twinMeanPoints.breath-paces");
  }

  @Test
  void theTableHasTheFamiliesThatWereChosenAndHowTheWaveCompares() {
    CommandRun run =
        evaluate("--through-bytes", "1", "--families", "bad-contact,null", "--allow-missed");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("adaptive - fixed", "boundsBroken", "flagged.null");
    assertThat(run.lines()).anyMatch(l -> l.startsWith("bad-contact") && l.contains("yoked"));
    assertThat(run.lines()).noneMatch(l -> l.startsWith("responder"));
    assertThat(evaluate("--families", "martian").code()).isEqualTo(2);
  }

  @Test
  void aWrongNumberIsWrongUsage() {
    assertThat(CommandRun.of("evaluate", "--seeds", "1").code()).isEqualTo(2);
    assertThat(CommandRun.of("evaluate").code()).isEqualTo(2);
    assertThat(CommandRun.of("evaluate", "--seeds", "2", "--minutes", "7").code()).isEqualTo(2);
    assertThat(evaluate("--through-bytes", "-1").err()).contains("--through-bytes");
  }
}

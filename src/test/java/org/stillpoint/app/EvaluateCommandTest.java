package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    CommandRun run =
        evaluate("--json", "--through-bytes", "0", "--out", folder.resolve("new").toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    JsonNode all = run.json();
    assertThat(all.path("seeds").asInt()).isEqualTo(2);
    assertThat(all.path("boundsBroken").asInt(-1)).isZero();
    assertThat(all.path("maxEndErrorSeconds").asDouble(99)).isBetween(0.0, 15.0);
    assertThat(all.path("families")).hasSize(7);
    for (JsonNode family : all.path("families")) {
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
        .allSatisfy(t -> assertThat(t.path("reached").isBoolean()).isTrue());
    for (String name : new String[] {"arousal.png", "index.png"}) {
      assertThat(ImageIO.read(Files.newInputStream(folder.resolve("new").resolve(name))).getWidth())
          .isEqualTo(2000);
    }
    assertThat(evaluate("--json", "--through-bytes", "0").out()).isEqualTo(run.out());
  }

  @Test
  void theTableNamesWhatIsNotReached() {
    CommandRun run = evaluate("--through-bytes", "1");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("adaptive - fixed", "boundsBroken", "worsenerBelow45.fixed");
    assertThat(run.lines()).anyMatch(l -> l.startsWith("bad-contact") && l.contains("yoked"));
  }

  @Test
  void aWrongNumberIsWrongUsage() {
    assertThat(CommandRun.of("evaluate", "--seeds", "1").code()).isEqualTo(2);
    assertThat(CommandRun.of("evaluate").code()).isEqualTo(2);
    assertThat(CommandRun.of("evaluate", "--seeds", "2", "--minutes", "7").code()).isEqualTo(2);
    assertThat(evaluate("--through-bytes", "-1").err()).contains("--through-bytes");
  }
}

package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The findings of doctor on good and bad installations and sensors. */
class DoctorTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(args);
  }

  private List<JsonNode> findings(String what) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(out.toString())) {
      if (each.path("what").asText().equals(what)) {
        found.add(each);
      }
    }
    return found;
  }

  @Test
  void aGoodInstallationFindsAHeartRateInAVirtualPerson() throws IOException {
    assertThat(run("doctor", "--json", "--store", folder.toString())).as(err.toString()).isZero();

    assertThat(findings("self-test"))
        .hasSize(3)
        .allMatch(f -> f.path("verdict").asText().equals("ok"))
        .anyMatch(f -> f.path("words").asText().matches("Heart rate [5-9]\\d per minute.*"));
    assertThat(findings("store")).hasSize(1);
    assertThat(findings("java").get(0).path("words").asText()).contains("Java");
  }

  @Test
  void aSensorIsFollowedFromItsBytesToTheHeartRate() throws IOException {
    Path capture = folder.resolve("x.capture");
    run("simulate", "--protocol", "pulsesensor-plotter", "--minutes", "1", "--out", "" + capture);

    int code = run("doctor", "--json", "--sensor", "replay:" + capture, "--seconds", "50");

    assertThat(code).as(err.toString()).isZero();
    assertThat(findings("sensor"))
        .extracting(f -> f.path("words").asText())
        .anyMatch(w -> w.startsWith("PulseSensor, plotter format recognised"))
        .anyMatch(w -> w.contains("samples per second"))
        .anyMatch(w -> w.startsWith("Heart rate"));
  }

  @Test
  void aForeignSensorAndAStoreThatCannotBeAreTold() throws IOException {
    Path gps = Files.writeString(folder.resolve("gps"), "$GPGGA,123519,4807.038,N\r\n".repeat(200));
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    int code = run("doctor", "--json", "--sensor", "replay:" + gps, "--store", "" + file);

    assertThat(code).isEqualTo(1);
    assertThat(findings("store").get(0).path("verdict").asText()).isEqualTo("bad");
    assertThat(findings("sensor").get(0).path("words").asText()).contains("$GPGGA");
    assertThat(err.toString()).contains("2 of");
  }
}

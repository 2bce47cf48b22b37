package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.store.PastSessions;
import org.stillpoint.store.Recording;
import org.stillpoint.store.RecordingEdits;
import org.stillpoint.store.SourceKind;
import org.stillpoint.store.Store;

class RecordingEditsTest {
  @TempDir private Path folder;

  private CommandRun run(String command, String... more) {
    return CommandRun.in(folder, command, more);
  }

  @BeforeEach
  void oneSession() {
    CommandRun session =
        run(
            "session",
            "--programme",
            "reset",
            "--sensor",
            "virtual:responder,2",
            "--speed",
            "max",
            "--pain-before",
            "4",
            "--acknowledge-safety");
    assertThat(session.code()).as(session.err()).isZero();
  }

  private Recording first() throws IOException {
    return Store.open(folder).find("1").orElseThrow();
  }

  private PastSessions past() throws IOException {
    return new PastSessions(Store.open(folder), SourceKind.VIRTUAL, "virtual responder, seed 2");
  }

  @Test
  void ratingsAreAddedAndTheOthersStay() throws IOException {
    CommandRun rated = run("rate", "1", "--pain-after", "6", "--sleep", "7");
    assertThat(rated.out()).contains("are kept", "Your pain has gone up");
    assertThat(first().ratings().painBefore()).hasValue(4);
    assertThat(first().ratings().painAfter()).hasValue(6);
    assertThat(first().ratings().sleep()).hasValue(7);
    run("rate", "latest", "--function", "3", "--function-words", "walk to the shop");
    run("rate", "1", "--pain-after", "3");
    assertThat(first().ratings().function()).hasValue(3);
    assertThat(first().ratings().functionWords()).isEqualTo("walk to the shop");
    assertThat(first().ratings().painAfter()).hasValue(3);
    assertThat(run("rate", "1", "--pain-after", "11").code()).isEqualTo(2);
    assertThat(run("rate", "9", "--pain-after", "1").code()).isEqualTo(1);
  }

  @Test
  void aNoteIsKeptFoundAndRemoved() throws IOException {
    assertThat(run("note", "1", "slept", "badly").out()).contains("has the note: slept badly");
    assertThat(run("sessions", "--note", "BADLY").out()).contains("(slept badly)");
    assertThat(run("sessions", "--note", "well").out()).contains("None of the 1 recordings");
    assertThat(run("sessions", "--json").json().get(0).path("note").asText())
        .isEqualTo("slept badly");
    assertThat(run("note", "1").out()).contains("has no note");
    assertThat(first().note()).isEmpty();
    assertThat(run("note", "1", "x".repeat(2001)).code()).isEqualTo(2);
  }

  @Test
  void theListCanBeFiltered() {
    assertThat(run("sessions", "--programme", "sleep").out()).contains("None of the 1");
    assertThat(run("sessions", "--programme", "reset", "--since", "2020-01-01").out())
        .contains("A reset");
    assertThat(run("sessions", "--since", "2999-01-01").out()).contains("None of the 1");
    assertThat(run("sessions", "--json").json().get(0).path("finalIndex").isMissingNode())
        .isFalse();
  }

  @Test
  void aDeletedRecordingIsGoneAndCanBeBroughtBackForADay() throws IOException {
    assertThat(past().nextNumber("reset")).isEqualTo(2);
    assertThat(run("delete", "1").out()).contains("is deleted");
    assertThat(run("sessions").out()).contains("There are no recordings yet");
    assertThat(run("report", "1", "--out", folder.resolve("r").toString()).code()).isEqualTo(1);
    assertThat(run("delete", "1", "--undo").out()).contains("is back");
    assertThat(run("replay", "1").out()).contains("identical");
    assertThat(run("delete", "1", "--undo").err()).contains("there is nothing to undo");

    RecordingEdits edits = new RecordingEdits(Store.open(folder));
    Instant twoDaysAgo = Instant.now().minus(Duration.ofDays(2));
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Path page = Files.writeString(reports.resolve("session-1.html"), "heart data");
    edits.delete(1, twoDaysAgo);
    assertThat(past().nextNumber("reset")).as("what is deleted does not count").isEqualTo(1);
    assertThat(run("sessions").out()).contains("There are no recordings yet");
    assertThat(page).doesNotExist();
    assertThat(run("delete", "1", "--undo").err()).contains("there is nothing to undo");
  }
}

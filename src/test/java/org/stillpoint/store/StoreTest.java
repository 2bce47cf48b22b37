package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.device.Devices;
import org.stillpoint.device.Protocol;
import org.stillpoint.device.ToDevice;
import org.stillpoint.monitor.Chain;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SampleListener;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.participant.Chunk;
import org.stillpoint.programme.Ending;
import org.stillpoint.programme.ProgrammeKind;
import org.stillpoint.programme.Script;
import org.stillpoint.testkit.Scripts;
import org.stillpoint.testkit.VirtualBytes;

class StoreTest {
  private static final Script SCRIPT = Scripts.backPain(10);

  @TempDir private static Path session;
  private static List<RecordingEvent> events = List.of();

  @TempDir private Path folder;

  @BeforeAll
  static void recordASession() throws IOException {
    events = record(Store.open(session), 620);
  }

  private static NewRecording start() {
    return new NewRecording(
        Instant.parse("2026-03-01T20:15:00Z"),
        ZoneId.of("Europe/Berlin"),
        "virtual",
        SourceKind.VIRTUAL,
        Devices.live().stream().map(Protocol::name).toList(),
        "ppg",
        SessionPlan.usual(SCRIPT),
        "test",
        new Ratings(
            OptionalInt.of(6),
            OptionalInt.empty(),
            OptionalInt.of(4),
            OptionalInt.empty(),
            OptionalInt.of(7),
            OptionalInt.of(3),
            "walk to the shop"),
        Optional.of(new CoursePlace("back", 9)));
  }

  /**
   * Records a session of a virtual person, with a gap and a pause in it, and returns its events.
   */
  private static List<RecordingEvent> record(Store store, double seconds) {
    List<RecordingEvent> events = new ArrayList<>();
    try (RecordingWriter writer =
        new RecordingWriter(store, start(), System::nanoTime, true, t -> {})) {
      Chain chain =
          new Chain(
              ChainSettings.session(Devices.live(), SCRIPT),
              writer.andThen(events::add),
              SampleListener.NONE,
              ToDevice.NOBODY);
      for (Chunk chunk : VirtualBytes.of("stillpoint", 3, seconds).chunks()) {
        long second = chunk.hostNanos() / 1_000_000_000;
        chain.advance(chunk.hostNanos());
        if (second == 180) {
          chain.command(Command.PAUSE);
        } else if (second == 185) {
          chain.command(Command.RESUME);
        }
        if (second < 200 || second > 203) {
          chain.bytes(chunk.bytes(), chunk.bytes().length);
        }
      }
      assertThat(writer.trouble()).isEmpty();
    }
    return events;
  }

  /** A copy, for the test to spoil, of the store with one whole session in it. */
  private Store recorded() throws IOException {
    try (Stream<Path> files = Files.list(session)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return Store.open(folder);
  }

  private static List<RecordingEvent> withoutInputs(List<RecordingEvent> all) {
    return all.stream()
        .filter(e -> !(e instanceof RecordingEvent.Input))
        .filter(e -> !(e instanceof RecordingEvent.Recognised))
        .toList();
  }

  @Test
  void everythingThatHappenedComesBackEqual() throws IOException {
    Store store = recorded();

    Recording recording = store.find("latest").orElseThrow();
    List<RecordingEvent> loaded = store.load(recording).events();

    assertThat(recording.state()).isEqualTo(Recording.State.COMPLETE);
    assertThat(recording.protocol()).isEqualTo("stillpoint");
    assertThat(recording.startedAt()).isEqualTo(start().startedAt());
    assertThat(recording.ratings()).isEqualTo(start().ratings());
    assertThat(withoutInputs(loaded)).isEqualTo(withoutInputs(events)).hasSizeGreaterThan(800);
    assertThat(loaded).anyMatch(RecordingEvent.GapSeen.class::isInstance);
    assertThat(loaded).anyMatch(RecordingEvent.SensorSeen.class::isInstance);
    assertThat(loaded).anyMatch(RecordingEvent.FaultSeen.class::isInstance);
    assertThat(loaded).anyMatch(RecordingEvent.PauseChanged.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sensor", "index_step", "beat", "prompt", "decision", "stage", "gap", "ended"})
  void aMissingKindOfEventIsADifference(String table) throws IOException {
    Store store = recorded();
    store.jdbi().useHandle(h -> h.execute("DELETE FROM " + table));

    Replay.Result result = Replay.run(store, store.find("latest").orElseThrow());

    assertThat(result.identical()).isFalse();
    assertThat(result.difference()).isNotEmpty();
  }

  @Test
  void aRecordingCutByACrashMayOnlyLackWhatFollowedFromItsLastInput() throws IOException {
    Store store = recorded();
    store.jdbi().useHandle(h -> h.execute("UPDATE recording SET state = 'OPEN'"));
    Recording recording = store.find("latest").orElseThrow();
    assertThat(Replay.run(store, recording).identical()).isTrue();

    store.jdbi().useHandle(h -> h.execute("DELETE FROM ended"));
    assertThat(Replay.run(store, recording).identical()).as("without the end").isTrue();

    for (String table :
        List.of(
            "recognised",
            "sensor",
            "index_step",
            "beat",
            "prompt",
            "decision",
            "stage",
            "gap",
            "fault",
            "pause",
            "baseline")) {
      store.jdbi().useHandle(h -> h.execute("DELETE FROM " + table));
    }
    assertThat(Replay.run(store, recording).identical()).as("without any event").isFalse();
  }

  @Test
  void aReplayIsIdentical() throws IOException {
    Store store = recorded();

    Replay.Result result = Replay.run(store, store.find("latest").orElseThrow());

    assertThat(result.difference()).isEmpty();
    assertThat(result.identical()).isTrue();
    assertThat(result.events()).isGreaterThan(800);
  }

  @Test
  void aRecordingWhoseScriptHasNoKindsAndNamesIsStillIdentical() throws IOException {
    Store store = recorded();
    ObjectNode script = (ObjectNode) new ObjectMapper().readTree(Store.write(SCRIPT));
    script.remove(List.of("kind", "ending"));
    for (JsonNode stage : script.path("stages")) {
      ((ObjectNode) stage).remove(List.of("varyCues", "pacer"));
      for (String list : List.of("items", "contactCues", "supportCues")) {
        stage.path(list).forEach(each -> ((ObjectNode) each).remove(List.of("id", "modality")));
      }
    }
    assertThat(script.toString())
        .startsWith(
            "{\"programmeId\":\"back-pain\",\"title\":\"Yoga Nidra for a sore back\",\"minutes\":10,"
                + "\"stages\":[{\"id\":\"position\",\"title\":\"Getting comfortable\","
                + "\"role\":\"OPENING\",\"planSeconds\":30.0,\"items\":[{\"kind\":\"INSTRUCTION\",");
    store.jdbi().useHandle(h -> h.execute("UPDATE recording SET script = ?", script.toString()));
    store.jdbi().useHandle(h -> h.execute("UPDATE prompt SET prompt_id = ''"));

    Replay.Result result = Replay.run(store, store.find("latest").orElseThrow());

    assertThat(result.difference()).isEmpty();
    assertThat(result.identical()).isTrue();
    Script read = Store.read(script.toString(), Script.class);
    assertThat(read.kind()).isEqualTo(ProgrammeKind.GUIDED);
    assertThat(read.ending()).isEqualTo(Ending.RETURN);
    assertThat(read.stages().get(0).varyCues()).isEmpty();
    assertThat(Store.read(Store.write(SCRIPT), Script.class)).isEqualTo(SCRIPT);
  }

  @Test
  void aReplayNoticesAChangedNumber() throws IOException {
    Store store = recorded();
    store
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "UPDATE index_step SET value = value + 0.001 WHERE seq = (SELECT max(seq) FROM index_step)"));

    Replay.Result result = Replay.run(store, store.find("latest").orElseThrow());

    assertThat(result.identical()).isFalse();
    assertThat(result.difference()).contains("IndexStep");
  }

  @Test
  void aReplayOfAnOlderRecordingSaysThatTheFormulaHasChanged() throws IOException {
    Store store = Store.open(folder);
    record(store, 620);
    store.jdbi().useHandle(h -> h.execute("UPDATE recording SET algorithm = algorithm - 1"));
    store.jdbi().useHandle(h -> h.execute("UPDATE index_step SET value = value + 5"));
    store.jdbi().useHandle(h -> h.execute("DELETE FROM decision"));

    Replay.Result result = Replay.run(store, store.find("latest").orElseThrow());

    assertThat(result.formulaChanged()).isTrue();
    assertThat(result.identical()).as("beats and sensor are compared, and equal").isTrue();
    assertThat(result.events()).isGreaterThan(600);
    assertThat(result.words())
        .startsWith("the formula has changed since this recording was made")
        .doesNotContain("differ", "identical");

    store.jdbi().useHandle(h -> h.execute("UPDATE beat SET rr_millis = rr_millis + 1"));
    Replay.Result other = Replay.run(store, store.find("latest").orElseThrow());
    assertThat(other.identical()).isFalse();
    assertThat(other.words()).contains("formula has changed", "beats are judged in another way");
  }

  @Test
  void aReplayNoticesMissingInputs() throws IOException {
    Store store = recorded();
    store
        .jdbi()
        .useHandle(h -> h.execute("DELETE FROM raw WHERE seq > (SELECT avg(seq) FROM raw)"));

    assertThat(Replay.run(store, store.find("latest").orElseThrow()).identical()).isFalse();
  }

  @Test
  void whatACrashLeavesIsReadableAndReplays() throws IOException {
    Store store = Store.open(folder);
    record(store, 300); // the chain never ended: the same rows that a crash leaves

    Recording recording = store.find("latest").orElseThrow();

    assertThat(recording.state()).isEqualTo(Recording.State.OPEN);
    assertThat(store.load(recording).events()).hasSizeGreaterThan(300);
    assertThat(Replay.run(store, recording).identical()).isTrue();
  }

  @Test
  void aSourceThatShowsNoSensorLeavesNoRecording() throws IOException {
    Store store = Store.open(folder);
    try (RecordingWriter writer =
        new RecordingWriter(store, start(), System::nanoTime, true, t -> {})) {
      Chain chain =
          new Chain(
              ChainSettings.session(Devices.live(), SCRIPT),
              writer,
              SampleListener.NONE,
              ToDevice.NOBODY);
      chain.bytes(new byte[5000], 5000);
      chain.end(RecordingEvent.Outcome.FAILED, "no sensor");
    }

    assertThat(store.list()).isEmpty();
  }

  @Test
  void ratingsAfterwardsAreKept() throws IOException {
    Store store = Store.open(folder);
    record(store, 30);
    Ratings after =
        Ratings.of(OptionalInt.empty(), OptionalInt.of(3), OptionalInt.empty(), OptionalInt.of(2));

    new RecordingEdits(store).rateAfter(1, after);

    Ratings kept = store.find("1").orElseThrow().ratings();
    assertThat(kept.painBefore()).hasValue(6);
    assertThat(kept.painAfter()).hasValue(3);
    assertThat(kept.tensionAfter()).hasValue(2);
    assertThat(kept.sleep()).hasValue(7);
    assertThat(kept.function()).hasValue(3);
    assertThat(kept.functionWords()).isEqualTo("walk to the shop");
    assertThat(kept.painRose()).isFalse();
    assertThat(store.find("1").orElseThrow().place()).hasValue(new CoursePlace("back", 9));
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "This file system knows no owner-only rights.");
    Path inner = folder.resolve("data/stillpoint");
    Store store = Store.open(inner);
    record(store, 30);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
        .isEqualTo("rwx------");
    try (var files = Files.list(inner)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              f ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void aStoreThatCannotBeWrittenIsToldInASentence() throws IOException {
    Path file = Files.writeString(folder.resolve("occupied"), "a file, not a folder");

    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The store in " + file + " cannot be written")
        .hasMessageContaining("--store");
  }

  @Test
  void aDamagedStoreIsToldInASentence() throws IOException {
    Files.writeString(folder.resolve(Store.FILE), "this is no database at all, just some words");

    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a database");
  }

  @Test
  void aStoreOfALaterVersionIsLeftAlone() throws IOException {
    Store.open(folder).jdbi().useHandle(h -> h.execute("PRAGMA user_version = 99"));

    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("newer Stillpoint");
  }
}

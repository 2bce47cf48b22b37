package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.monitor.RecordingEvent;

/** Stores as earlier versions of the schema made them are read as they are. */
class OlderStoreTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anIndexStepOfAnEarlierVersionIsRead(int version) throws IOException {
    Jdbi.create("jdbc:sqlite:" + folder.resolve(Store.FILE))
        .useHandle(
            handle -> {
              make(handle, version);
              fill(handle);
            });

    Store store = Store.open(folder);
    Recording recording = store.find("latest").orElseThrow();
    List<RecordingEvent> events = store.load(recording).events();

    RecordingEvent.IndexStep step =
        (RecordingEvent.IndexStep)
            events.stream()
                .filter(RecordingEvent.IndexStep.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(step.index().value()).hasValue(61.5);
    assertThat(step.index().metrics().rmssdMillis()).hasValue(42);
    assertThat(step.index().metrics().quality().q()).isEqualTo(0.97);
    assertThat(step.index().metrics().quality().irregular()).isFalse();
  }

  private static void make(Handle handle, int version) throws IOException {
    for (int next = 1; next <= version; next++) {
      try (InputStream sql =
          Objects.requireNonNull(
              Store.class.getResourceAsStream("/store/schema-" + next + ".sql"))) {
        handle.createScript(new String(sql.readAllBytes(), StandardCharsets.UTF_8)).execute();
      }
    }
    handle.execute("PRAGMA user_version = " + version);
  }

  private static void fill(Handle handle) {
    handle.execute(
        "INSERT INTO recording (started_at, zone, sensor, protocols, waveform_column, protocol,"
            + " programme_id, programme_title, minutes, script, app_version, state) VALUES"
            + " ('2026-03-01T20:15:00Z', 'Europe/Berlin', 'a sensor', 'stillpoint', 'ppg',"
            + " 'stillpoint', 'back-pain', 'Back', 10, '{}', '0.1.0', 'INCOMPLETE')");
    handle.execute(
        "INSERT INTO index_step (recording, seq, time_nanos, value, z_hr, z_v, regime,"
            + " window_end_nanos, window_seconds, coverage, artefact_share, longest_hole_seconds,"
            + " heart_rate, rmssd_millis, ln_rmssd, sdnn_millis) VALUES (1, 1, 300000000000, 61.5,"
            + " 0.5, 0.9, 'UNKNOWN', 299000000000, 60, 0.97, 0, 1.2, 63, 42, 3.7377, 55)");
  }
}

package org.stillpoint.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.stillpoint.device.Devices;
import org.stillpoint.device.Protocol;
import org.stillpoint.monitor.Chain;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.programme.Posture;
import org.stillpoint.programme.Script;
import org.stillpoint.relax.BaselineHistory;
import org.stillpoint.serial.Capture;
import org.stillpoint.serial.CaptureRecord;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.session.WhenDrowsy;

/**
 * The recordings of one person: a SQLite file in a folder that only they may read. Nothing in it is
 * ever changed except the protocol and the state of a recording, and what {@link RecordingEdits}
 * changes. May be used by any thread.
 */
public final class Store {
  /** Name of the file in its folder. */
  public static final String FILE = "recordings.db";

  /** Versions 1 to 5 were never released; their tables are part of this one. */
  private static final int OLDEST_VERSION = 6;

  private static final int SCHEMA_VERSION = 7;

  private static final int BUSY_MILLIS = 5000;
  private static final String COLUMNS =
      "id, started_at, zone, sensor, source, protocol, programme_id, programme_title, minutes, state,"
          + " pain_before, pain_after, tension_before, tension_after, sleep, function, function_words,"
          + " course, course_day, note,"
          + " (SELECT final_index FROM ended WHERE ended.recording = recording.id)";

  private final Jdbi jdbi;

  private Store(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Opens the store in a folder; creates both if they do not exist.
   *
   * @throws IOException with one sentence if it cannot be read and written
   */
  public static Store open(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      PrivateFolder.make(folder);
      PrivateFolder.makeFile(file);
      SQLiteConfig config = new SQLiteConfig();
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.enforceForeignKeys(true);
      config.setBusyTimeout(BUSY_MILLIS);
      config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true"); // what is deleted is overwritten
      // Two programs that open a new store at once wait for each other.
      config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
      SQLiteDataSource source = new SQLiteDataSource(config);
      source.setUrl("jdbc:sqlite:" + file);
      Jdbi jdbi = Jdbi.create(source);
      int version = jdbi.inTransaction(Store::prepare);
      if (version == SCHEMA_VERSION) {
        return new Store(jdbi);
      }
      throw new OtherVersionException(file, version);
    } catch (OtherVersionException e) {
      throw e;
    } catch (IOException | JdbiException e) {
      throw new IOException(
          "The store in "
              + folder
              + " cannot be written ("
              + reason(e)
              + "): free some space, correct the permissions, or choose another folder with"
              + " --store.",
          e);
    }
  }

  /** The innermost cause in words; database errors wrap it several times. */
  public static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof java.nio.file.FileSystemException file
        ? words(file)
        : Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
  }

  private static String words(java.nio.file.FileSystemException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "access denied";
    }
    if (e instanceof java.nio.file.FileAlreadyExistsException) {
      return "a file of that name is in the way";
    }
    return e.getReason() == null ? "it cannot be created there" : e.getReason();
  }

  /** The store has a version that this program cannot read. */
  private static final class OtherVersionException extends IOException {
    private static final long serialVersionUID = 1;

    OtherVersionException(Path file, int version) {
      super(
          version > SCHEMA_VERSION
              ? "The store "
                  + file
                  + " was written by a newer Stillpoint: use that version, or choose another folder"
                  + " with --store."
              : "The store "
                  + file
                  + " was written by a Stillpoint older than 0.1.0, and this version cannot read"
                  + " it: move the file away, or choose another folder with --store.");
    }
  }

  /**
   * Creates the tables of a new store, or adds to those of an older one what it lacks; returns the
   * version of the store.
   */
  private static int prepare(Handle handle) throws IOException {
    int version = handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    if (version == 0) {
      run(handle, "schema.sql");
    } else if (version < OLDEST_VERSION || version >= SCHEMA_VERSION) {
      return version;
    }
    for (int to = Math.max(version, OLDEST_VERSION) + 1; to <= SCHEMA_VERSION; to++) {
      run(handle, "to-" + to + ".sql");
    }
    handle.execute("PRAGMA user_version = " + SCHEMA_VERSION);
    return SCHEMA_VERSION;
  }

  private static void run(Handle handle, String script) throws IOException {
    try (InputStream sql =
        Objects.requireNonNull(Store.class.getResourceAsStream("/store/" + script))) {
      handle.createScript(new String(sql.readAllBytes(), StandardCharsets.UTF_8)).execute();
    }
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /** All recordings, newest first. */
  public List<Recording> list() throws IOException {
    return read(
        h ->
            h.createQuery(
                    "SELECT "
                        + COLUMNS
                        + " FROM recording WHERE deleted_at IS NULL ORDER BY id DESC")
                .map((result, context) -> recording(result))
                .list());
  }

  <T> T read(HandleCallback<T, RuntimeException> query) throws IOException {
    try {
      return jdbi.withHandle(query);
    } catch (JdbiException e) {
      throw new IOException(
          "The store cannot be read ("
              + reason(e)
              + "): it is damaged or busy; make a copy of it before you try again.",
          e);
    }
  }

  /** A recording by its number, or the newest by "latest"; empty if there is none. */
  public Optional<Recording> find(String id) throws IOException {
    return list().stream()
        .filter(r -> id.equals("latest") || String.valueOf(r.id()).equals(id))
        .findFirst();
  }

  private static Recording recording(ResultSet result) throws SQLException {
    ColumnReader row = new ColumnReader(result, 1);
    return new Recording(
        row.integer(),
        Instant.parse(row.text()),
        ZoneId.of(row.text()),
        row.text(),
        SourceKind.valueOf(row.text()),
        row.text(),
        row.text(),
        row.text(),
        (int) row.integer(),
        Recording.State.valueOf(row.text()),
        new Ratings(
            row.maybeInteger(),
            row.maybeInteger(),
            row.maybeInteger(),
            row.maybeInteger(),
            row.maybeInteger(),
            row.maybeInteger(),
            row.text()),
        place(row.text(), row.maybeInteger()),
        row.text(),
        row.maybeReal());
  }

  private static Optional<CoursePlace> place(String course, OptionalInt day) {
    return day.isPresent()
        ? Optional.of(new CoursePlace(course, day.getAsInt()))
        : Optional.empty();
  }

  /** A recording with all its events. */
  public RecordedSession load(Recording recording) throws IOException {
    return new RecordedSession(recording, read(h -> EventTables.load(h, recording.id())));
  }

  /** Version of the computation that made a recording, see {@link Chain#ALGORITHM}. */
  int algorithm(long recording) throws IOException {
    return read(
        h ->
            h.createQuery("SELECT algorithm FROM recording WHERE id = ?")
                .bind(0, recording)
                .mapTo(Integer.class)
                .one());
  }

  /** The settings of the chain that made a recording. */
  ChainSettings settings(long recording) throws IOException {
    record Made(
        String protocols, String column, String script, SessionOptions options, String history) {}
    Made made =
        read(
            h ->
                h.createQuery(
                        "SELECT protocols, waveform_column, script, posture, pacing, when_drowsy,"
                            + " pacer, target_per_minute, inhale_share, history FROM recording"
                            + " WHERE id = ?")
                    .bind(0, recording)
                    .map(
                        (result, context) -> {
                          ColumnReader r = new ColumnReader(result, 1);
                          return new Made(r.text(), r.text(), r.text(), options(r), r.text());
                        })
                    .one());
    List<Protocol> protocols = new ArrayList<>();
    for (String name : made.protocols.split(",", -1)) {
      Devices.named(name, made.column).ifPresent(protocols::add);
    }
    BaselineHistory history =
        made.history.isEmpty() ? BaselineHistory.NONE : read(made.history, BaselineHistory.class);
    return ChainSettings.session(
        protocols, new SessionPlan(read(made.script, Script.class), made.options, history));
  }

  private static SessionOptions options(ColumnReader r) throws SQLException {
    return new SessionOptions(
        Posture.valueOf(r.text()),
        Pacing.valueOf(r.text()),
        WhenDrowsy.valueOf(r.text()),
        r.flag(),
        r.maybeReal(),
        r.real());
  }

  /** Passes every input of a recording to {@code into}, in order. */
  void inputs(long recording, java.util.function.Consumer<CaptureRecord> into) throws IOException {
    List<byte[]> blobs =
        read(
            h ->
                h.createQuery("SELECT data FROM raw WHERE recording = ? ORDER BY seq")
                    .bind(0, recording)
                    .map((r, c) -> r.getBytes(1))
                    .list());
    for (byte[] blob : blobs) {
      DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(blob));
      for (Optional<CaptureRecord> next = Capture.read(in);
          next.isPresent();
          next = Capture.read(in)) {
        into.accept(next.get());
      }
    }
  }

  static String write(Object record) {
    try {
      return JsonMapper.builder().build().writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that cannot be written", e);
    }
  }

  static <T> T read(String json, Class<T> type) throws IOException {
    return JsonMapper.builder().build().readValue(json, type);
  }
}

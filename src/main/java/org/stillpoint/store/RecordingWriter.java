package org.stillpoint.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.Chain;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.programme.Script;
import org.stillpoint.serial.Capture;
import org.stillpoint.session.SessionOptions;
import org.tinylog.Logger;

/**
 * Writes a recording while it happens, on a thread of its own: a transaction about every half
 * second, so that a crash loses less than a second. The recording appears in the store when a
 * sensor is recognised; a port that is silent or has another device leaves nothing behind.
 *
 * <p>{@link #accept} belongs to one thread, the monitor's. All other methods may be called by any
 * thread.
 */
public final class RecordingWriter implements Consumer<RecordingEvent>, AutoCloseable {
  private static final int QUEUE = 20_000;
  private static final long COMMIT_NANOS = 500_000_000;
  private static final int MOST_IN_A_COMMIT = 5_000;

  /** A read has at least one byte, so this covers the 64 KiB that the recogniser keeps. */
  private static final int MOST_UNRECOGNISED = 1 << 16;

  private static final long JOIN_MILLIS = 10_000;

  private final Store store;
  private final NewRecording start;
  private final LongSupplier nanoClock;
  private final boolean waitWhenFull;
  private final Consumer<String> onTrouble;
  private final BlockingQueue<RecordingEvent> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Thread thread = new Thread(this::run, "store");
  private volatile boolean closing;
  private volatile String trouble = "";
  private volatile long id = -1;

  // Owned by the thread.
  private final List<RecordingEvent> pending = new ArrayList<>();
  private boolean shown;
  private long seq;

  /**
   * A writer whose thread is running.
   *
   * @param start what is known of the recording when it begins
   * @param nanoClock the computer's monotonic clock
   * @param waitWhenFull whether {@link #accept} waits when the disk is too slow: right for a
   *     recorded source at full speed, wrong for a live sensor
   * @param onTrouble receives one sentence at once, on any thread, when the recording cannot
   *     continue
   */
  public RecordingWriter(
      Store store,
      NewRecording start,
      LongSupplier nanoClock,
      boolean waitWhenFull,
      Consumer<String> onTrouble) {
    this.onTrouble = onTrouble;
    this.store = store;
    this.start = start;
    this.nanoClock = nanoClock;
    this.waitWhenFull = waitWhenFull;
    thread.start();
  }

  @Override
  public void accept(RecordingEvent event) {
    if (!trouble.isEmpty()) {
      return;
    }
    try {
      if (waitWhenFull) {
        while (trouble.isEmpty() && !queue.offer(event, 1, TimeUnit.SECONDS)) {
          Logger.debug("waiting for the disk");
        }
      } else if (!queue.offer(event)) {
        fail("the disk is too slow for the sensor", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("it was interrupted", e);
    }
  }

  private void fail(String why, @Nullable Throwable cause) {
    trouble = "The recording could not be completed: " + why + ".";
    onTrouble.accept(trouble);
    Logger.error(cause, "recording {} failed: {}", id, why);
  }

  /** What went wrong, in one sentence; empty while nothing has. */
  public String trouble() {
    return trouble;
  }

  /** Number of the recording; absent before a sensor is recognised. */
  public OptionalLong id() {
    return id < 0 ? OptionalLong.empty() : OptionalLong.of(id);
  }

  private void run() {
    try {
      boolean more = true;
      while (more && trouble.isEmpty()) {
        boolean last = closing;
        gather();
        more = !last || !queue.isEmpty();
        if (!shown) {
          dropWhatIsTooOld();
        } else if (!pending.isEmpty()) {
          store.jdbi().useTransaction(this::write);
          pending.clear();
        }
      }
    } catch (IOException | RuntimeException e) {
      fail(Store.reason(e), e);
    }
    if (id >= 0 && !trouble.isEmpty()) {
      markIncomplete();
    }
  }

  private void gather() {
    long until = nanoClock.getAsLong() + COMMIT_NANOS;
    try {
      for (int taken = 0; taken < MOST_IN_A_COMMIT; taken++) {
        long wait = closing ? 0 : until - nanoClock.getAsLong();
        RecordingEvent event = queue.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
        if (event == null) {
          return;
        }
        pending.add(event);
        shown |= event instanceof RecordingEvent.Recognised;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }

  /** Before a sensor is recognised, only the input that the recogniser keeps is worth keeping. */
  private void dropWhatIsTooOld() {
    if (pending.size() > MOST_UNRECOGNISED) {
      pending.subList(0, pending.size() - MOST_UNRECOGNISED).clear();
    }
  }

  private void write(Handle handle) throws IOException {
    if (id < 0) {
      id = create(handle);
    }
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(raw);
    for (RecordingEvent event : pending) {
      if (event instanceof RecordingEvent.Input input) {
        Capture.write(out, input.record());
      } else {
        EventTables.insert(handle, id, seq++, event);
      }
      if (event instanceof RecordingEvent.Recognised found) {
        handle.execute(
            "UPDATE recording SET protocol = ? WHERE id = ?", found.protocol().name(), id);
      }
      if (event instanceof RecordingEvent.Ended ended) {
        boolean whole = ended.summary().outcome().whole();
        setState(handle, whole ? Recording.State.COMPLETE : Recording.State.INCOMPLETE);
      }
    }
    if (raw.size() > 0) {
      handle.execute("INSERT INTO raw VALUES (?, ?, ?)", id, seq++, raw.toByteArray());
    }
  }

  private long create(Handle handle) {
    Script script = start.plan().script();
    SessionOptions options = start.plan().options();
    List<@Nullable Object> values =
        Arrays.asList(
            start.startedAt().toString(),
            start.zone().getId(),
            start.sensor(),
            start.source().name(),
            String.join(",", start.protocols()),
            start.waveformColumn(),
            script.programmeId(),
            script.title(),
            script.minutes(),
            Store.write(script),
            start.appVersion(),
            Chain.ALGORITHM,
            ColumnReader.orNull(start.ratings().painBefore()),
            ColumnReader.orNull(start.ratings().painAfter()),
            ColumnReader.orNull(start.ratings().tensionBefore()),
            ColumnReader.orNull(start.ratings().tensionAfter()),
            ColumnReader.orNull(start.ratings().sleep()),
            ColumnReader.orNull(start.ratings().function()),
            start.ratings().functionWords(),
            start.place().map(CoursePlace::course).orElse(""),
            start.place().map(CoursePlace::day).orElse(null),
            options.posture().name(),
            options.pacing().name(),
            options.whenDrowsy().name(),
            options.pacer(),
            ColumnReader.orNull(options.targetPerMinute()),
            options.inhaleShare(),
            Store.write(start.plan().history()));
    String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
    try (Update update =
        handle.createUpdate(
            "INSERT INTO recording (started_at, zone, sensor, source, protocols, waveform_column,"
                + " programme_id, programme_title, minutes, script, app_version, algorithm,"
                + " pain_before, pain_after, tension_before, tension_after, sleep, function,"
                + " function_words, course, course_day, posture, pacing,"
                + " when_drowsy, pacer, target_per_minute, inhale_share, history, protocol, state)"
                + " VALUES ("
                + marks
                + ", '', 'OPEN')")) {
      for (int i = 0; i < values.size(); i++) {
        update.bind(i, values.get(i));
      }
      return update.executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
    }
  }

  private void setState(Handle handle, Recording.State state) {
    handle.execute("UPDATE recording SET state = ? WHERE id = ?", state.name(), id);
  }

  private void markIncomplete() {
    try {
      store.jdbi().useHandle(h -> setState(h, Recording.State.INCOMPLETE));
    } catch (JdbiException e) {
      Logger.warn(e, "recording {} stays open", id);
    }
  }

  /** Writes the remaining events and ends the thread. Waits at most 10 s. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(JOIN_MILLIS);
      if (thread.isAlive()) {
        fail("the disk did not finish in time", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.stillpoint.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.RecordingEvent;

/**
 * The table of one type of event.
 *
 * @param <T> the type
 */
final class EventTable<T extends RecordingEvent> {

  /** Turns an event into the values of the columns, null for an absent one. */
  interface Writer<T> {
    @Nullable Object[] write(T event);
  }

  /** Creates an event from the columns, in their order. */
  interface Reader<T> {
    T read(ColumnReader row) throws SQLException;
  }

  private final Class<T> type;
  private final String name;
  private final String insert;
  private final String select;
  private final Writer<T> writer;
  private final Reader<T> reader;

  /**
   * A table.
   *
   * @param columns its columns after recording and seq, separated by commas
   */
  EventTable(Class<T> type, String name, String columns, Writer<T> writer, Reader<T> reader) {
    this.type = type;
    this.name = name;
    int count = (int) columns.chars().filter(c -> c == ',').count() + 1;
    String marks = String.join(",", Collections.nCopies(count + 2, "?"));
    this.insert =
        "INSERT INTO " + name + " (recording, seq, " + columns + ") VALUES (" + marks + ")";
    this.select = "SELECT seq, " + columns + " FROM " + name + " WHERE recording = ?";
    this.writer = writer;
    this.reader = reader;
  }

  boolean takes(RecordingEvent event) {
    return type.isInstance(event);
  }

  void insert(Handle handle, long recording, long seq, RecordingEvent event) {
    try (Update update = handle.createUpdate(insert)) {
      update.bind(0, recording).bind(1, seq);
      List<@Nullable Object> values = Arrays.asList(writer.write(type.cast(event)));
      for (int i = 0; i < values.size(); i++) {
        update.bind(i + 2, values.get(i));
      }
      update.execute();
    }
  }

  /** Adds all events of this type in a recording, by their sequence number. */
  void load(Handle handle, long recording, SortedMap<Long, RecordingEvent> into) {
    handle
        .createQuery(select)
        .bind(0, recording)
        .map(
            (result, context) ->
                into.put(result.getLong(1), reader.read(new ColumnReader(result, 2))))
        .list();
  }

  /** Its name in the database. */
  String name() {
    return name;
  }
}

package org.stillpoint.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stillpoint.programme.Posture;
import org.stillpoint.programme.ProgrammeKind;
import org.stillpoint.signal.SensorKind;

/** Reads the sessions of which trends are made. Stateless, for any thread. */
public final class TrendPoints {
  /** A recording whose sensor was never described has no row. */
  private static final String MEASURED =
      "SELECT r.id, COALESCE(json_extract(r.script, '$.kind'), 'GUIDED'), r.posture, s.kind,"
          + " b.fresh_heart_rate, b.fresh_ln_rmssd, COALESCE(b.arriving, 0)"
          + " FROM recording r LEFT JOIN baseline b ON b.recording = r.id"
          + " JOIN sensor s ON s.recording = r.id"
          + " AND s.seq = (SELECT max(seq) FROM sensor WHERE recording = r.id)"
          + " ORDER BY r.id";

  private TrendPoints() {}

  /**
   * The complete sessions of one kind of source, oldest first.
   *
   * @throws IOException with one sentence if the store cannot be read
   */
  public static List<TrendPoint> of(Store store, SourceKind source) throws IOException {
    Map<Long, Recording> wanted =
        store.list().stream()
            .filter(each -> each.source() == source)
            .filter(each -> each.state() == Recording.State.COMPLETE)
            .collect(Collectors.toMap(Recording::id, Function.identity()));
    List<Optional<TrendPoint>> points =
        store.read(h -> h.createQuery(MEASURED).map((row, context) -> point(row, wanted)).list());
    return points.stream().flatMap(Optional::stream).toList();
  }

  private static Optional<TrendPoint> point(ResultSet result, Map<Long, Recording> wanted)
      throws SQLException {
    ColumnReader row = new ColumnReader(result, 1);
    Recording recording = wanted.get(row.integer());
    return recording == null
        ? Optional.empty()
        : Optional.of(
            new TrendPoint(
                recording,
                ProgrammeKind.valueOf(row.text()),
                Posture.valueOf(row.text()),
                SensorKind.valueOf(row.text()),
                row.maybeReal(),
                row.maybeReal(),
                row.flag()));
  }
}

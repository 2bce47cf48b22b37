package org.stillpoint.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads the sessions of which trends are made. Stateless, for any thread. */
public final class TrendPoints {
  private record Start(double heartRate, double lnRmssd, boolean arriving) {}

  private TrendPoints() {}

  /**
   * The complete sessions of one kind of source, oldest first.
   *
   * @throws IOException with one sentence if the store cannot be read
   */
  public static List<TrendPoint> of(Store store, SourceKind source) throws IOException {
    Map<Long, Start> starts = new HashMap<>();
    store.read(
        h ->
            h.createQuery(
                    "SELECT recording, fresh_heart_rate, fresh_ln_rmssd, arriving FROM baseline")
                .map(
                    (result, context) -> {
                      ColumnReader row = new ColumnReader(result, 1);
                      return starts.put(
                          row.integer(), new Start(row.real(), row.real(), row.flag()));
                    })
                .list());
    List<TrendPoint> points = new ArrayList<>();
    for (Recording each : store.list()) {
      if (each.source() == source && each.state() == Recording.State.COMPLETE) {
        Start start = starts.get(each.id());
        points.add(
            start == null
                ? new TrendPoint(each, OptionalDouble.empty(), OptionalDouble.empty(), false)
                : new TrendPoint(
                    each,
                    OptionalDouble.of(start.heartRate),
                    OptionalDouble.of(start.lnRmssd),
                    start.arriving));
      }
    }
    Collections.reverse(points);
    return points;
  }
}

package org.stillpoint.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.stillpoint.relax.PastStart;
import org.stillpoint.relax.StartHistory;
import org.stillpoint.session.Posture;
import org.stillpoint.signal.SensorKind;

/**
 * What earlier sessions tell of the person: their starts and their resonance rate. A store belongs
 * to one person; each virtual person is another, and a replayed file may be anybody's.
 */
public final class PastSessions {
  private static final String OWN =
      "CASE WHEN :sensor LIKE 'virtual %' THEN sensor = :sensor"
          + " WHEN :sensor LIKE 'file %' THEN 0"
          + " ELSE sensor NOT LIKE 'virtual %' AND sensor NOT LIKE 'file %' END";

  private final Store store;
  private final String sensor;

  /**
   * The sessions of whoever is connected now.
   *
   * @param sensor what it is, in the words that recordings keep
   */
  public PastSessions(Store store, String sensor) {
    this.store = store;
    this.sensor = sensor;
  }

  /** The starts of whole sessions in a posture, as they were measured. */
  public StartHistory starts(Posture posture) throws IOException {
    record Past(SensorKind kind, PastStart start) {}
    List<Past> all =
        store.read(
            h ->
                h.createQuery(
                        "SELECT (SELECT kind FROM sensor s WHERE s.recording = r.id"
                            + " ORDER BY s.seq DESC LIMIT 1), b.fresh_heart_rate, b.fresh_ln_rmssd"
                            + " FROM recording r JOIN baseline b ON b.recording = r.id"
                            + " WHERE r.state = 'COMPLETE' AND r.posture = :posture"
                            + " AND b.fresh_heart_rate IS NOT NULL AND "
                            + OWN
                            + " ORDER BY r.id")
                    .bind("posture", posture.name())
                    .bind("sensor", sensor)
                    .map(
                        (result, context) -> {
                          Row row = new Row(result, 1);
                          return new Past(
                              SensorKind.valueOf(row.text()),
                              new PastStart(row.real(), row.real()));
                        })
                    .list());
    Map<SensorKind, List<PastStart>> starts = new EnumMap<>(SensorKind.class);
    for (Past past : all) {
      starts.computeIfAbsent(past.kind, kind -> new ArrayList<>()).add(past.start);
    }
    return new StartHistory(starts);
  }

  /** The best rate of the last whole resonance assessment, breaths a minute; absent without one. */
  public OptionalDouble resonancePerMinute() throws IOException {
    List<Double> rates =
        store.read(
            h ->
                h.createQuery(
                        "SELECT x.breaths_per_minute FROM resonance x"
                            + " JOIN recording r ON r.id = x.recording"
                            + " WHERE r.state = 'COMPLETE' AND x.place = 1 AND "
                            + OWN
                            + " ORDER BY r.id DESC LIMIT 1")
                    .bind("sensor", sensor)
                    .mapTo(Double.class)
                    .list());
    return rates.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(rates.get(0));
  }
}

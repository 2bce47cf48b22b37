package org.stillpoint.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.stillpoint.programme.Posture;
import org.stillpoint.programme.ProgrammeKind;
import org.stillpoint.relax.BaselineHistory;
import org.stillpoint.relax.PastBaseline;
import org.stillpoint.signal.SensorKind;

/**
 * What is known of the person from earlier sessions: their baselines and their resonance rate. A
 * store belongs to one person, but each virtual person is a person of their own, and a replayed
 * file can come from anyone and is left out.
 */
public final class PastSessions {
  private static final String OWN =
      "r.deleted_at IS NULL AND r.source = :source AND CASE :source WHEN 'REAL' THEN 1 WHEN 'VIRTUAL' THEN r.sensor = :sensor"
          + " ELSE 0 END";

  private final Store store;
  private final SourceKind source;
  private final String sensor;

  /**
   * The sessions of the person who is connected now.
   *
   * @param source kind of source
   * @param sensor the sensor, in the words that recordings keep; tells virtual people apart
   */
  public PastSessions(Store store, SourceKind source, String sensor) {
    this.store = store;
    this.source = source;
    this.sensor = sensor;
  }

  /**
   * The baselines of complete sessions in a posture, as they were measured. One that was taken
   * while the heart was still slowing is left out. Mornings are compared with mornings, and other
   * sessions with each other.
   *
   * @param kind kind of the programme that begins now
   * @throws IOException with one sentence if the store cannot be read
   */
  public BaselineHistory baselines(Posture posture, ProgrammeKind kind) throws IOException {
    record Past(SensorKind kind, PastBaseline baseline) {}
    List<Past> all =
        store.read(
            h ->
                h.createQuery(
                        "SELECT (SELECT kind FROM sensor s WHERE s.recording = r.id"
                            + " ORDER BY s.seq DESC LIMIT 1), b.fresh_heart_rate, b.fresh_ln_rmssd"
                            + " FROM recording r JOIN baseline b ON b.recording = r.id"
                            + " WHERE r.state = 'COMPLETE' AND r.posture = :posture"
                            + " AND NOT b.arriving"
                            + " AND (json_extract(r.script, '$.kind') IS 'READING') = :reading"
                            + " AND "
                            + OWN
                            + " ORDER BY r.id")
                    .bind("posture", posture.name())
                    .bind("reading", kind == ProgrammeKind.READING)
                    .bind("source", source.name())
                    .bind("sensor", sensor)
                    .map(
                        (result, context) -> {
                          ColumnReader row = new ColumnReader(result, 1);
                          return new Past(
                              SensorKind.valueOf(row.text()),
                              new PastBaseline(row.real(), row.real()));
                        })
                    .list());
    Map<SensorKind, List<PastBaseline>> baselines = new EnumMap<>(SensorKind.class);
    for (Past past : all) {
      baselines.computeIfAbsent(past.kind, none -> new ArrayList<>()).add(past.baseline);
    }
    return new BaselineHistory(baselines);
  }

  /**
   * Which session with a programme comes next, counted from 1. Every recording of it counts, also
   * one that ended early.
   *
   * @throws IOException with one sentence if the store cannot be read
   */
  public int nextNumber(String programmeId) throws IOException {
    return 1
        + store.read(
            h ->
                h.createQuery(
                        "SELECT count(*) FROM recording r WHERE r.programme_id = :programme AND "
                            + OWN)
                    .bind("programme", programmeId)
                    .bind("source", source.name())
                    .bind("sensor", sensor)
                    .mapTo(Integer.class)
                    .one());
  }

  /**
   * The best rate of the last complete resonance assessment in breaths a minute; absent without
   * one.
   *
   * @throws IOException with one sentence if the store cannot be read
   */
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
                    .bind("source", source.name())
                    .bind("sensor", sensor)
                    .mapTo(Double.class)
                    .list());
    return rates.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(rates.get(0));
  }
}

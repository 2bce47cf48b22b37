package org.stillpoint.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Devices;
import org.stillpoint.device.Protocol;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.RhythmMetrics;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SensorState;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.Regime;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;
import org.stillpoint.rr.WindowQuality;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.signal.SignalQuality;

/**
 * Every type of event with its table. An event that is read back equals the one that was written.
 */
final class EventTables {
  private static final List<EventTable<?>> SIGNAL =
      List.of(
          new EventTable<>(
              RecordingEvent.Recognised.class,
              "recognised",
              "time_nanos, protocol",
              e -> row(e.timeNanos(), e.protocol().name()),
              r -> new RecordingEvent.Recognised(r.integer(), protocol(r.text()))),
          new EventTable<>(
              RecordingEvent.BeatSeen.class,
              "beat",
              "time_nanos, amplitude, level, reasons, rr_end_nanos, rr_millis, label, continues,"
                  + " quality",
              EventTables::writeBeat,
              EventTables::readBeat),
          new EventTable<>(
              RecordingEvent.IndexStep.class,
              "index_step",
              "time_nanos, value, z_hr, z_v, variability_share, heart_rate_anchor, anchor, regime,"
                  + " window_end_nanos, window_seconds, coverage, artefact_share,"
                  + " longest_hole_seconds, large_share, early_share, heart_rate, rmssd_millis,"
                  + " ln_rmssd, sdnn_millis, breaths_per_minute, breath_confidence, coherence,"
                  + " rsa_per_minute, hf_millis2, lf_millis2, line_per_minute, line_share",
              EventTables::writeIndex,
              EventTables::readIndex),
          new EventTable<>(
              RecordingEvent.SensorSeen.class,
              "sensor",
              "time_nanos, kind, placement, rate_hz, drift_ppm, lost_samples, gaps, gap_seconds",
              e -> writeSensor(e.timeNanos(), e.state()),
              r -> new RecordingEvent.SensorSeen(r.integer(), readSensor(r))),
          new EventTable<>(
              RecordingEvent.BaselineTaken.class,
              "baseline",
              "time_nanos, heart_rate, heart_rate_spread, ln_rmssd, ln_rmssd_spread, windows,"
                  + " provisional, arriving, breaths_per_minute, fresh_heart_rate, fresh_ln_rmssd, sessions",
              e -> writeBaseline(e.timeNanos(), e.baseline()),
              r -> new RecordingEvent.BaselineTaken(r.integer(), readBaseline(r))),
          new EventTable<>(
              RecordingEvent.GapSeen.class,
              "gap",
              "from_nanos, to_nanos, cause",
              e -> row(e.gap().fromNanos(), e.gap().toNanos(), e.gap().cause().name()),
              r ->
                  new RecordingEvent.GapSeen(
                      new Gap(r.integer(), r.integer(), Gap.Cause.valueOf(r.text())))),
          new EventTable<>(
              RecordingEvent.FaultSeen.class,
              "fault",
              "time_nanos, what, count",
              e -> row(e.timeNanos(), e.fault().name(), e.count()),
              r -> new RecordingEvent.FaultSeen(r.integer(), Fault.valueOf(r.text()), r.integer())),
          new EventTable<>(
              RecordingEvent.LineChanged.class,
              "line",
              "time_nanos, there",
              e -> row(e.timeNanos(), e.there()),
              r -> new RecordingEvent.LineChanged(r.integer(), r.flag())),
          new EventTable<>(
              RecordingEvent.Moved.class,
              "moved",
              "time_nanos, how",
              e -> row(e.timeNanos(), e.how().name()),
              r -> new RecordingEvent.Moved(r.integer(), RecordingEvent.MovedBy.valueOf(r.text()))),
          new EventTable<>(
              RecordingEvent.PauseChanged.class,
              "pause",
              "time_nanos, paused",
              e -> row(e.timeNanos(), e.paused()),
              r -> new RecordingEvent.PauseChanged(r.integer(), r.flag())),
          new EventTable<>(
              RecordingEvent.Ended.class,
              "ended",
              "time_nanos, outcome, why, seconds, planned_seconds, final_index, mean_index, beats,"
                  + " set_aside, gap_seconds, lost_samples, rate_hz, drift_ppm",
              e -> writeSummary(e.timeNanos(), e.summary()),
              r -> new RecordingEvent.Ended(r.integer(), readSummary(r))));

  private static final List<EventTable<?>> ALL =
      Stream.concat(SIGNAL.stream(), SessionTables.ALL.stream()).toList();

  /** Names of the tables, for what concerns a whole recording. */
  static List<String> names() {
    return ALL.stream().map(EventTable::name).toList();
  }

  private EventTables() {}

  static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  /** Writes one event that is not an input. */
  static void insert(Handle handle, long recording, long seq, RecordingEvent event) {
    for (EventTable<?> table : ALL) {
      if (table.takes(event)) {
        table.insert(handle, recording, seq, event);
        return;
      }
    }
    throw new IllegalArgumentException("no table for " + event.getClass());
  }

  /** All events of a recording except the inputs, in order. */
  static List<RecordingEvent> load(Handle handle, long recording) {
    TreeMap<Long, RecordingEvent> bySeq = new TreeMap<>();
    for (EventTable<?> table : ALL) {
      table.load(handle, recording, bySeq);
    }
    return new ArrayList<>(bySeq.values());
  }

  private static Protocol protocol(String name) throws SQLException {
    return Devices.named(name, "ppg")
        .orElseThrow(() -> new SQLException("the store names an unknown protocol: " + name));
  }

  private static @Nullable Object[] writeBeat(RecordingEvent.BeatSeen e) {
    Beat beat = e.beat();
    RrInterval rr = e.interval();
    return row(
        e.timeNanos(),
        beat == null ? null : beat.amplitude(),
        beat == null ? null : beat.quality().level().name(),
        beat == null ? null : names(beat.quality().reasons()),
        rr == null ? null : rr.endNanos(),
        rr == null ? null : rr.millis(),
        rr == null ? null : rr.label().name(),
        rr == null ? null : rr.continues(),
        e.quality());
  }

  private static String names(Set<SignalQuality.Reason> reasons) {
    return reasons.stream().map(Enum::name).collect(Collectors.joining(","));
  }

  private static RecordingEvent.BeatSeen readBeat(ColumnReader r) throws SQLException {
    long time = r.integer();
    double amplitude = r.real();
    String level = r.maybeText();
    String reasons = r.maybeText();
    Beat beat = null;
    if (level != null && reasons != null) {
      Set<SignalQuality.Reason> set =
          Arrays.stream(reasons.split(",", -1))
              .filter(n -> !n.isEmpty())
              .map(SignalQuality.Reason::valueOf)
              .collect(Collectors.toSet());
      beat = new Beat(time, amplitude, new SignalQuality(SignalQuality.Level.valueOf(level), set));
    }
    long end = r.integer();
    double millis = r.real();
    String label = r.maybeText();
    boolean continues = r.flag();
    RrInterval interval =
        label == null ? null : new RrInterval(end, millis, RrLabel.valueOf(label), continues);
    return new RecordingEvent.BeatSeen(time, beat, interval, r.real());
  }

  private static @Nullable Object[] writeIndex(RecordingEvent.IndexStep e) {
    RelaxationIndex i = e.index();
    HrvMetrics m = i.metrics();
    return row(
        i.timeNanos(),
        ColumnReader.orNull(i.value()),
        ColumnReader.orNull(i.zHr()),
        ColumnReader.orNull(i.zV()),
        ColumnReader.orNull(i.variabilityShare()),
        ColumnReader.orNull(i.heartRateAnchor()),
        ColumnReader.orNull(i.anchor()),
        i.regime().name(),
        m.endNanos(),
        m.seconds(),
        m.quality().coverage(),
        m.quality().artefactShare(),
        m.quality().longestHoleSeconds(),
        m.quality().largeShare(),
        m.quality().earlyShare(),
        ColumnReader.orNull(m.heartRate()),
        ColumnReader.orNull(m.rmssdMillis()),
        ColumnReader.orNull(m.lnRmssd()),
        ColumnReader.orNull(m.sdnnMillis()),
        ColumnReader.orNull(m.rhythms().breathsPerMinute()),
        m.rhythms().breathConfidence(),
        ColumnReader.orNull(m.rhythms().coherence()),
        ColumnReader.orNull(m.rhythms().rsaPerMinute()),
        ColumnReader.orNull(m.rhythms().hfMillis2()),
        ColumnReader.orNull(m.rhythms().lfMillis2()),
        ColumnReader.orNull(m.rhythms().linePerMinute()),
        m.rhythms().lineShare());
  }

  private static RecordingEvent.IndexStep readIndex(ColumnReader r) throws SQLException {
    long time = r.integer();
    var value = r.maybeReal();
    var zHr = r.maybeReal();
    var zV = r.maybeReal();
    r.maybeReal(); // the share follows from zHR and zV
    var heartRateAnchor = r.maybeReal();
    var anchor = r.maybeReal();
    Regime regime = Regime.valueOf(r.text());
    HrvMetrics metrics =
        new HrvMetrics(
            r.integer(),
            r.real(),
            new WindowQuality(r.real(), r.real(), r.real(), r.real(), r.real()),
            r.maybeReal(),
            r.maybeReal(),
            r.maybeReal(),
            r.maybeReal(),
            new RhythmMetrics(
                r.maybeReal(),
                r.real(),
                r.maybeReal(),
                r.maybeReal(),
                r.maybeReal(),
                r.maybeReal(),
                r.maybeReal(),
                r.real()));
    return new RecordingEvent.IndexStep(
        new RelaxationIndex(time, value, zHr, zV, heartRateAnchor, anchor, metrics, regime));
  }

  private static @Nullable Object[] writeSensor(long time, SensorState s) {
    return row(
        time,
        s.kind().name(),
        s.placement().name(),
        ColumnReader.orNull(s.rateHz()),
        ColumnReader.orNull(s.driftPpm()),
        s.lostSamples(),
        s.gaps(),
        s.gapSeconds());
  }

  private static SensorState readSensor(ColumnReader r) throws SQLException {
    return new SensorState(
        SensorKind.valueOf(r.text()),
        Placement.valueOf(r.text()),
        r.maybeReal(),
        r.maybeReal(),
        r.integer(),
        r.integer(),
        r.real());
  }

  private static @Nullable Object[] writeBaseline(long time, Baseline b) {
    return row(
        time,
        b.heartRate(),
        b.heartRateSpread(),
        b.lnRmssd(),
        b.lnRmssdSpread(),
        b.windows(),
        b.provisional(),
        b.arriving(),
        ColumnReader.orNull(b.breathsPerMinute()),
        b.freshHeartRate(),
        b.freshLnRmssd(),
        b.sessions());
  }

  private static Baseline readBaseline(ColumnReader r) throws SQLException {
    return new Baseline(
        r.real(),
        r.real(),
        r.real(),
        r.real(),
        (int) r.integer(),
        r.flag(),
        r.flag(),
        r.maybeReal(),
        r.real(),
        r.real(),
        (int) r.integer());
  }

  private static @Nullable Object[] writeSummary(long time, RecordingEvent.Summary s) {
    return row(
        time,
        s.outcome().name(),
        s.why(),
        s.seconds(),
        ColumnReader.orNull(s.plannedSeconds()),
        ColumnReader.orNull(s.finalIndex()),
        ColumnReader.orNull(s.meanIndex()),
        s.beats(),
        s.setAside(),
        s.gapSeconds(),
        s.lostSamples(),
        ColumnReader.orNull(s.rateHz()),
        ColumnReader.orNull(s.driftPpm()));
  }

  private static RecordingEvent.Summary readSummary(ColumnReader r) throws SQLException {
    return new RecordingEvent.Summary(
        RecordingEvent.Outcome.valueOf(r.text()),
        r.text(),
        r.real(),
        r.maybeReal(),
        r.maybeReal(),
        r.maybeReal(),
        r.integer(),
        r.real(),
        r.real(),
        r.integer(),
        r.maybeReal(),
        r.maybeReal());
  }
}

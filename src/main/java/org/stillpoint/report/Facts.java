package org.stillpoint.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SensorState;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.signal.Fault;
import org.stillpoint.store.RecordedSession;

/**
 * The figures of a session. They come from its summary, or from its events if the recording breaks
 * off and has no summary.
 */
final class Facts {
  /** A value that is older than this at the end does not count as a value of the end. */
  private static final double FRESH_MINUTES = 0.5;

  private final RecordedSession session;
  private final Timeline time;
  private final List<RrInterval> intervals;

  Facts(RecordedSession session, Timeline time) {
    this.session = session;
    this.time = time;
    this.intervals = JudgedIntervals.of(session);
  }

  /** The summary; empty if the recording breaks off. */
  Optional<RecordingEvent.Summary> summary() {
    return session.events(RecordingEvent.Ended.class).stream()
        .map(RecordingEvent.Ended::summary)
        .findFirst();
  }

  /** The baseline; empty if none was measured. */
  Optional<Baseline> baseline() {
    return session.events(RecordingEvent.BaselineTaken.class).stream()
        .map(RecordingEvent.BaselineTaken::baseline)
        .findFirst();
  }

  /** Length in minutes, without pauses; with them if the recording breaks off. */
  double minutes() {
    return summary().map(s -> s.seconds() / 60).orElse(time.endMinutes());
  }

  /** Mean of the index over the last minute before the return, or before the end. */
  OptionalDouble finalIndex() {
    return summary()
        .map(RecordingEvent.Summary::finalIndex)
        .orElseGet(() -> mean(time.judgedMinutes() - 1));
  }

  /** Mean of the index from the baseline to the return, or to the end. */
  OptionalDouble meanIndex() {
    return summary().map(RecordingEvent.Summary::meanIndex).orElseGet(() -> mean(0));
  }

  /** Mean of the index from a minute on to the return. */
  private OptionalDouble mean(double fromMinutes) {
    return indices().stream()
        .filter(i -> time.minutes(i.timeNanos()) > fromMinutes)
        .filter(i -> time.minutes(i.timeNanos()) <= time.judgedMinutes())
        .flatMapToDouble(i -> i.value().stream())
        .average();
  }

  /** Whether the return was reached, so that the session is judged by the time before it. */
  boolean returned() {
    return time.comingBack().isPresent();
  }

  /** Whether the heart was still slowing when the baseline was measured. */
  boolean arriving() {
    return baseline().map(Baseline::arriving).orElse(false);
  }

  /** Why there is no index at the end. Call only if it is absent. */
  String whyNoIndex() {
    if (beats() == 0) {
      return "no heartbeat was found in the signal";
    }
    if (baseline().isEmpty()) {
      return "your start was not measured before the session ended";
    }
    return "the signal could not be used in the last minute"
        + (time.comingBack().isPresent() ? " before the return" : "");
  }

  /** Why a measure of the start is absent. Call only if it is. */
  String whyNoStart() {
    return beats() == 0 ? "no heartbeat was found" : "your start was not measured";
  }

  /** Why a measure of the end is absent. Call only if it is. */
  String whyNoEnd() {
    return beats() == 0 || time.endMinutes() < 1
        ? whyNoQuality()
        : "no usable signal in the last half minute";
  }

  /** Why the quality is absent. Call only if it is. */
  String whyNoQuality() {
    return beats() == 0 ? "no heartbeat was found" : "this needs a minute of signal";
  }

  OptionalDouble startRate() {
    return baseline().stream().mapToDouble(Baseline::heartRate).findFirst();
  }

  OptionalDouble startRmssd() {
    return baseline().stream().mapToDouble(b -> Math.exp(b.lnRmssd())).findFirst();
  }

  OptionalDouble endRate() {
    return latest(index -> index.metrics().heartRate());
  }

  OptionalDouble endRmssd() {
    return latest(index -> index.metrics().rmssdMillis());
  }

  private OptionalDouble latest(Function<RelaxationIndex, OptionalDouble> measure) {
    return indices().stream()
        .filter(i -> time.minutes(i.timeNanos()) <= time.judgedMinutes())
        .filter(i -> time.minutes(i.timeNanos()) >= time.judgedMinutes() - FRESH_MINUTES)
        .flatMapToDouble(i -> measure.apply(i).stream())
        .reduce((earlier, later) -> later);
  }

  /** Mean Q of all minutes, 0 to 1; absent if not even the first minute was complete. */
  OptionalDouble meanQuality() {
    return indices().stream()
        .filter(i -> time.minutes(i.timeNanos()) >= 1)
        .mapToDouble(i -> i.metrics().quality().q())
        .average();
  }

  private List<RelaxationIndex> indices() {
    return session.events(RecordingEvent.IndexStep.class).stream()
        .map(RecordingEvent.IndexStep::index)
        .toList();
  }

  long beats() {
    return session.events(RecordingEvent.BeatSeen.class).size();
  }

  long intervals() {
    return intervals.size();
  }

  /** Number of intervals corrected because of an artefact. */
  long corrected() {
    return intervals.stream().filter(RrInterval::corrected).count();
  }

  /** Number of intervals that no measure uses. */
  long setAside() {
    return intervals.stream().filter(interval -> !interval.usable()).count();
  }

  double gapSeconds() {
    return session.events(RecordingEvent.GapSeen.class).stream()
        .mapToDouble(seen -> seen.gap().seconds())
        .sum();
  }

  long gaps() {
    return session.events(RecordingEvent.GapSeen.class).size();
  }

  /** Samples per second; absent if the sensor sends intervals. */
  OptionalDouble rateHz() {
    return newest(SensorState::rateHz);
  }

  /**
   * Drift of the sensor's clock against the computer's, in parts per million, positive if it runs
   * fast; absent in a short recording, and for a sensor without a clock.
   */
  OptionalDouble driftPpm() {
    return newest(SensorState::driftPpm);
  }

  private OptionalDouble newest(Function<SensorState, OptionalDouble> measure) {
    return session.events(RecordingEvent.SensorSeen.class).stream()
        .flatMapToDouble(seen -> measure.apply(seen.state()).stream())
        .reduce((earlier, later) -> later);
  }

  long lostSamples() {
    return session.events(RecordingEvent.FaultSeen.class).stream()
        .filter(seen -> seen.fault() == Fault.LOST_SAMPLES)
        .mapToLong(RecordingEvent.FaultSeen::count)
        .sum();
  }
}

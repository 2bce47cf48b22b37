package org.stillpoint.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.HrvWindow;
import org.stillpoint.hrv.TimeVaryingSpectrum;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.rr.RecentHeartRate;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.store.RecordedSession;

/** The lines of a session's charts. Where there was no value a line is open, never bridged. */
final class SessionCurves {
  /** Steps further apart than this do not follow each other: a pause lies between. */
  private static final double LONGEST_STEP_SECONDS = 1.5 * HrvWindow.STEP_SECONDS;

  private final RecordedSession session;
  private final Timeline time;
  private final List<RrInterval> intervals;

  SessionCurves(RecordedSession session, Timeline time) {
    this.session = session;
    this.time = time;
    this.intervals =
        JudgedIntervals.of(session).stream()
            .filter(interval -> time.minutes(interval.endNanos()) >= 0)
            .toList();
  }

  Curve index() {
    return steps(RelaxationIndex::value);
  }

  /** Heart rate of the minute before, per minute. */
  Curve heartRate() {
    return steps(step -> metrics(step, HrvMetrics::heartRate));
  }

  /** RMSSD of the minute before, ms. */
  Curve rmssd() {
    return steps(step -> metrics(step, HrvMetrics::rmssdMillis));
  }

  private static OptionalDouble metrics(
      RelaxationIndex step, Function<HrvMetrics, OptionalDouble> measure) {
    return measure.apply(step.metrics());
  }

  private Curve steps(Function<RelaxationIndex, OptionalDouble> value) {
    Curve curve = new Curve();
    double before = Double.NEGATIVE_INFINITY;
    for (RecordingEvent.IndexStep step : session.events(RecordingEvent.IndexStep.class)) {
      double now = time.minutes(step.timeNanos());
      OptionalDouble y = value.apply(step.index());
      if (y.isEmpty() || (now - before) * 60 > LONGEST_STEP_SECONDS) {
        curve.open();
      }
      y.ifPresent(known -> curve.add(now, known));
      before = now;
    }
    return curve;
  }

  /** Heart rate over a few beats, per minute; open wherever an interval is not used. */
  Curve beatRate() {
    Curve curve = new Curve();
    RecentHeartRate last = new RecentHeartRate();
    for (RrInterval interval : intervals) {
      if (!interval.continues() || !interval.usable()) {
        last.clear();
        curve.open();
      }
      if (interval.usable()) {
        last.add(interval);
        double minutes = time.minutes(interval.endNanos());
        last.ofFive().ifPresent(perMinute -> curve.add(minutes, perMinute));
      }
    }
    return curve;
  }

  /** The intervals that are used, ms, corrected ones too; open where there is none. */
  Curve used() {
    Curve curve = new Curve();
    for (RrInterval interval : intervals) {
      if (!interval.continues() || !interval.usable()) {
        curve.open();
      }
      if (interval.usable()) {
        curve.add(time.minutes(interval.endNanos()), interval.millis());
      }
    }
    return curve;
  }

  /** Breaths of the minute before, per minute. */
  Curve breathing() {
    return steps(step -> metrics(step, m -> m.rhythms().breathsPerMinute()));
  }

  /** How the rhythms of the intervals changed. */
  TimeVaryingSpectrum spectrum() {
    double half = TimeVaryingSpectrum.WINDOW_SECONDS / 2;
    double begin = time.seconds(0);
    return TimeVaryingSpectrum.of(intervals, begin + half, time.seconds(time.endMinutes()) - half);
  }

  /** The intervals that were corrected, each for itself. */
  Curve corrected() {
    return points(RrInterval::corrected, RrInterval::millis);
  }

  /** The intervals that are set aside, each for itself; those beyond the scale at its edge. */
  Curve setAside(Scale scale) {
    return points(interval -> !interval.usable(), interval -> scale.inside(interval.millis()));
  }

  private Curve points(Predicate<RrInterval> which, ToDoubleFunction<RrInterval> height) {
    Curve curve = new Curve();
    intervals.stream()
        .filter(which)
        .forEach(i -> curve.add(time.minutes(i.endNanos()), height.applyAsDouble(i)));
    return curve;
  }
}

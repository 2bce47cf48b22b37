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

/** The lines of a session's charts. Where there was no value, a line is interrupted. */
final class SessionCurves {
  /** Steps that are further apart than this are separated by a pause. */
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

  /** The index, 0 to 100. */
  Curve index() {
    return steps(RelaxationIndex::value);
  }

  /** Heart rate over the last minute, per minute. */
  Curve heartRate() {
    return steps(step -> metrics(step, HrvMetrics::heartRate));
  }

  /** RMSSD over the last minute, in ms. */
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

  /** Heart rate over five beats, per minute; interrupted wherever an interval is not used. */
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

  /** The intervals that are used, including corrected ones, in ms; interrupted between them. */
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

  /** Breathing rate over the last minute, per minute. */
  Curve breathing() {
    return steps(step -> metrics(step, m -> m.rhythms().breathsPerMinute()));
  }

  /** The spectrum of the intervals as it changed over the session. */
  TimeVaryingSpectrum spectrum() {
    double half = TimeVaryingSpectrum.WINDOW_SECONDS / 2;
    double begin = time.seconds(0);
    return TimeVaryingSpectrum.of(intervals, begin + half, time.seconds(time.endMinutes()) - half);
  }

  /** The intervals that were corrected, as single points, in ms. */
  Curve corrected() {
    return points(RrInterval::corrected, RrInterval::millis);
  }

  /**
   * The intervals that are set aside, as single points, in ms. A value outside the scale is moved
   * to its edge.
   */
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

package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.stillpoint.hrv.HrvWindow;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.programme.Role;
import org.stillpoint.store.RecordedSession;

/**
 * The times of a session's events, in minutes since it began. Pauses are part of these minutes,
 * since the heart continues to beat.
 */
final class Timeline {
  /** A stretch of the session, in minutes since it began. */
  record Stretch(double from, double to, String title) {}

  private static final double SHORTEST_MINUTES = 1;
  private static final double SHORTEST_GAP_SECONDS = 2;

  private final RecordedSession session;
  private final long beginNanos;
  private final double endMinutes;

  Timeline(RecordedSession session) {
    this.session = session;
    this.beginNanos =
        session.events().stream()
            .filter(
                e ->
                    e instanceof RecordingEvent.Recognised
                        || e instanceof RecordingEvent.StageBegan)
            .mapToLong(RecordingEvent::timeNanos)
            .findFirst()
            .orElse(0);
    this.endMinutes =
        Math.max(
            0, session.events().stream().mapToDouble(e -> minutes(e.timeNanos())).max().orElse(0));
  }

  /** Minutes since the session began, of a time since the recording began. */
  double minutes(long nanos) {
    return (nanos - beginNanos) / 60e9;
  }

  /** Seconds since the recording began, of a time in minutes since the session began. */
  double seconds(double minutes) {
    return beginNanos / 1e9 + 60 * minutes;
  }

  /** When the last event happened, in minutes; not below 0. */
  double endMinutes() {
    return endMinutes;
  }

  /** End of the time axis in minutes; at least 1. */
  double axisMinutes() {
    return Math.max(SHORTEST_MINUTES, endMinutes);
  }

  /** The stages that began, in order. */
  List<Stretch> stages() {
    List<RecordingEvent.StageBegan> begun = session.events(RecordingEvent.StageBegan.class);
    List<Stretch> stages = new ArrayList<>();
    for (int i = 0; i < begun.size(); i++) {
      boolean last = i == begun.size() - 1;
      double to = last ? endMinutes : minutes(begun.get(i + 1).timeNanos());
      stages.add(new Stretch(minutes(begun.get(i).timeNanos()), to, begun.get(i).stage().title()));
    }
    return stages;
  }

  /**
   * The time in which the person comes back and gets up, which nothing is judged by: from the
   * return, or in a last stage without one from the first movement; empty if there is none.
   */
  Optional<Stretch> comingBack() {
    List<RecordingEvent.StageBegan> begun = session.events(RecordingEvent.StageBegan.class);
    OptionalLong returns =
        begun.stream()
            .filter(b -> b.stage().role() == Role.RETURN)
            .mapToLong(RecordingEvent.StageBegan::timeNanos)
            .findFirst();
    if (returns.isEmpty() && !begun.isEmpty()) {
      RecordingEvent.StageBegan last = begun.get(begun.size() - 1);
      returns =
          session.events(RecordingEvent.Moved.class).stream()
              .filter(m -> last.stage().last() && m.timeNanos() >= last.timeNanos())
              .mapToLong(RecordingEvent.Moved::timeNanos)
              .findFirst();
    }
    return returns.isEmpty()
        ? Optional.empty()
        : Optional.of(new Stretch(minutes(returns.getAsLong()), endMinutes, "coming back"));
  }

  /** The end of the time that the session is judged by, in minutes. */
  double judgedMinutes() {
    return comingBack().map(Stretch::from).orElse(endMinutes);
  }

  /** The stretch from which the baseline was computed; empty if there is none. */
  Optional<Stretch> baseline() {
    return session.events(RecordingEvent.BaselineTaken.class).stream()
        .findFirst()
        .map(
            taken -> {
              double steps = (taken.baseline().windows() - 1) * HrvWindow.STEP_SECONDS;
              double to = minutes(taken.timeNanos());
              double from = to - (HrvWindow.SECONDS + steps) / 60;
              return new Stretch(Math.max(0, from), to, "your start is measured");
            });
  }

  /** Pauses, and gaps that are long enough to be visible, in the order of their ends. */
  List<Stretch> away() {
    List<Stretch> away = new ArrayList<>();
    double pausedAt = Double.NaN;
    for (RecordingEvent event : session.events()) {
      if (event instanceof RecordingEvent.GapSeen seen
          && seen.gap().seconds() >= SHORTEST_GAP_SECONDS) {
        double from = Math.max(0, minutes(seen.gap().fromNanos()));
        away.add(new Stretch(from, minutes(seen.gap().toNanos()), "no signal"));
      } else if (event instanceof RecordingEvent.PauseChanged change) {
        double now = minutes(change.timeNanos());
        if (!change.paused() && !Double.isNaN(pausedAt)) {
          away.add(new Stretch(pausedAt, now, "paused"));
        }
        pausedAt = change.paused() ? now : Double.NaN;
      }
    }
    if (!Double.isNaN(pausedAt) && endMinutes > pausedAt) {
      away.add(new Stretch(pausedAt, endMinutes, "paused"));
    }
    return away.stream().filter(s -> s.to() > 0 && s.to() > s.from()).toList();
  }
}

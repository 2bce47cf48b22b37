package org.stillpoint.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.stillpoint.guide.Announcement;
import org.stillpoint.hrv.HrvWindow;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SensorState;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.relax.Settling;
import org.stillpoint.rr.RecentHeartRate;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.session.Decision;
import org.stillpoint.signal.Placement;

/** Prints a session, or a sensor without a session, as text for a person to read. */
final class Transcript implements Consumer<RecordingEvent> {
  private final PrintWriter out;
  private final boolean session;
  private final RecentHeartRate recent = new RecentHeartRate();
  private boolean away;
  private boolean arriving;
  private String advice = "";

  /**
   * A transcript.
   *
   * @param session true for a session, whose prompts and decisions are printed; false for a sensor
   *     without a session, whose measures are printed every 5 s
   */
  Transcript(PrintWriter out, boolean session) {
    this.out = out;
    this.session = session;
  }

  @Override
  public void accept(RecordingEvent event) {
    String text = text(event);
    if (!text.isEmpty()) {
      out.printf(Locale.ROOT, "%s  %s%n", clock(event.timeNanos() / 1e9), text);
      out.flush();
    }
  }

  /** A time as minutes and seconds, such as 3:05. */
  static String clock(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  private String text(RecordingEvent event) {
    if (event instanceof RecordingEvent.Recognised found) {
      return found.protocol().words() + " recognised";
    } else if (event instanceof RecordingEvent.StageBegan began) {
      return "== " + began.stage().title() + " ==";
    } else if (event instanceof RecordingEvent.Prompted prompted) {
      return prompted.prompt().text();
    } else if (event instanceof RecordingEvent.Decided decided) {
      return decision(decided.decision());
    } else if (event instanceof RecordingEvent.PacerChanged changed) {
      return "   [" + changed.words() + "]";
    } else if (event instanceof RecordingEvent.ResonanceRated rated) {
      return String.format(
          Locale.ROOT,
          "   [%d. %.1f breaths a minute: the heart rate swings by %.1f per minute]",
          rated.place(),
          rated.candidate().breathsPerMinute(),
          rated.candidate().rsa().beatsPerMinute());
    } else if (event instanceof RecordingEvent.BaselineTaken taken) {
      arriving = taken.baseline().arriving();
      return String.format(
          Locale.ROOT,
          "   [your start: heart rate %.0f per minute, RMSSD %.0f ms%s%s]",
          taken.baseline().heartRate(),
          Math.exp(taken.baseline().lnRmssd()),
          taken.baseline().provisional() ? "; provisional" : "",
          arriving ? "; your heart was still slowing" : "");
    } else if (event instanceof RecordingEvent.GapSeen seen) {
      return String.format(Locale.ROOT, "   [no signal for %.1f s]", seen.gap().seconds());
    } else if (event instanceof RecordingEvent.FaultSeen seen) {
      return "   [" + seen.count() + " " + seen.fault().words(seen.count()) + "]";
    } else if (event instanceof RecordingEvent.LineChanged changed) {
      away = !changed.there();
      recent.clear();
      return changed.there()
          ? "   [the sensor is connected again]"
          : "   [the sensor is disconnected]";
    } else if (event instanceof RecordingEvent.SensorSeen seen) {
      return advice(seen.state());
    } else if (event instanceof RecordingEvent.Moved moved) {
      return moved.how() == RecordingEvent.MovedBy.SAID
          ? "   [you have moved: the comparison goes on in a minute]"
          : "   [you seem to have moved: the comparison goes on in a minute]";
    } else if (event instanceof RecordingEvent.PauseChanged changed) {
      return changed.paused() ? "-- paused --" : "-- resumed --";
    } else if (event instanceof RecordingEvent.BeatSeen seen) {
      remember(seen);
      return "";
    } else if (event instanceof RecordingEvent.IndexStep step && !session) {
      return away ? "" : measures(step.index());
    } else if (event instanceof RecordingEvent.Ended ended) {
      return end(ended.summary());
    }
    return "";
  }

  /** The reason, and below it what is said about the session because of it. */
  private static String decision(Decision decision) {
    String not = decision.applied() ? "" : "not applied: ";
    String reason = "   [" + not + decision.reason() + "]";
    Optional<Announcement> said =
        decision.applied() ? Announcement.of(decision.remark()) : Optional.empty();
    return reason
        + said.map(what -> System.lineSeparator() + "      " + what.sentence().text()).orElse("");
  }

  /** The advice if it has changed, or a sentence that it is no longer needed; otherwise empty. */
  private String advice(SensorState state) {
    String before = advice;
    if (state.placement() != Placement.UNKNOWN) {
      advice = state.advice();
    }
    if (advice.equals(before)) {
      return "";
    }
    return "   [" + (advice.isEmpty() ? "The sensor is placed well again." : advice) + "]";
  }

  private void remember(RecordingEvent.BeatSeen seen) {
    RrInterval interval = seen.interval();
    if (interval != null) {
      recent.add(interval);
    }
  }

  private String end(RecordingEvent.Summary summary) {
    String how =
        switch (summary.outcome()) {
          case COMPLETED -> "Finished";
          case ENDED_GENTLY -> "Ended gently, as you asked";
          case STOPPED -> "Stopped";
          case FAILED -> ""; // its sentence goes to standard error
          case SENSOR_GONE, SOURCE_ENDED ->
              summary.why().isEmpty() ? "Finished" : "Ended early: " + summary.why();
        };
    if (how.isEmpty() || summary.plannedSeconds().isEmpty()) {
      return how;
    }
    if (summary.finalIndex().isEmpty()) {
      return how + "; no index";
    }
    double index = summary.finalIndex().getAsDouble();
    return String.format(Locale.ROOT, "%s; %s, index %.0f", how, Settling.of(index).words(), index)
        + (arriving ? "; part of this may be arriving" : "");
  }

  private String measures(RelaxationIndex index) {
    long seconds = Math.round(index.timeNanos() / 1e9);
    if (seconds < HrvWindow.SECONDS) {
      return "heart rate "
          + number(recent.perMinute(index.timeNanos()), "%.0f per minute")
          + ", first minute: "
          + seconds
          + " of 60 s";
    }
    String rate = number(index.metrics().heartRate(), "%.1f");
    String rmssd = number(index.metrics().rmssdMillis(), "%.1f");
    String value = number(index.value(), "%.0f");
    String line =
        String.format(
            Locale.ROOT,
            "heart rate %s per minute, RMSSD %s ms, %s breaths per minute, index %s, quality %.2f",
            rate,
            rmssd,
            number(index.metrics().rhythms().breathsPerMinute(), "%.1f"),
            value,
            index.metrics().quality().q());
    return line
        + (index.metrics().quality().irregular() ? ", rhythm too irregular to measure" : "");
  }

  private static String number(java.util.OptionalDouble value, String format) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
  }
}

package org.stillpoint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.session.Decision;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.Placement;
import org.stillpoint.store.RecordedSession;

/**
 * A session in words, row by row. Successive looks with the same outcome share one row with a time
 * range. Within a stage, so do faults of the same kind and short gaps with the same cause.
 */
final class Story {
  private static final double LONG_GAP_SECONDS = 3;

  /** A row, to which later events can be added. */
  private static final class StoryRow {
    final double from;
    final String style;
    double to;
    String words;
    long count;
    double seconds;

    StoryRow(double from, double to, String style, String words) {
      this.from = from;
      this.to = to;
      this.style = style;
      this.words = words;
    }
  }

  private final Timeline time;
  private final List<StoryRow> rows = new ArrayList<>();
  private final Map<Object, StoryRow> inThisStage = new HashMap<>();
  private @Nullable StoryRow lastLook;
  private @Nullable Decision lastDecision;
  private @Nullable StoryRow lastSensor;
  private Placement lastPlacement = Placement.UNKNOWN;

  /** The story of a session. */
  Story(RecordedSession session, Timeline time) {
    this.time = time;
    session.events().forEach(this::tell);
    rows.sort(Comparator.comparingDouble(row -> row.from));
  }

  private void tell(RecordingEvent event) {
    double now = time.minutes(event.timeNanos());
    if (event instanceof RecordingEvent.StageBegan began) {
      inThisStage.clear();
      row(now, now, "stage", began.stage().title() + " begins");
    } else if (event instanceof RecordingEvent.BaselineTaken taken) {
      String rate = Words.whole(taken.baseline().heartRate());
      String rmssd = Words.whole(Math.exp(taken.baseline().lnRmssd()));
      String slowing = taken.baseline().arriving() ? "; your heart was still slowing" : "";
      String start = "Your start: heart rate " + rate + " per minute, RMSSD " + rmssd + " ms";
      row(now, now, "", start + slowing);
    } else if (event instanceof RecordingEvent.Decided decided) {
      look(now, decided.decision());
    } else if (event instanceof RecordingEvent.PacerChanged change) {
      row(now, now, "", capital(change.words()));
    } else if (event instanceof RecordingEvent.GapSeen seen) {
      gap(seen.gap());
    } else if (event instanceof RecordingEvent.FaultSeen seen) {
      StoryRow row = inThisStage.computeIfAbsent(seen.fault(), fault -> row(now, now, "quiet", ""));
      row.to = now;
      row.count += seen.count();
      row.words = Words.count(row.count, seen.fault().words(1), seen.fault().words(2));
    } else if (event instanceof RecordingEvent.SensorSeen seen) {
      sensor(now, seen.state().placement());
    } else if (event instanceof RecordingEvent.Moved moved) {
      boolean said = moved.how() == RecordingEvent.MovedBy.SAID;
      String who = said ? "You said that you had moved" : "You seemed to move";
      row(now, now, "", who + "; the index went on from where it stood");
    } else if (event instanceof RecordingEvent.PauseChanged change) {
      row(now, now, "", change.paused() ? "Paused" : "Resumed");
    } else if (event instanceof RecordingEvent.Ended ended) {
      row(now, now, "stage", end(ended.summary()));
    }
  }

  private void look(double now, Decision decision) {
    StoryRow before = lastLook;
    Decision decisionBefore = lastDecision;
    lastDecision = decision;
    boolean same = decisionBefore != null && decisionBefore.reason().equals(decision.reason());
    if (before != null && same && !decision.changed()) {
      before.to = now;
      return;
    }
    String style = decision.changed() ? "" : "quiet";
    lastLook = row(now, now, style, words(decision));
  }

  private static String words(Decision decision) {
    if (decision.remark() == Decision.Remark.RESULT) {
      return capital(decision.reason());
    }
    if (!decision.applied()) {
      return "Not applied: " + decision.reason();
    }
    return (decision.changed() ? "Changed: " : "Kept: ") + decision.reason();
  }

  private static String capital(String clause) {
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
  }

  private void gap(Gap gap) {
    double from = Math.max(0, time.minutes(gap.fromNanos()));
    double to = time.minutes(gap.toNanos());
    if (gap.seconds() >= LONG_GAP_SECONDS) {
      row(from, to, "", "No signal for " + Words.seconds(gap.seconds()) + because(gap.cause()));
      return;
    }
    StoryRow row = inThisStage.computeIfAbsent(gap.cause(), cause -> row(from, to, "quiet", ""));
    row.to = to;
    row.count++;
    row.seconds += gap.seconds();
    row.words =
        Words.count(row.count, "short gap", "short gaps")
            + ", "
            + Words.seconds(row.seconds)
            + (row.count == 1 ? "" : " together")
            + because(gap.cause());
  }

  /** Adds one row for every stretch in which the sensor was badly placed. */
  private void sensor(double now, Placement placement) {
    StoryRow before = lastSensor;
    if (before != null && placement == lastPlacement) {
      before.to = now;
    } else {
      lastSensor = placement.bad() ? row(now, now, "quiet", "Sensor: " + placement.seen()) : null;
    }
    lastPlacement = placement;
  }

  private static String because(Gap.Cause cause) {
    return switch (cause) {
      case LOST_SAMPLES -> ": samples were lost in transmission";
      case RESET -> ": the sensor restarted";
      case SILENCE -> ": the sensor sent nothing";
      case UNPLUGGED -> ": the sensor was unplugged";
      case NO_CONTACT -> ": the sensor did not touch the skin";
      case SLEEP -> ": the computer slept";
    };
  }

  /** How a session ended, as a sentence without its full stop. */
  static String end(RecordingEvent.Summary summary) {
    String outcome =
        switch (summary.outcome()) {
          case COMPLETED -> "The session ended as planned";
          case ENDED_GENTLY -> "The session ended gently and early, as you asked";
          case STOPPED -> "The session was stopped by hand";
          case SENSOR_GONE -> "The session ended early";
          case SOURCE_ENDED -> "The recording ended";
          case FAILED -> "The session ended because of an error";
        };
    return summary.why().isEmpty() ? outcome : outcome + ": " + summary.why();
  }

  private StoryRow row(double from, double to, String style, String words) {
    StoryRow row = new StoryRow(from, to, style, words);
    rows.add(row);
    return row;
  }

  /** The rows of the table. A stage is named only in its first row. */
  Html rows() {
    List<Html> html = new ArrayList<>();
    String named = "";
    for (StoryRow row : rows) {
      String stage = stageAt(row.from);
      html.add(html(row, stage.equals(named) ? "" : stage));
      named = stage;
    }
    return Html.all(html);
  }

  private String stageAt(double minutes) {
    return time.stages().stream()
        .filter(stage -> stage.from() <= minutes)
        .map(Timeline.Stretch::title)
        .reduce((earlier, later) -> later)
        .orElse(Words.ABSENT);
  }

  private static Html html(StoryRow row, String stage) {
    String from = Words.paddedClock(row.from);
    String to = Words.paddedClock(row.to);
    String when = from.equals(to) ? from : from + "\u2013" + to;
    return Html.element(
        "tr",
        row.style,
        Html.all(
            List.of(
                Html.element("td", "time", Html.text(when)),
                Html.element("td", "where", Html.text(stage)),
                Html.element("td", "", Html.text(row.words)))));
  }
}

package org.stillpoint.ui;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.relax.Settling;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.WindowQuality;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PacingState;
import org.stillpoint.session.StageStart;

/**
 * Texts for the numbers. An absent number is a dash with its reason, never 0 and never an old
 * value. Pure functions.
 */
final class NumbersPresenter {
  /** Without a session, the start is measured until the end of the third minute. */
  private static final double WATCHED_START_SECONDS = 180;

  /** After this many more seconds without a steady signal, the start is given up. */
  private static final double PATIENCE_SECONDS = 180;

  private static final double FIRST_MINUTE_SECONDS = 60;

  /** By convention, the stage in which the start is measured has this id in every script. */
  private static final String BASELINE_STAGE = "baseline";

  /** Why there is no index while the person is asked how to go on. */
  static final String HIDDEN = "hidden while you choose";

  private static final Figure AWAY = Figure.absent("sensor disconnected");

  private NumbersPresenter() {}

  /** The view without any number, each with the same reason. */
  static NumbersView nothing(String why) {
    Figure none = Figure.absent(why);
    return new NumbersView(none, none, none, none, none, Tone.QUIET, "", "", "", "");
  }

  /** The numbers of a snapshot. */
  static NumbersView of(Snapshot s) {
    return switch (s.phase()) {
      case LOOKING -> nothing("no sensor yet");
      case ENDED -> nothing("the session is over");
      case WATCHING, SESSION, PAUSED ->
          new NumbersView(
              index(s),
              live(s, heartRate(s)),
              live(s, rmssd(s)),
              live(s, breathing(s)),
              live(s, quality(s)),
              s.connected() ? qualityTone(s) : Tone.QUIET,
              lost(s.sensorState().lostSamples()),
              CoachPresenter.details(s.sensorState()),
              CoachPresenter.explained(s.sensorState()),
              note(s));
    };
  }

  /** What the pacing decided, or what it would have done if it were adaptive. */
  private static String note(Snapshot s) {
    Decision newest = s.decision();
    boolean unapplied = newest != null && !newest.applied() && s.note().equals(newest.reason());
    return sentence((unapplied ? "not applied: " : "") + s.note());
  }

  /** While the connection is broken, no number is current. */
  private static Figure live(Snapshot s, Figure figure) {
    return s.connected() ? figure : AWAY;
  }

  private static Figure heartRate(Snapshot s) {
    if (s.heartRate().isPresent()) {
      return Figure.of(whole(s.heartRate().getAsDouble()), "beats a minute");
    }
    return Figure.absent(s.intervals().isEmpty() ? "waiting for beats" : "no beats found");
  }

  private static Figure rmssd(Snapshot s) {
    RelaxationIndex latest = s.latest();
    if (paused(s)) {
      return Figure.absent("paused");
    }
    if (latest == null || latest.metrics().rmssdMillis().isEmpty()) {
      return Figure.absent(whyNoMinute(s, latest));
    }
    return Figure.of(whole(latest.metrics().rmssdMillis().getAsDouble()), "ms, last minute");
  }

  private static Figure breathing(Snapshot s) {
    RelaxationIndex latest = s.latest();
    if (paused(s)) {
      return Figure.absent("paused");
    }
    if (latest == null || latest.metrics().rmssdMillis().isEmpty()) {
      return Figure.absent(whyNoMinute(s, latest));
    }
    OptionalDouble rate = latest.metrics().rhythms().breathsPerMinute();
    return rate.isPresent()
        ? Figure.of(whole(rate.getAsDouble()), "a minute")
        : Figure.absent("not clear enough");
  }

  private static Figure quality(Snapshot s) {
    OptionalDouble q = s.quality();
    if (paused(s)) {
      return Figure.absent("paused");
    }
    if (q.isEmpty()) {
      return Figure.absent("after the first minute");
    }
    return Figure.of(percent(q.getAsDouble()), qualityWord(s) + ", last minute");
  }

  private static String qualityWord(Snapshot s) {
    WindowQuality quality = s.latest() == null ? null : s.latest().metrics().quality();
    if (quality != null && quality.irregular()) {
      return "rhythm irregular";
    }
    if (quality == null || !quality.shown()) {
      return "poor";
    }
    return quality.live() ? "good" : "fair";
  }

  private static Tone qualityTone(Snapshot s) {
    boolean known = s.quality().isPresent() && !paused(s);
    return known && !qualityWord(s).equals("good") ? Tone.WARNING : Tone.QUIET;
  }

  /** The index, or a dash with the reason why it is absent. */
  static Figure index(Snapshot s) {
    if (s.asking()) {
      return Figure.absent(HIDDEN);
    }
    return live(s, measuredIndex(s));
  }

  private static Figure measuredIndex(Snapshot s) {
    RelaxationIndex latest = s.latest();
    if (paused(s)) {
      return Figure.absent("paused");
    }
    if (latest != null && latest.value().isPresent()) {
      double value = latest.value().getAsDouble();
      String hold = holds(s, latest) ? "; " + fair(latest) + ", nothing adapted" : "";
      boolean arriving = s.baseline() != null && s.baseline().arriving();
      String part = arriving ? "; part of this may be arriving" : "";
      return Figure.of(whole(value), indexWords(value) + part + hold);
    }
    return Figure.absent(s.baseline() == null ? whyNoStart(s) : whyNoMinute(s, latest));
  }

  private static boolean holds(Snapshot s, RelaxationIndex latest) {
    Decision newest = s.decision();
    return !latest.live() || (newest != null && newest.state() == PacingState.HOLD);
  }

  private static String fair(RelaxationIndex latest) {
    boolean early = latest.metrics().quality().qOfSignal() >= WindowQuality.RELEASE_FROM;
    return early ? "some beats came early" : "signal only fair";
  }

  /**
   * What an index means, compared only with the person's own start.
   *
   * @param index 0 to 100
   */
  static String indexWords(double index) {
    return Settling.of(index).words();
  }

  private static String whyNoStart(Snapshot s) {
    if (s.phase() == Snapshot.Phase.WATCHING) {
      double left = WATCHED_START_SECONDS - s.elapsedSeconds();
      if (left > 0) {
        return measuring(left);
      }
      return left > -PATIENCE_SECONDS
          ? "waiting for a steady signal to measure your start"
          : "your start could not be measured";
    }
    StageStart stage = s.stage();
    if (stage == null || !stage.stageId().equals(BASELINE_STAGE)) {
      return "your start is not measured yet";
    }
    return measuring(stage.seconds() + stage.plannedSeconds() - s.elapsedSeconds());
  }

  private static String measuring(double secondsLeft) {
    return "your start is being measured, " + TimeWords.left(secondsLeft) + " left";
  }

  private static String whyNoMinute(Snapshot s, @Nullable RelaxationIndex latest) {
    if (latest == null || s.elapsedSeconds() < FIRST_MINUTE_SECONDS) {
      return "after the first minute";
    }
    WindowQuality quality = latest.metrics().quality();
    if (quality.longestHoleSeconds() > WindowQuality.LONGEST_HOLE_SECONDS) {
      return String.format(Locale.ROOT, "no signal for %.0f s", quality.longestHoleSeconds());
    }
    if (quality.irregular()) {
      return "the rhythm is too irregular to measure";
    }
    return quality.shown() ? "not enough data" : "the signal is too poor";
  }

  /** The shares of intervals in the last five minutes that were corrected or are not used. */
  static String artefacts(List<RrInterval> intervals) {
    String minutes = "last 5 minutes";
    if (intervals.isEmpty()) {
      return minutes;
    }
    double corrected = intervals.stream().filter(RrInterval::corrected).count();
    double aside = intervals.stream().filter(i -> !i.usable()).count();
    return String.format(
        Locale.ROOT,
        "%s: %.0f %% corrected, %.0f %% unused",
        minutes,
        100 * corrected / intervals.size(),
        100 * aside / intervals.size());
  }

  private static String lost(long samples) {
    if (samples == 0) {
      return "";
    }
    return samples == 1 ? "1 sample lost" : String.format(Locale.ROOT, "%,d samples lost", samples);
  }

  private static boolean paused(Snapshot s) {
    return s.phase() == Snapshot.Phase.PAUSED;
  }

  private static String whole(double value) {
    return String.valueOf(Math.round(value));
  }

  private static String percent(double share) {
    return (long) Math.floor(share * 100) + " %";
  }

  private static String sentence(String reason) {
    return reason.isEmpty()
        ? ""
        : reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
  }
}

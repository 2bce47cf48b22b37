package org.stillpoint.ui;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.session.Decision;

/** Texts for the time before, during and after the guided part. Pure functions. */
final class GuidePresenter {
  static final String END_QUESTION = "End the session?";
  static final String END_MORE =
      "Gently: you hear how to come back, then it ends. Now: it ends at once. What was recorded is"
          + " kept either way.";

  private static final String NOTHING_MEASURED =
      "The time is over, but your pulse could not be measured, so this session has no figures. See"
          + " that the sensor sits well before the next one.";

  static final String PAUSED = "Paused. The session will end later.";

  /** Shown when the heart has become much faster. */
  static final String FASTER = "Your heart is beating faster than a minute ago.";

  static final String QUESTION = "How would you like to go on?";

  static final String PATIENCE = "Take your time. If you do not choose, the session continues.";

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
  private static final int HALF_MINUTE = 30;
  private static final String KEPT = " Everything recorded so far is kept.";

  private GuidePresenter() {}

  /**
   * The guided part at the moment of a snapshot.
   *
   * @param now time of day; null if it is not known
   */
  static GuideView of(Snapshot s, @Nullable LocalTime now) {
    double planned = s.endSeconds().orElse(0);
    double left = Math.max(0, planned - s.elapsedSeconds());
    boolean paused = s.phase() == Snapshot.Phase.PAUSED;
    boolean silent = s.prompt() == null || s.prompt().kind() == PromptKind.SILENCE;
    return new GuideView(
        s.stage() == null ? "" : s.stage().title(),
        s.spoken(),
        silent || paused,
        paused,
        TimeWords.left(left),
        ends(Math.round(planned / 60), left, paused, now),
        planned > 0 ? Math.min(1, s.elapsedSeconds() / planned) : 0,
        CoachPresenter.during(s),
        s.asking(),
        pacer(s));
  }

  private static GuideView.PacerOffer pacer(Snapshot s) {
    if (s.pacing()) {
      return GuideView.PacerOffer.LEADS;
    }
    return s.pacerFree() ? GuideView.PacerOffer.START : GuideView.PacerOffer.NONE;
  }

  private static String ends(
      long minutes, double secondsLeft, boolean paused, @Nullable LocalTime now) {
    if (paused) {
      return "left when you resume";
    }
    String of = "left of " + minutes + " minutes";
    return now == null ? of : "left, ends at " + hour(now, secondsLeft);
  }

  private static String hour(LocalTime now, double secondsLater) {
    return now.plusSeconds(Math.round(secondsLater) + HALF_MINUTE).format(HOUR);
  }

  /**
   * What will happen when Start is pressed.
   *
   * @param now time of day; null if it is not known
   */
  static String plan(int minutes, @Nullable LocalTime now) {
    String until = now == null ? "" : ", until about " + hour(now, minutes * 60.0);
    return minutes
        + " minutes"
        + until
        + ". Your start is measured in the first, quiet minutes."
        + " You can move, pause or stop at any time.";
  }

  /**
   * How a session ended.
   *
   * @param s the last snapshot of the session
   * @param asked what the person asked for: {@link Command#STOP}, {@link Command#END_GENTLY}, or
   *     null for neither
   */
  static EndView closing(Snapshot s, @Nullable Command asked) {
    if (s.message().isEmpty() && asked != Command.STOP && nothingMeasured(s)) {
      return new EndView("Welcome back", NOTHING_MEASURED, true);
    }
    return ended(s, asked);
  }

  private static boolean nothingMeasured(Snapshot s) {
    return s.elapsedSeconds() >= s.endSeconds().orElse(0)
        && s.baseline() == null
        && s.history().stream().noneMatch(step -> step.value().isPresent());
  }

  private static EndView ended(Snapshot s, @Nullable Command asked) {
    double planned = s.endSeconds().orElse(0);
    String after = " after " + TimeWords.passed(s.elapsedSeconds());
    if (!s.message().isEmpty()) {
      return new EndView("The session ended early", s.message() + KEPT, true);
    }
    if (s.elapsedSeconds() >= planned && asked == Command.END_GENTLY) {
      return new EndView(
          "Welcome back",
          "You ended the session gently"
              + after
              + ". Take your time, and get up when you feel steady.",
          false);
    }
    if (s.elapsedSeconds() >= planned) {
      return new EndView(
          "Welcome back", found(s) + "Take your time, and get up when you feel steady.", false);
    }
    return asked == Command.STOP
        ? new EndView("Welcome back", "You stopped" + after + "." + KEPT, false)
        : new EndView("The session ended early", "The signal ended" + after + "." + KEPT, true);
  }

  /** What an assessment found; for other sessions, that they are complete. */
  private static String found(Snapshot s) {
    Decision last = s.decision();
    if (last == null || last.remark() != Decision.Remark.RESULT) {
      return "The session is complete. ";
    }
    String reason = last.reason();
    return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ". ";
  }
}

package org.stillpoint.trial;

import java.util.List;
import java.util.function.Predicate;
import org.stillpoint.participant.Episode;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PacingState;
import org.stillpoint.session.PromptCue;

/**
 * When a person was cared for. Counted from the moment at which something comes over them, or from
 * the beginning for those over whom nothing comes. Times are session time in seconds; a time is NaN
 * if it never came.
 *
 * @param supportSeconds when SUPPORT began, or 0 if it was the state already
 * @param cuedSeconds when both a contact cue and a permission had been spoken
 * @param longestWithoutSeconds the longest time from one cue of either kind to the next, or to the
 *     return
 * @param low30Seconds when the index was first at most 30
 * @param supports how many times SUPPORT began in the whole session
 * @param questions how many questions were asked
 * @param holdChanges how many times HOLD began or ended in the whole session
 * @param over whether neither SUPPORT nor a question was the state three minutes after the end of
 *     what came over them; true if it has no end
 */
public record CareFigures(
    double supportSeconds,
    double cuedSeconds,
    double longestWithoutSeconds,
    double low30Seconds,
    int supports,
    int questions,
    int holdChanges,
    boolean over) {
  private static final double LOW = 30;
  private static final double OVER_SECONDS = 180;

  /**
   * The figures of a session.
   *
   * @param ends when the return begins
   */
  static CareFigures of(SessionTrace trace, double ends) {
    Episode episode = trace.ending().episode();
    double from = episode.happens() ? episode.beginsSeconds() : 0;
    List<Decision> applied = trace.decisions().stream().filter(Decision::applied).toList();
    List<PromptCue> spoken =
        trace.prompts().stream().filter(p -> p.seconds() >= from && p.seconds() < ends).toList();
    double contact = first(spoken, p -> p.kind() == PromptKind.CONTACT);
    double permission = first(spoken, p -> p.kind() == PromptKind.SUPPORT);
    PacingState then = stateAt(applied, episode.endsSeconds() + OVER_SECONDS);
    return new CareFigures(
        support(applied, from),
        Double.isNaN(contact) || Double.isNaN(permission)
            ? Double.NaN
            : Math.max(contact, permission),
        longestWithout(spoken, ends),
        trace.steps().stream()
            .filter(s -> s.seconds() >= from && s.seconds() < ends && s.index() <= LOW)
            .mapToDouble(SessionTrace.TraceStep::seconds)
            .findFirst()
            .orElse(Double.NaN),
        changes(applied, PacingState.SUPPORT, true),
        (int)
            applied.stream()
                .filter(d -> d.seconds() >= from && d.remark() == Decision.Remark.CHECK_IN)
                .count(),
        changes(applied, PacingState.HOLD, true) + changes(applied, PacingState.HOLD, false),
        !(episode.endsSeconds() < Double.POSITIVE_INFINITY)
            || (then != PacingState.SUPPORT && then != PacingState.CHECK_IN));
  }

  private static double first(List<PromptCue> spoken, Predicate<PromptCue> which) {
    return spoken.stream()
        .filter(which)
        .mapToDouble(PromptCue::seconds)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double support(List<Decision> decisions, double from) {
    if (stateAt(decisions, from) == PacingState.SUPPORT) {
      return from;
    }
    return decisions.stream()
        .filter(d -> d.seconds() >= from && d.state() == PacingState.SUPPORT)
        .mapToDouble(Decision::seconds)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static PacingState stateAt(List<Decision> decisions, double seconds) {
    PacingState state = PacingState.NOMINAL;
    for (Decision each : decisions) {
      state = each.seconds() <= seconds ? each.state() : state;
    }
    return state;
  }

  private static double longestWithout(List<PromptCue> spoken, double ends) {
    double longest = Double.NaN;
    double last = Double.NaN;
    for (PromptCue each : spoken) {
      if (each.kind() == PromptKind.CONTACT || each.kind() == PromptKind.SUPPORT) {
        longest = Double.isNaN(last) ? 0 : Math.max(longest, each.seconds() - last);
        last = each.seconds();
      }
    }
    return Math.max(longest, ends - last);
  }

  /** How many times a state began, or ended. */
  private static int changes(List<Decision> decisions, PacingState of, boolean begins) {
    int count = 0;
    PacingState state = PacingState.NOMINAL;
    for (Decision each : decisions) {
      boolean was = state == of;
      boolean is = each.state() == of;
      count += was != is && is == begins ? 1 : 0;
      state = each.state();
    }
    return count;
  }
}

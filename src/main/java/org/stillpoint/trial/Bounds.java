package org.stillpoint.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptItem;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.session.Decision;
import org.stillpoint.session.Gains;
import org.stillpoint.session.PacingState;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.StageStart;

/**
 * Checks from outside that a session kept every promise of adaptive pacing. The numbers are
 * repeated here, so that a change to the conductor does not change what it is measured by.
 */
public final class Bounds {
  private static final double SLACK = 1e-3;
  private static final double LEAST_SILENCE = 0.7;
  private static final double MOST_SILENCE = 1.6;
  private static final double LEAST_SPEECH = 0.85;
  private static final double SOFTEST = -6;
  private static final double LEAST_STAGE = 0.7;
  private static final double MOST_STAGE = 1.4;
  private static final double END_SECONDS = 15;
  private static final double DWELL_SECONDS = 90;

  /** An announcement waits for the sentence that is being spoken. */
  private static final double LONGEST_PROMPT_SECONDS = 30;

  private static final double MOST_QUIET_AFTER_SECONDS = 18;

  private final Script script;
  private final Arm arm;
  private final SessionTrace trace;
  private final List<String> broken = new ArrayList<>();

  private Bounds(Script script, Arm arm, SessionTrace trace) {
    this.script = script;
    this.arm = arm;
    this.trace = trace;
  }

  /**
   * The promises that a session did not keep.
   *
   * @return a clause for each; empty if all were kept
   */
  public static List<String> broken(Script script, Arm arm, SessionTrace trace) {
    Bounds bounds = new Bounds(script, arm, trace);
    bounds.end();
    bounds.gains();
    bounds.stages();
    bounds.dwell();
    bounds.holding();
    if (arm == Arm.ADAPTIVE) {
      bounds.onlyLive();
    }
    return List.copyOf(bounds.broken);
  }

  private void require(boolean kept, String what, Object... of) {
    if (!kept) {
      broken.add(String.format(Locale.ROOT, what, of));
    }
  }

  private static boolean within(double value, double least, double most) {
    return value >= least - SLACK && value <= most + SLACK;
  }

  private void end() {
    double planned = script.minutes() * 60.0;
    require(
        within(trace.endSeconds(), planned - END_SECONDS, planned + END_SECONDS),
        "ends at %.1f s, planned at %.0f s",
        trace.endSeconds(),
        planned);
  }

  private void gains() {
    for (Decision each : trace.decisions()) {
      Gains gains = each.gains();
      boolean kept =
          within(gains.silenceFactor(), LEAST_SILENCE, MOST_SILENCE)
              && within(gains.speechFactor(), LEAST_SPEECH, 1)
              && within(gains.voiceDecibels(), SOFTEST, 0);
      require(kept, "gains at %.0f s: %s", each.seconds(), gains);
    }
    for (PromptCue each : trace.prompts()) {
      require(
          within(each.speechFactor(), arm == Arm.FIXED ? 1 : LEAST_SPEECH, 1),
          "speech at %.0f s: factor %.3f",
          each.seconds(),
          each.speechFactor());
    }
  }

  private void stages() {
    List<StageStart> begun = trace.stages();
    require(
        begun.size() == script.stages().size(),
        "%d of %d stages were played",
        begun.size(),
        script.stages().size());
    for (int i = 0; i < Math.min(begun.size(), script.stages().size()); i++) {
      ScriptStage stage = script.stages().get(i);
      List<PromptCue> prompts =
          trace.prompts().stream().filter(p -> p.stageId().equals(stage.id())).toList();
      double from = begun.get(i).seconds();
      double to = i + 1 < begun.size() ? begun.get(i + 1).seconds() : end(prompts, from);
      boolean free = arm != Arm.FIXED && adaptive(stage);
      require(
          within(
              to - from,
              (free ? LEAST_STAGE : 1) * stage.planSeconds(),
              (free ? MOST_STAGE : 1) * stage.planSeconds()),
          "stage %s takes %.1f s, but %.1f s are planned",
          stage.id(),
          to - from,
          stage.planSeconds());
      quiet(stage, prompts, from, to, free);
    }
  }

  private static double end(List<PromptCue> prompts, double otherwise) {
    if (prompts.isEmpty()) {
      return otherwise;
    }
    PromptCue last = prompts.get(prompts.size() - 1);
    return last.seconds() + last.lengthSeconds();
  }

  private static boolean adaptive(ScriptStage stage) {
    return stage.role() == Role.GUIDED || stage.role() == Role.REST;
  }

  /**
   * Checks the quiet between one scripted sentence and the next: the silences, and the time of
   * sentences that were left out. A cue splits a silence or takes time of its own. It counts as
   * quiet when too little quiet would break a promise, and not when too much would.
   */
  private void quiet(
      ScriptStage stage, List<PromptCue> prompts, double from, double to, boolean free) {
    double spokenTo = from;
    double silence = 0;
    double leftOut = 0;
    for (ScriptItem item : stage.items()) {
      PromptCue said = item.spoken() ? said(prompts, item) : null;
      if (said == null) {
        silence += item.spoken() ? 0 : item.seconds();
        leftOut += item.spoken() ? item.seconds() : 0;
        require(
            !item.spoken() || item.needsPacer() || (item.kind() == PromptKind.OPTIONAL && free),
            "%s is left out of %s",
            item.id(),
            stage.id());
        continue;
      }
      quiet(stage, prompts, spokenTo, said.seconds(), silence, leftOut, free);
      require(
          within(said.lengthSeconds() * said.speechFactor(), item.seconds(), item.seconds()),
          "%s takes %.2f s at %.3f",
          item.id(),
          said.lengthSeconds(),
          said.speechFactor());
      spokenTo = said.seconds() + said.lengthSeconds();
      silence = 0;
      leftOut = 0;
    }
    quiet(stage, prompts, spokenTo, to, silence, leftOut, free);
  }

  private void quiet(
      ScriptStage stage,
      List<PromptCue> prompts,
      double from,
      double to,
      double silence,
      double leftOut,
      boolean free) {
    double cues =
        prompts.stream()
            .filter(p -> cue(p) && p.seconds() >= from - SLACK && p.seconds() < to - SLACK)
            .mapToDouble(PromptCue::lengthSeconds)
            .sum();
    double announced =
        trace.decisions().stream()
            .filter(d -> d.applied() && d.seconds() >= from - LONGEST_PROMPT_SECONDS)
            .filter(d -> d.seconds() < to - SLACK && d.remark() != Decision.Remark.NONE)
            .mapToDouble(d -> d.remark().seconds() + MOST_QUIET_AFTER_SECONDS)
            .sum();
    double least = (free ? LEAST_SILENCE : 1) * silence + leftOut;
    double most = (free ? MOST_SILENCE : 1) * silence + leftOut + (free ? announced : 0);
    require(
        to - from >= least - SLACK && to - from - cues <= most + SLACK,
        "a silence in %s takes %.2f s, but %.2f s are written",
        stage.id(),
        to - from,
        silence + leftOut);
  }

  private static boolean cue(PromptCue prompt) {
    return prompt.kind() == PromptKind.CONTACT
        || prompt.kind() == PromptKind.SUPPORT
        || prompt.kind() == PromptKind.VARY;
  }

  private static @Nullable PromptCue said(List<PromptCue> prompts, ScriptItem item) {
    return prompts.stream()
        .filter(
            p ->
                p.id().equals(item.id())
                    || (!item.ease().isEmpty() && p.id().equals(item.id() + ScriptItem.EASE)))
        .findFirst()
        .orElse(null);
  }

  private void dwell() {
    double last = Double.NEGATIVE_INFINITY;
    for (Decision each : Adaptations.of(trace.decisions())) {
      require(
          each.seconds() - last >= DWELL_SECONDS - SLACK,
          "adapted at %.0f s and again at %.0f s",
          last,
          each.seconds());
      last = each.seconds();
    }
  }

  private void holding() {
    List<Decision> decisions = trace.decisions().stream().filter(Decision::applied).toList();
    for (int i = 0; i < decisions.size(); i++) {
      Decision hold = decisions.get(i);
      if (hold.state() != PacingState.HOLD) {
        continue;
      }
      double from = hold.seconds();
      double to = i + 1 < decisions.size() ? decisions.get(i + 1).seconds() : trace.endSeconds();
      require(hold.gains().equals(Gains.AS_WRITTEN), "gains while holding at %.0f s", from);
      for (PromptCue each : trace.prompts()) {
        require(
            !cue(each) || each.seconds() < from || each.seconds() >= to,
            "a cue (%s) at %.0f s while holding",
            each.kind(),
            each.seconds());
      }
    }
  }

  private void onlyLive() {
    for (Decision each : Adaptations.of(trace.decisions())) {
      boolean live =
          trace.steps().stream()
              .anyMatch(s -> Math.abs(s.seconds() - each.seconds()) < SLACK && s.live());
      require(live, "adapted at %.0f s without a live index", each.seconds());
    }
  }
}

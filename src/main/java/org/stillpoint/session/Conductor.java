package org.stillpoint.session;

import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalDouble;
import org.stillpoint.programme.Cue;
import org.stillpoint.programme.Kind;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptItem;
import org.stillpoint.programme.ScriptStage;

/**
 * Plays a script against session time and paces it by the index. It has no clock and no thread:
 * values and time come in, prompts and decisions go out, and the same input gives the same output.
 * The session ends when it was planned to, whatever the index does.
 *
 * <p>Session time is in seconds since the session began, without pauses.
 */
public final class Conductor {
  /** A support cue is only put into a silence that leaves this much quiet after it. */
  private static final double QUIET_AFTER_CUE_SECONDS = 2;

  private static final double BETWEEN_CUES_SECONDS = 25;

  private final Script script;
  private final SessionListener out;
  private final StageBounds bounds;
  private final PacingRule rule = new PacingRule();
  private final ArrayDeque<ScriptItem> rest = new ArrayDeque<>();
  private int stage = -1;
  private double stageStart;
  private double itemEnd;
  private double nextLook;
  private double lastCue = Double.NEGATIVE_INFINITY;
  private int cuesGiven;
  private double factor = 1;
  private PacingState state = PacingState.NOMINAL;
  private boolean ended;

  /** Ready at session time 0. */
  public Conductor(Script script, SessionListener out) {
    this.script = script;
    this.out = out;
    this.bounds = new StageBounds(script);
  }

  /** Plays everything that begins up to this session time. */
  public void advance(double seconds) {
    while (!ended && itemEnd <= seconds) {
      if (rest.isEmpty()) {
        nextStage();
      } else {
        play(rest.remove());
      }
    }
  }

  private void nextStage() {
    stage++;
    stageStart = itemEnd;
    if (stage == script.stages().size()) {
      ended = true;
      out.ended(stageStart);
      return;
    }
    ScriptStage now = current();
    rest.addAll(now.items());
    out.stage(new StageStart(stageStart, now.id(), now.title(), now.planSeconds()));
    if (StageBounds.adaptive(now) && nextLook == 0) {
      nextLook = stageStart + PacingRule.LOOK_SECONDS;
    }
  }

  private ScriptStage current() {
    return script.stages().get(stage);
  }

  private void play(ScriptItem item) {
    if (item.kind() == Kind.SILENCE) {
      silence(item);
    } else if (item.kind() == Kind.OPTIONAL && state == PacingState.DEEPEN) {
      // Left out: its time becomes quiet, so that the stage keeps its length.
      begin(Kind.SILENCE, "", item.seconds(), "");
    } else {
      begin(item.kind(), item.text(), item.seconds(), item.id());
    }
  }

  private void silence(ScriptItem item) {
    double length = item.seconds() * (StageBounds.adaptive(current()) ? stretch(item) : 1);
    if (state == PacingState.SUPPORT && itemEnd - lastCue >= BETWEEN_CUES_SECONDS) {
      Cue cue = nextCue();
      if (cue != null && cue.seconds() + QUIET_AFTER_CUE_SECONDS <= length) {
        lastCue = itemEnd;
        cuesGiven++;
        begin(cue.kind(), cue.text(), cue.seconds(), cue.id());
        length -= cue.seconds();
      }
    }
    begin(Kind.SILENCE, "", length, "");
  }

  /** Points of contact first, then leave to move, in turn. */
  private @org.jspecify.annotations.Nullable Cue nextCue() {
    List<Cue> contact = current().contactCues();
    List<Cue> support = current().supportCues();
    boolean wantsSupport = cuesGiven % 2 == 1;
    List<Cue> cues = (wantsSupport && !support.isEmpty()) || contact.isEmpty() ? support : contact;
    return cues.isEmpty() ? null : cues.get((cuesGiven / 2) % cues.size());
  }

  /** By how much this silence is stretched so that the stage ends within its bounds. */
  private double stretch(ScriptItem item) {
    double silence = item.seconds();
    double speech = 0;
    for (ScriptItem later : rest) {
      if (later.kind() == Kind.SILENCE) {
        silence += later.seconds();
      } else {
        speech += later.seconds();
      }
    }
    double paced = itemEnd + speech + silence * factor;
    double end = bounds.aimedEnd(stage, paced);
    end = Math.max(end, bounds.earliestEnd(stage, stageStart));
    end = Math.min(end, bounds.latestEnd(stage, stageStart));
    double wanted = (end - itemEnd - speech) / silence;
    return Math.max(PacingRule.LEAST_FACTOR, Math.min(PacingRule.MOST_FACTOR, wanted));
  }

  private void begin(Kind kind, String text, double length, String id) {
    out.prompt(new PromptCue(itemEnd, current().id(), kind, text, length, id));
    itemEnd += length;
  }

  /**
   * Takes the index of this moment and decides when it is time to.
   *
   * @param seconds session time
   * @param live the index, absent when pacing may not follow it
   * @param whyNot why it is absent, in words
   */
  public void index(double seconds, OptionalDouble live, String whyNot) {
    live.ifPresent(value -> rule.reading(seconds, value));
    if (ended || nextLook == 0 || seconds < nextLook || !adapting()) {
      return;
    }
    nextLook += PacingRule.LOOK_SECONDS;
    Decision decision = rule.look(seconds, live, whyNot);
    factor = decision.silenceFactor();
    state = decision.state();
    out.decision(decision);
  }

  /** The session goes on after a pause: what the index did before it is no trend any more. */
  public void resumed() {
    rule.forgetTrend();
  }

  /** The return is always as written: nothing is decided any more. */
  private boolean adapting() {
    return stage < script.stages().size() && StageBounds.adaptive(current());
  }

  /** Whether the last stage is over. */
  public boolean ended() {
    return ended;
  }

  /** Length of the whole session in seconds. */
  public double plannedSeconds() {
    return script.minutes() * 60.0;
  }
}

package org.stillpoint.session;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.programme.Cue;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptItem;
import org.stillpoint.programme.ScriptStage;

/**
 * Plays a script against session time, as written or as paced, and keeps the time contract: it ends
 * at the planned time unless the person asks for an earlier return.
 */
final class ScriptPlayer {
  /** A cue is put into a silence only if it leaves this much quiet after it. */
  private static final double QUIET_AFTER_CUE_SECONDS = 2;

  private final List<ScriptStage> stages;
  private final SessionListener out;
  private final StageBounds bounds;
  private final CueChooser cues = new CueChooser();
  private final ArrayDeque<ScriptItem> rest = new ArrayDeque<>();
  private int stage = -1;
  private double stageStart;
  private double itemEnd;
  private double silenceUntil;
  private double endSeconds;
  private Gains gains = Gains.AS_WRITTEN;
  private boolean fewerWords;
  private boolean hushed;

  ScriptPlayer(Script script, SessionListener out) {
    this.stages = script.stages();
    this.out = out;
    this.bounds = new StageBounds(script);
    this.endSeconds = script.minutes() * 60.0;
  }

  /** When the next item begins; infinite once the script is over. */
  double dueSeconds() {
    return ended() ? Double.POSITIVE_INFINITY : itemEnd;
  }

  /** Plays what is due next. */
  void playNext() {
    if (itemEnd < silenceUntil) {
      fillSilence();
    } else if (rest.isEmpty()) {
      nextStage();
    } else {
      play(rest.remove());
    }
  }

  private void nextStage() {
    stage++;
    stageStart = itemEnd;
    cues.stage();
    if (ended()) {
      out.ended(stageStart);
      return;
    }
    ScriptStage now = stages.get(stage);
    rest.addAll(now.items());
    out.stage(
        new StageStart(
            stageStart,
            now.id(),
            now.title(),
            now.planSeconds(),
            now.role(),
            stage == stages.size() - 1));
  }

  private void play(ScriptItem item) {
    if (item.kind() == PromptKind.SILENCE) {
      if (!cueBefore(item)) {
        silence(item.seconds() * (adaptive() ? stretch(item) : 1));
      }
    } else if (hushed || (item.kind() == PromptKind.OPTIONAL && fewerWords && adaptive())) {
      silence(item.seconds()); // the stage keeps its length
    } else {
      double length = Math.min(item.seconds() / gains.speechFactor(), item.seconds() + room(item));
      double spoken = adaptive() ? length : item.seconds();
      begin(item.kind(), item.text(), item.id(), spoken, item.seconds() / spoken);
    }
  }

  /**
   * Plays a wanted cue before a silence that is too short to hold it; the cue takes its time from
   * the other silences of the stage.
   *
   * @return whether it did
   */
  private boolean cueBefore(ScriptItem silence) {
    Cue cue = wanted(itemEnd);
    if (cue == null || fits(cue, itemEnd + silence.seconds() * stretch(silence))) {
      return false;
    }
    double least = later(false) + Gains.LEAST_SILENCE * (silence.seconds() + later(true));
    if (cue.seconds() > bounds.latestEnd(stage, stageStart) - itemEnd - least) {
      return false;
    }
    give(cue);
    silenceUntil = itemEnd;
    rest.addFirst(silence);
    return true;
  }

  private boolean fits(Cue cue, double quietUntil) {
    return itemEnd + cue.seconds() + QUIET_AFTER_CUE_SECONDS <= quietUntil;
  }

  private void silence(double length) {
    silenceUntil = exact(itemEnd + length);
    fillSilence();
  }

  /** Plays a cue if one is wanted and fits, else the rest of the silence. */
  private void fillSilence() {
    Cue cue = wanted(itemEnd);
    if (cue != null && fits(cue, silenceUntil)) {
      give(cue);
    } else {
      begin(PromptKind.SILENCE, "", "", silenceUntil - itemEnd, 1);
    }
  }

  private void give(Cue cue) {
    cues.given(cue, itemEnd);
    begin(cue.kind(), cue.text(), cue.id(), cue.seconds(), 1);
  }

  private @Nullable Cue wanted(double seconds) {
    return adaptive() && !hushed ? cues.wanted(seconds, stages.get(stage)) : null;
  }

  private void begin(PromptKind kind, String text, String id, double length, double speechFactor) {
    String stageId = stages.get(stage).id();
    out.prompt(new PromptCue(itemEnd, stageId, kind, text, length, id, speechFactor));
    itemEnd = exact(itemEnd + length);
  }

  /** Rounds to whole microseconds, so that one item begins exactly where the last one ends. */
  private static double exact(double seconds) {
    return Math.rint(seconds * 1e6) / 1e6;
  }

  /** The factor of this silence with which the stage ends within its bounds. */
  private double stretch(ScriptItem item) {
    double silence = item.seconds() + later(true);
    double speech = later(false);
    double paced = itemEnd + speech / gains.speechFactor() + silence * gains.silenceFactor();
    double end = bounds.aimedEnd(stage, paced);
    end = Math.max(end, bounds.earliestEnd(stage, stageStart));
    end = Math.min(end, bounds.latestEnd(stage, stageStart));
    double wanted = (end - itemEnd - speech / gains.speechFactor()) / silence;
    return Math.max(Gains.LEAST_SILENCE, Math.min(Gains.MOST_SILENCE, wanted));
  }

  /** Time that slower speech can take here before a later silence becomes too short. */
  private double room(ScriptItem item) {
    double least = item.seconds() + later(false) + Gains.LEAST_SILENCE * later(true);
    return Math.max(0, bounds.latestEnd(stage, stageStart) - itemEnd - least);
  }

  private double later(boolean silences) {
    double seconds = 0;
    for (ScriptItem item : rest) {
      if ((item.kind() == PromptKind.SILENCE) == silences) {
        seconds += item.seconds();
      }
    }
    return seconds;
  }

  /**
   * Changes the pacing from now on.
   *
   * @param fewerWords whether optional lines are dropped
   */
  void pace(Gains gains, boolean fewerWords) {
    this.gains = gains;
    this.fewerWords = fewerWords;
  }

  /** Chooses the cues; takes requests for them. */
  CueChooser cues() {
    return cues;
  }

  /** From now on nothing is said. */
  void hush() {
    hushed = true;
  }

  /** Plays a wanted cue now, if it is quiet and stays so for long enough. */
  void interject(double seconds) {
    if (!silent(seconds)) {
      return;
    }
    Cue cue = wanted(seconds);
    if (cue != null && seconds + cue.seconds() + QUIET_AFTER_CUE_SECONDS <= silenceUntil) {
      itemEnd = exact(seconds);
      give(cue);
    }
  }

  private boolean silent(double seconds) {
    return itemEnd == silenceUntil && seconds < silenceUntil;
  }

  /**
   * Goes to the return after the sentence that is being spoken; a script without a return ends
   * there.
   *
   * @return false if the return has already begun or the script is over
   */
  boolean returnNow(double seconds) {
    int last = stages.size() - 1;
    boolean returns = stages.get(last).role() == Role.RETURN;
    if (ended() || (returns && stage == last)) {
      return false;
    }
    if (silent(seconds)) {
      itemEnd = exact(seconds); // a sentence or a cue is said to its end
    }
    silenceUntil = itemEnd;
    rest.clear();
    stage = returns ? last - 1 : last;
    endSeconds = itemEnd + (returns ? stages.get(last).planSeconds() : 0);
    return true;
  }

  /** Whether the current stage may be paced. */
  boolean adaptive() {
    return stage >= 0 && !ended() && StageBounds.adaptive(stages.get(stage));
  }

  /** The current stage; null before the first and after the last. */
  @Nullable ScriptStage current() {
    return stage < 0 || ended() ? null : stages.get(stage);
  }

  boolean ended() {
    return stage >= stages.size();
  }

  /** When the session ends. */
  double endSeconds() {
    return endSeconds;
  }
}

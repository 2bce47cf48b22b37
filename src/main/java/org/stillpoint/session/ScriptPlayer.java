package org.stillpoint.session;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.BooleanSupplier;
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

  /** Less is no silence. */
  private static final double SHORTEST_SECONDS = 0.01;

  /** A change of modality is decided only if this much time for silence is left in the stage. */
  private static final double LEAST_TO_VARY_SECONDS = 20;

  private final List<ScriptStage> stages;
  private final SessionListener out;
  private final StageBounds bounds;
  private final BooleanSupplier pacerLeads;
  private final CueChooser cues = new CueChooser();
  private final ArrayDeque<ScriptItem> rest = new ArrayDeque<>();
  private int stage = -1;
  private double stageStart;
  private double itemEnd;
  private double silenceUntil;
  private double owedSilence;
  private double leftOut;
  private double noCueBefore;
  private double endSeconds;
  private Gains gains = Gains.AS_WRITTEN;
  private boolean fewerWords;
  private boolean atEase;
  private boolean hushed;

  /**
   * A player before the first stage.
   *
   * @param pacerLeads whether the breath pacer runs now
   */
  ScriptPlayer(Script script, SessionListener out, BooleanSupplier pacerLeads) {
    this.stages = script.stages();
    this.out = out;
    this.pacerLeads = pacerLeads;
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
    } else if (owedSilence > SHORTEST_SECONDS) {
      double owed = owedSilence;
      owedSilence = 0;
      silence(owed);
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
        double more = leftOut;
        leftOut = 0;
        silence(item.seconds() * (adaptive() ? stretch(item, more) : 1) + more);
      }
    } else if (isLeftOut(item)) {
      leaveOut(item);
    } else {
      double slack = spare(itemEnd, item.seconds(), atEase); // for slower speech
      double length = Math.min(item.seconds() / gains.speechFactor(), item.seconds() + slack);
      double spoken = adaptive() ? length : item.seconds();
      boolean instead = atEase && !item.ease().isEmpty();
      String id = instead ? item.id() + ScriptItem.EASE : item.id();
      begin(item.kind(), instead ? item.ease() : item.text(), id, spoken, item.seconds() / spoken);
    }
  }

  private boolean isLeftOut(ScriptItem item) {
    boolean optional = item.kind() == PromptKind.OPTIONAL && (fewerWords || atEase) && adaptive();
    return hushed || optional || (item.needsPacer() && !pacerLeads.getAsBoolean());
  }

  /**
   * The stage keeps its length: the silence that follows takes the time. It then has room for what
   * a person who is uneasy needs to hear.
   */
  private void leaveOut(ScriptItem item) {
    ScriptItem next = rest.peek();
    if (next != null && next.kind() == PromptKind.SILENCE) {
      leftOut += item.seconds();
    } else {
      silence(item.seconds());
    }
  }

  /**
   * Plays a wanted cue before a silence that is too short to hold it; the cue takes its time from
   * the other silences of the stage.
   *
   * @return whether it did
   */
  private boolean cueBefore(ScriptItem silence) {
    Cue cue = adaptive() ? wanted(itemEnd) : null;
    if (cue == null
        || fits(cue, itemEnd, itemEnd + silence.seconds() * stretch(silence, leftOut) + leftOut)) {
      return false;
    }
    if (cue.seconds() > spare(itemEnd, Gains.LEAST_SILENCE * silence.seconds(), atEase)) {
      return false;
    }
    give(cue);
    silenceUntil = itemEnd;
    rest.addFirst(silence);
    return true;
  }

  private static boolean fits(Cue cue, double from, double quietUntil) {
    return from + cue.seconds() + QUIET_AFTER_CUE_SECONDS <= quietUntil;
  }

  private void silence(double length) {
    silenceUntil = exact(itemEnd + length);
    fillSilence();
  }

  /** Plays a cue if one is wanted and fits, else the rest of the silence. */
  private void fillSilence() {
    Cue cue = wanted(itemEnd);
    if (cue != null && fits(cue, itemEnd, silenceUntil)) {
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
    boolean possible = stage >= 0 && !ended() && !hushed && seconds >= noCueBefore;
    return possible ? cues.wanted(seconds, stages.get(stage)) : null;
  }

  /**
   * Makes room for an announcement: it begins after the sentence that is being spoken, and silence
   * follows it. No cue falls into that time. As far as the stage allows, the other silences of the
   * stage give the time.
   *
   * @param seconds the present
   * @param length of the announcement
   * @param quiet silence after it
   * @return when the announcement is over
   */
  double announce(double seconds, double length, double quiet) {
    double begins = silent(seconds) ? seconds : itemEnd;
    noCueBefore = begins + length + quiet;
    if (adaptive()) {
      double free = Math.max(itemEnd, silenceUntil);
      owedSilence = Math.max(0, Math.min(spare(free, 0, true), noCueBefore - free));
    }
    return begins + length;
  }

  /** The quiet after an announcement is over: a cue may be spoken again. */
  void quietOver(double seconds) {
    noCueBefore = seconds;
  }

  /** Whether the rest of the stage is quiet enough for a change of modality. */
  boolean canVary() {
    return adaptive() && later(true) >= LEAST_TO_VARY_SECONDS;
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

  /**
   * The factor of this silence with which the stage ends within its bounds.
   *
   * @param more time of lines that were left out before it
   */
  private double stretch(ScriptItem item, double more) {
    double silence = item.seconds() + later(true);
    double speech = more + later(false) / gains.speechFactor();
    double paced = itemEnd + speech + silence * gains.silenceFactor();
    double end = bounds.aimedEnd(stage, paced);
    end = Math.max(end, bounds.earliestEnd(stage, stageStart));
    end = Math.min(end, bounds.latestEnd(stage, stageStart, atEase));
    double wanted = (end - itemEnd - speech) / silence;
    return Math.max(Gains.LEAST_SILENCE, Math.min(Gains.MOST_SILENCE, wanted));
  }

  /**
   * Time that this stage can still give, at least 0, before a later silence becomes too short.
   *
   * @param from when what is planned next begins
   * @param next the least time that it takes, in addition to what is left of the stage
   * @param caring whether the rest may give time as well
   */
  private double spare(double from, double next, boolean caring) {
    double least = next + leftOut + later(false) + Gains.LEAST_SILENCE * later(true);
    return Math.max(0, bounds.latestEnd(stage, stageStart, caring) - from - least);
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
   * @param atEase whether lines that lead to something difficult give way to the place of ease
   */
  void pace(Gains gains, boolean fewerWords, boolean atEase) {
    this.gains = gains;
    this.fewerWords = fewerWords;
    this.atEase = atEase;
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
    if (cue != null && fits(cue, seconds, silenceUntil)) {
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
    owedSilence = 0;
    leftOut = 0;
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

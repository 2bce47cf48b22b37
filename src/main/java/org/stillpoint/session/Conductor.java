package org.stillpoint.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.programme.Ending;
import org.stillpoint.programme.ProgrammeKind;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.session.Decision.Remark;

/**
 * Plays a script against session time and paces it by what is measured. It has no clock and no
 * thread: values and time come in, prompts, breaths and decisions go out, and the same input gives
 * the same output. The session ends at its planned time, whatever is measured; only the person can
 * ask for an earlier return.
 *
 * <p>Session time is in seconds since the session began, without pauses.
 */
public final class Conductor {
  /** Silence after a question, in which it can be answered. */
  private static final double ANSWER_SECONDS = 8;

  /**
   * The silence then goes on, so that what holds a person who did not answer can be said at once.
   */
  private static final double QUIET_AFTER_ANSWER_SECONDS = 10;

  /** Silence after any other announcement. */
  private static final double QUIET_SECONDS = 3;

  private static final int MOST_CALLS = 2;

  private final Script script;
  private final SessionOptions options;
  private final List<Decision> yoke;
  private final SessionListener out;
  private final ScriptPlayer player;
  private final PacerLead pacer;
  private final PacingRule rule = new PacingRule();
  private final AlarmWatch alarm = new AlarmWatch();
  private double nextLook;
  private PacingState state = PacingState.NOMINAL;
  private Gains gains = Gains.AS_WRITTEN;
  private @Nullable ScriptStage varied;
  private double answerUntil = Double.NaN;
  private int calls;
  private boolean bedtime;
  private boolean pacerOffered;

  /** A conductor at session time 0. */
  public Conductor(Script script, SessionOptions options, SessionListener out) {
    this(script, options, List.of(), out);
  }

  /**
   * A conductor that obeys the decisions of another session, for comparison.
   *
   * @param yoke the decisions of another session with the same script, in order; empty for a
   *     session that follows its own person
   */
  public Conductor(
      Script script, SessionOptions options, List<Decision> yoke, SessionListener out) {
    this.script = script;
    this.options = options;
    this.yoke = List.copyOf(yoke);
    this.out = out;
    this.pacer = new PacerLead(script, options, out);
    this.player = new ScriptPlayer(script, out, pacer::leading);
  }

  /** Plays everything that begins up to this session time, in time order. */
  public void advance(double seconds) {
    while (!player.ended() && dueSeconds() <= seconds) {
      if (unansweredSeconds() <= dueSeconds()) {
        unanswered();
      } else if (pacer.dueSeconds() < player.dueSeconds()) {
        pacer.breathe();
      } else {
        playNext();
      }
    }
  }

  private double dueSeconds() {
    double due = Math.min(player.dueSeconds(), pacer.dueSeconds());
    return Math.min(due, unansweredSeconds());
  }

  /** When a question has gone unanswered; infinite without one. */
  private double unansweredSeconds() {
    return asking() && deciding() ? answerUntil : Double.POSITIVE_INFINITY;
  }

  /** Nobody answered, and silence is a safe answer. */
  private void unanswered() {
    double seconds = answerUntil;
    answerUntil = Double.NaN;
    player.quietOver(seconds);
    obey(rule.support(seconds, "there was no answer to the question"));
    player.interject(seconds);
  }

  private void playNext() {
    double at = player.dueSeconds();
    ScriptStage before = player.current();
    player.playNext();
    ScriptStage now = player.current();
    if (now != null && !now.equals(before)) {
      pacer.stage(at, now);
      if (player.adaptive() && nextLook == 0) {
        nextLook = at + PacingRule.LOOK_SECONDS;
      }
    }
  }

  /** Takes the measures of this moment and makes the decisions that are due. */
  public void measured(Measured now) {
    double seconds = now.seconds();
    rule.step(now);
    alarm.step(seconds, now.heartRate());
    if (pacer.measured(seconds, now.breathsPerMinute())) {
      String reason = "the breath guide rests, because your breath went its own way";
      say(Decision.keep(seconds, state, gains, reason).with(Remark.PACER_RESTS), 0);
    }
    if (!deciding()) {
      answered(seconds);
      return;
    }
    if (!asking()) {
      decide(now);
    }
    if (applying()) {
      player.interject(seconds);
    }
  }

  private void decide(Measured now) {
    double seconds = now.seconds();
    boolean own = !bedtime && yoke.isEmpty();
    if (own && !player.cues().due(seconds) && alarm.alarmed(seconds)) {
      ask(seconds);
    } else if (own && alarm.dozes(seconds, now.heartRate(), pacer.unfollowedSeconds(seconds))) {
      drowsy(seconds);
    } else if (seconds >= nextLook) {
      look(now);
    }
  }

  /** The return is always played as written, and so is an assessment, which compares rates. */
  private boolean deciding() {
    return nextLook > 0 && player.adaptive() && script.kind() != ProgrammeKind.ASSESSMENT;
  }

  private boolean applying() {
    return options.pacing() == Pacing.ADAPTIVE && script.kind().adapts();
  }

  private void look(Measured now) {
    while (nextLook <= now.seconds()) {
      nextLook += PacingRule.LOOK_SECONDS;
    }
    Decision own = rule.look(now, canVary());
    Decision used = yoke.isEmpty() ? own : yoked(now.seconds());
    if (used.state() == PacingState.VARY) {
      varied = player.current();
    }
    obey(used.state() == PacingState.SUPPORT && !used.changed() ? offering(used) : used);
  }

  private Decision yoked(double seconds) {
    Decision latest = null;
    for (Decision each : yoke) {
      latest = each.seconds() <= seconds ? each : latest;
    }
    if (latest == null) {
      return Decision.keep(
          seconds, PacingState.NOMINAL, Gains.AS_WRITTEN, "no decision in the other session yet");
    }
    String reason = "as in another session: " + latest.reason();
    return latest.state() == state
        ? Decision.keep(seconds, state, latest.gains(), reason)
        : Decision.change(seconds, latest.state(), latest.gains(), reason);
  }

  private boolean canVary() {
    ScriptStage now = player.current();
    return now != null && !now.varyCues().isEmpty() && !now.equals(varied) && player.canVary();
  }

  /** Offers the pacer with a decision, once in a session; what holds the person comes first. */
  private Decision offering(Decision d) {
    if (pacerOffered
        || !announces()
        || !applying()
        || !pacer.canBeOffered()
        || player.cues().due(d.seconds())) {
      return d;
    }
    pacerOffered = true;
    return d.with(Remark.PACER_OFFER);
  }

  private void obey(Decision decision) {
    if (!applying()) {
      out.decision(decision.unapplied());
      return;
    }
    boolean uneasy = state == PacingState.SUPPORT;
    state = decision.state();
    gains = decision.gains();
    boolean atEase = state == PacingState.SUPPORT || state == PacingState.CHECK_IN;
    player.pace(gains, state == PacingState.DEEPEN, atEase);
    if (state != PacingState.SUPPORT) {
      player.cues().noSupport();
    } else if (decision.changed()) {
      player.cues().support();
    }
    if (state == PacingState.VARY && decision.changed()) {
      player.cues().vary();
    }
    say(decision, uneasy ? 0 : QUIET_AFTER_ANSWER_SECONDS);
  }

  /** Hands a decision on, and keeps the time free for what is said about it. */
  private void say(Decision made, double afterAnswer) {
    boolean unspoken = !announces() && made.remark().seconds() > 0;
    Decision decision = unspoken ? made.with(Remark.NONE) : made;
    if (applying() && decision.remark().seconds() > 0) {
      boolean question = decision.remark() == Remark.CHECK_IN;
      double quiet = question ? ANSWER_SECONDS + afterAnswer : QUIET_SECONDS;
      double said = player.announce(decision.seconds(), decision.remark().seconds(), quiet);
      answerUntil = question ? said + ANSWER_SECONDS : answerUntil;
    }
    out.decision(decision);
  }

  /** Nothing is announced on the way into sleep. */
  private boolean announces() {
    return script.ending() != Ending.SLEEP;
  }

  private void ask(double seconds) {
    if (!announces()) {
      obey(rule.support(seconds, "your heart rate is up by ten or more"));
      return;
    }
    rule.asWritten(seconds);
    String reason = "a question about your comfort. Your heart rate is up by ten or more";
    obey(
        Decision.change(seconds, PacingState.CHECK_IN, Gains.AS_WRITTEN, reason)
            .with(Remark.CHECK_IN));
  }

  private void settled(double seconds, String why) {
    answerUntil = Double.NaN;
    alarm.forget();
    rule.asWritten(seconds);
    obey(Decision.asWritten(seconds, why));
  }

  /** Closes a question that is still open when the return begins. */
  private void answered(double seconds) {
    if (asking() && !player.ended()) {
      settled(seconds, "the return begins. There was no answer to the question");
    }
  }

  private void drowsy(double seconds) {
    String seen =
        "you have not followed the breath pacer for two minutes and your heart is slowing";
    Remark remark =
        switch (script.ending() == Ending.SLEEP ? WhenDrowsy.BEDTIME : options.whenDrowsy()) {
          case CALL -> calls < MOST_CALLS ? Remark.CALL : Remark.NONE;
          case DRIFT -> Remark.NONE;
          case BEDTIME -> Remark.GOOD_NIGHT;
        };
    String done =
        switch (remark) {
          case CALL -> "a gentle call: ";
          case GOOD_NIGHT -> "no more words, so that you can sleep: ";
          default -> "you are left to doze: ";
        };
    obey(Decision.change(seconds, PacingState.DROWSY, gains, done + seen).with(remark));
    if (applying()) {
      calls += remark == Remark.CALL ? 1 : 0;
      bedtime = remark == Remark.GOOD_NIGHT;
      if (bedtime) {
        player.hush();
        pacer.off(seconds, "you seem to be asleep");
      }
    }
  }

  /** Does what the person asks for; without effect after the end. */
  public void choose(double seconds, Choice choice) {
    if (player.ended()) {
      return;
    }
    switch (choice) {
      case GO_ON -> {
        if (asking() || state == PacingState.SUPPORT) {
          settled(seconds, "the session goes on, as you chose");
        }
      }
      case CHANGE_POSITION -> {
        player.cues().permit();
        settled(seconds, "time to change position, as you chose");
        player.interject(seconds);
      }
      case END_GENTLY -> endGently(seconds);
      case PACER_ON -> pacer.on(seconds);
      case PACER_OFF -> pacer.off(seconds, "as you asked");
      case PACER_TOO_SLOW -> pacer.tooSlow(seconds);
    }
  }

  private void endGently(double seconds) {
    if (player.returnNow(seconds)) {
      answerUntil = Double.NaN;
      out.decision(Decision.asWritten(seconds, "the session ends gently, as you chose"));
    }
  }

  /** The session continues after a pause: earlier measures no longer count towards a trend. */
  public void resumed() {
    rule.forgetTrend();
    alarm.forget();
  }

  /** Whether the person was asked a question and has not answered yet. */
  public boolean asking() {
    return !Double.isNaN(answerUntil);
  }

  /** Whether the person can switch the breath pacer on now. */
  public boolean pacerFree() {
    return pacer.free() && !player.ended();
  }

  /** Whether the last stage is over. */
  public boolean ended() {
    return player.ended();
  }

  /** When the session ends, in session time: as planned, or earlier if the person asked for it. */
  public double endSeconds() {
    return player.endSeconds();
  }
}

package org.stillpoint.monitor;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Timebase;
import org.stillpoint.hrv.HrvWindow;
import org.stillpoint.hrv.ResonanceCandidates.Candidate;
import org.stillpoint.programme.ProgrammeKind;
import org.stillpoint.programme.Role;
import org.stillpoint.session.Breath;
import org.stillpoint.session.Choice;
import org.stillpoint.session.Conductor;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.SessionListener;
import org.stillpoint.session.StageStart;

/**
 * Produces the events of a session that happen because time passes: an index every five seconds and
 * what the conductor does with it. Without a plan there is only the index. Belongs to the chain's
 * thread.
 */
final class SessionChain implements SessionListener {
  /** Paces that differ by less than this share are the same. */
  private static final double SAME_PACE = 0.001;

  private final @Nullable SessionPlan plan;
  private final double watchSeconds;
  private final @Nullable Conductor conductor;
  private final @Nullable ResonanceTrial trial;
  private final SignalChain signal;
  private final Timebase timebase;
  private final Consumer<RecordingEvent> out;
  private final SessionTime time = new SessionTime();
  private final IndexSteps index;
  private final IndexTally tally = new IndexTally();
  private long steps = 1;
  private boolean baselineSent;
  private boolean pacing;
  private double pacedPerMinute = Double.NaN;
  private boolean inLastStage;
  private boolean over;

  SessionChain(
      ChainSettings settings, SignalChain signal, Timebase timebase, Consumer<RecordingEvent> out) {
    this.plan = settings.plan();
    this.watchSeconds = settings.watchSeconds();
    this.signal = signal;
    this.timebase = timebase;
    this.out = out;
    this.index = new IndexSteps(plan, signal, timebase);
    this.conductor =
        plan == null ? null : new Conductor(plan.script(), plan.options(), plan.yoke(), this);
    this.trial =
        plan != null && plan.script().kind() == ProgrammeKind.ASSESSMENT
            ? new ResonanceTrial()
            : null;
  }

  void begin(long hostNanos) {
    time.begin(hostNanos);
  }

  /** Does everything that is due up to this host time. */
  void advance(long hostNanos) {
    if (!time.begun() || over || time.paused()) {
      return;
    }
    double now = time.seconds(hostNanos);
    while (!over && steps * HrvWindow.STEP_SECONDS <= now) {
      double at = steps * HrvWindow.STEP_SECONDS;
      steps++;
      play(at);
      if (!over) {
        step(at);
      }
    }
    play(now);
    over |= conductor == null && now >= watchSeconds;
  }

  private void play(double seconds) {
    if (conductor != null) {
      conductor.advance(seconds);
    }
  }

  private void step(double seconds) {
    long timeNanos = time.recordingNanos(seconds);
    if (signal.moved()) {
      moved(seconds, timeNanos, RecordingEvent.MovedBy.SEEN);
    }
    IndexSteps.IndexedStep step = index.at(seconds, timeNanos, time.resumedSeconds());
    if (!baselineSent) {
      index.baseline().ifPresent(b -> out.accept(new RecordingEvent.BaselineTaken(timeNanos, b)));
      baselineSent = index.baseline().isPresent();
    }
    step.index().value().ifPresent(value -> tally.add(seconds, value));
    out.accept(new RecordingEvent.IndexStep(step.index()));
    out.accept(new RecordingEvent.SensorSeen(timeNanos, sensor(timeNanos)));
    if (conductor != null) {
      conductor.measured(step.measured());
    }
    if (trial != null) {
      trial.measured(timeNanos, step.index().metrics().rhythms().breathsPerMinute());
    }
  }

  /** The connection to the sensor broke, or is back. */
  void line(boolean there) {
    index.line(there);
  }

  /** The state of the sensor at a moment. */
  SensorState sensor(long hostNanos) {
    return new SensorState(
        signal.kind(),
        signal.placement(hostNanos - timebase.lagNanos()),
        signal.meanRateHz(),
        timebase.driftPpm(),
        signal.lostSamples(),
        signal.gaps(),
        signal.gapSeconds());
  }

  /** Pauses session time, or lets it continue. */
  void pause(long hostNanos, boolean wanted) {
    if (!time.begun() || over || wanted == time.paused()) {
      return;
    }
    if (wanted) {
      time.pause(hostNanos);
    } else {
      time.resume(hostNanos);
      if (conductor != null) {
        conductor.resumed();
      }
    }
    out.accept(new RecordingEvent.PauseChanged(hostNanos, wanted));
  }

  /**
   * The person has moved: the index goes on from where it stood. In the last stage of a programme
   * without a return this is getting up, and what follows does not count.
   */
  void moved(long hostNanos, RecordingEvent.MovedBy how) {
    if (!time.begun() || over) {
      return;
    }
    moved(time.seconds(hostNanos), hostNanos, how);
  }

  private void moved(double seconds, long timeNanos, RecordingEvent.MovedBy how) {
    index.moved(seconds);
    if (inLastStage) {
      tally.close(seconds);
    }
    out.accept(new RecordingEvent.Moved(timeNanos, how));
  }

  /** Does what the person asks for; this ends a pause. */
  void choose(long hostNanos, Choice choice) {
    if (!time.begun() || over || conductor == null) {
      return;
    }
    pause(hostNanos, false);
    double seconds = time.seconds(hostNanos);
    if (choice == Choice.CHANGE_POSITION) {
      moved(hostNanos, RecordingEvent.MovedBy.SAID);
    }
    conductor.choose(seconds, choice);
    play(seconds); // what follows from the choice is due now, not at the next look
  }

  @Override
  public void stage(StageStart stage) {
    if (stage.role() == Role.RETURN) {
      tally.close(stage.seconds());
    }
    inLastStage = stage.last();
    out.accept(new RecordingEvent.StageBegan(time.recordingNanos(stage.seconds()), stage));
  }

  @Override
  public void prompt(PromptCue prompt) {
    out.accept(new RecordingEvent.Prompted(time.recordingNanos(prompt.seconds()), prompt));
  }

  @Override
  public void decision(Decision decision) {
    out.accept(new RecordingEvent.Decided(time.recordingNanos(decision.seconds()), decision));
  }

  @Override
  public void pacer(double seconds, OptionalDouble perMinute, String why) {
    long timeNanos = time.recordingNanos(seconds);
    if (pacing != perMinute.isPresent()) {
      index.breathingChanges(seconds);
      pacedPerMinute = Double.NaN;
    }
    pacing = perMinute.isPresent();
    out.accept(new RecordingEvent.PacerChanged(timeNanos, perMinute, why));
    if (trial != null) {
      trial.pacer(timeNanos, perMinute, signal.recentIntervals());
      if (!pacing) {
        sendResonance(seconds, trial.ranked());
      }
    }
  }

  private void sendResonance(double seconds, List<Candidate> ranked) {
    long timeNanos = time.recordingNanos(seconds);
    for (int i = 0; i < ranked.size(); i++) {
      out.accept(new RecordingEvent.ResonanceRated(timeNanos, i + 1, ranked.get(i)));
    }
    decision(Decision.result(seconds, ResonanceTrial.words(ranked)));
  }

  @Override
  public void breath(Breath breath) {
    long timeNanos = time.recordingNanos(breath.seconds());
    double perMinute = 60 / breath.lengthSeconds();
    if (!(Math.abs(perMinute - pacedPerMinute) < SAME_PACE * perMinute)) {
      index.breathingChanges(breath.seconds());
      pacedPerMinute = perMinute;
    }
    out.accept(new RecordingEvent.BreathPaced(timeNanos, breath));
    if (trial != null) {
      trial.breath(timeNanos, breath.inhaleSeconds(), breath.exhaleSeconds());
    }
  }

  @Override
  public void ended(double seconds) {
    over = true;
  }

  /** How a session ended that is over. */
  RecordingEvent.Outcome outcome() {
    boolean early =
        conductor != null && plan != null && conductor.endSeconds() < plan.script().minutes() * 60;
    return early ? RecordingEvent.Outcome.ENDED_GENTLY : RecordingEvent.Outcome.COMPLETED;
  }

  RecordingEvent.Summary summary(RecordingEvent.Outcome outcome, String why, long hostNanos) {
    double seconds = time.begun() ? elapsedSeconds(hostNanos) : hostNanos / 1e9;
    return new RecordingEvent.Summary(
        outcome,
        why,
        seconds,
        plan == null ? OptionalDouble.empty() : OptionalDouble.of(plan.script().minutes() * 60.0),
        tally.last(seconds),
        tally.mean(),
        signal.beats(),
        signal.setAsideShare(),
        signal.gapSeconds(),
        signal.lostSamples(),
        signal.meanRateHz(),
        timebase.driftPpm());
  }

  /** The time of an event that happens now; the planned end once the session is over. */
  long nowNanos(long hostNanos) {
    return over && conductor != null ? time.recordingNanos(conductor.endSeconds()) : hostNanos;
  }

  /** Session time that has passed, without pauses; the planned length once it is over. */
  double elapsedSeconds(long hostNanos) {
    if (!time.begun()) {
      return 0;
    }
    return over && conductor != null ? conductor.endSeconds() : time.seconds(hostNanos);
  }

  boolean begun() {
    return time.begun();
  }

  boolean over() {
    return over;
  }

  boolean paused() {
    return time.paused();
  }

  boolean conducts() {
    return conductor != null;
  }

  /** When the session ends, in session time; absent without one. */
  OptionalDouble endSeconds() {
    return conductor == null ? OptionalDouble.empty() : OptionalDouble.of(conductor.endSeconds());
  }

  /** Whether the person can switch the pacer on now. */
  boolean pacerFree() {
    return conductor != null && conductor.pacerFree();
  }

  /** Whether the person was asked a question and has not answered yet. */
  boolean asking() {
    return conductor != null && conductor.asking();
  }
}

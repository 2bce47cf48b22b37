package org.stillpoint.monitor;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Timebase;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.HrvWindow;
import org.stillpoint.hrv.ResonanceCandidates.Candidate;
import org.stillpoint.programme.ProgrammeKind;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.IndexTracker;
import org.stillpoint.relax.PastBaseline;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.session.Breath;
import org.stillpoint.session.Choice;
import org.stillpoint.session.Conductor;
import org.stillpoint.session.Decision;
import org.stillpoint.session.Measured;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.SessionListener;
import org.stillpoint.session.StageStart;

/**
 * Drives what happens by time: an index every five seconds, prompts and decisions when they are
 * due. Session time stands still while paused. Without a script there is only the index, its
 * baseline taken from the third minute on.
 */
final class SessionChain implements SessionListener {
  private static final double SETTLE_SECONDS = 60;
  private static final double FULL_BASELINE_SECONDS = 120;

  private final @Nullable SessionPlan plan;
  private final double watchSeconds;
  private final @Nullable Conductor conductor;
  private final @Nullable ResonanceTrial trial;
  private final SignalChain signal;
  private final Timebase timebase;
  private final Consumer<RecordingEvent> out;
  private final IndexTracker tracker;
  private final IndexTally tally = new IndexTally();
  private boolean begun;
  private long beginNanos;
  private long pausedNanos;
  private long pauseBeganNanos = -1;
  private long steps = 1;
  private double resumedSeconds = Double.NEGATIVE_INFINITY;
  private boolean baselineTold;
  private boolean over;
  private boolean lineDown;
  private @Nullable RelaxationIndex lastIndex;
  private @Nullable StageStart stage;
  private @Nullable PromptCue prompt;
  private @Nullable Decision decision;
  private String note = "";
  private @Nullable Breath breath;
  private boolean pacing;

  SessionChain(
      ChainSettings settings, SignalChain signal, Timebase timebase, Consumer<RecordingEvent> out) {
    this.timebase = timebase;
    this.plan = settings.plan();
    this.watchSeconds = settings.watchSeconds();
    this.signal = signal;
    this.out = out;
    this.conductor =
        plan == null ? null : new Conductor(plan.script(), plan.options(), plan.yoke(), this);
    this.trial =
        plan != null && plan.script().kind() == ProgrammeKind.ASSESSMENT
            ? new ResonanceTrial()
            : null;
    this.tracker = tracker(plan);
  }

  /** The baseline is settled and measured within its own stage of the script. */
  private static IndexTracker tracker(@Nullable SessionPlan plan) {
    if (plan == null) {
      return new IndexTracker(SETTLE_SECONDS, FULL_BASELINE_SECONDS);
    }
    double begins = 0;
    for (ScriptStage stage : plan.script().stages()) {
      if (stage.role() == Role.BASELINE) {
        double measure = stage.planSeconds() - SETTLE_SECONDS;
        return new IndexTracker(begins + SETTLE_SECONDS, measure);
      }
      begins += stage.planSeconds();
    }
    return new IndexTracker(SETTLE_SECONDS, FULL_BASELINE_SECONDS);
  }

  void begin(long hostNanos) {
    begun = true;
    beginNanos = hostNanos;
  }

  /** Session time as it would be now, in nanoseconds since the recording began, pauses left out. */
  private long sessionNanos(long hostNanos) {
    long upTo = pauseBeganNanos >= 0 ? pauseBeganNanos : hostNanos;
    return upTo - pausedNanos - beginNanos;
  }

  /** The moment of the recording that a session time stands for. */
  private long recordingNanos(double sessionSeconds) {
    return beginNanos + pausedNanos + Math.round(sessionSeconds * 1e9);
  }

  long nowNanos(long hostNanos) {
    return over && conductor != null ? recordingNanos(conductor.endSeconds()) : hostNanos;
  }

  void advance(long hostNanos) {
    if (!begun || over || pauseBeganNanos >= 0) {
      return;
    }
    double now = sessionNanos(hostNanos) / 1e9;
    while (!over && steps * IndexTracker.STEP_SECONDS <= now) {
      double at = steps * IndexTracker.STEP_SECONDS;
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
    long timeNanos = recordingNanos(seconds);
    HrvMetrics measured = signal.measures(timeNanos - timebase.lagNanos());
    // The last minute before a pulled plug or a loose lead is not the present.
    boolean away = lineDown || !signal.touching();
    HrvMetrics metrics = away ? measured.withheld() : measured;
    // What the body did during a pause is no part of the session: no window may reach into it.
    boolean whole = !away && seconds >= resumedSeconds + HrvWindow.SECONDS;
    RelaxationIndex index =
        whole
            ? tracker.step(timeNanos, seconds, metrics, past())
            : IndexTracker.absent(timeNanos, metrics);
    lastIndex = index;
    tracker.baseline().filter(b -> !baselineTold).ifPresent(b -> tellBaseline(timeNanos, b));
    index.value().ifPresent(value -> tally.add(seconds, value));
    out.accept(new RecordingEvent.IndexStep(index));
    out.accept(new RecordingEvent.SensorSeen(timeNanos, sensor(timeNanos)));
    if (conductor != null) {
      OptionalDouble live = index.live() ? index.value() : OptionalDouble.empty();
      boolean good = whole && metrics.quality().live();
      conductor.measured(
          new Measured(
              seconds,
              live,
              whyNotLive(seconds, metrics),
              away || WhyNotLive.poorSignal(metrics.quality()),
              tracker.gaveUp(seconds),
              good ? metrics.heartRate() : OptionalDouble.empty(),
              whole ? metrics.rhythms().breathsPerMinute() : OptionalDouble.empty()));
    }
    if (trial != null) {
      trial.measured(timeNanos, metrics.rhythms().breathsPerMinute());
    }
  }

  private List<PastBaseline> past() {
    return plan == null ? List.of() : plan.history().of(signal.kind());
  }

  /** The line to the sensor broke, or is there again. */
  void line(boolean there) {
    lineDown = !there;
  }

  /** How the sensor does at a moment. */
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

  private void tellBaseline(long timeNanos, Baseline baseline) {
    baselineTold = true;
    out.accept(new RecordingEvent.BaselineTaken(timeNanos, baseline));
  }

  private String whyNotLive(double seconds, HrvMetrics metrics) {
    if (lineDown) {
      return "the sensor is unplugged; put its plug back";
    }
    if (!signal.touching()) {
      return "the sensor does not touch the skin; see that it sits well";
    }
    if (seconds < resumedSeconds + HrvWindow.SECONDS) {
      return "the session was paused less than a minute ago";
    }
    return WhyNotLive.of(metrics.quality())
        .orElse(
            tracker.gaveUp(seconds)
                ? "no quiet start could be measured, so there is no index in this session"
                : "the quiet start is not measured yet");
  }

  void pause(long hostNanos, boolean wanted) {
    if (!begun || over || wanted == paused()) {
      return;
    }
    if (wanted) {
      pauseBeganNanos = hostNanos;
    } else {
      pausedNanos += hostNanos - pauseBeganNanos;
      pauseBeganNanos = -1;
      resumedSeconds = sessionNanos(hostNanos) / 1e9;
      if (conductor != null) {
        conductor.resumed();
      }
    }
    out.accept(new RecordingEvent.PauseChanged(hostNanos, wanted));
  }

  @Override
  public void stage(StageStart stage) {
    this.stage = stage;
    out.accept(new RecordingEvent.StageBegan(recordingNanos(stage.seconds()), stage));
  }

  @Override
  public void prompt(PromptCue prompt) {
    this.prompt = prompt;
    out.accept(new RecordingEvent.Prompted(recordingNanos(prompt.seconds()), prompt));
  }

  @Override
  public void decision(Decision decision) {
    note = decision.reason();
    this.decision = decision;
    out.accept(new RecordingEvent.Decided(recordingNanos(decision.seconds()), decision));
  }

  @Override
  public void pacer(double seconds, OptionalDouble perMinute, String why) {
    long timeNanos = recordingNanos(seconds);
    if (pacing != perMinute.isPresent()) {
      tracker.breathingChanges(seconds);
    }
    pacing = perMinute.isPresent();
    breath = pacing ? breath : null;
    var changed = new RecordingEvent.PacerChanged(timeNanos, perMinute, why);
    out.accept(changed);
    note = changed.words();
    if (trial != null) {
      trial.pacer(timeNanos, perMinute, signal.recentIntervals());
      if (!pacing) {
        tellResonance(seconds, trial.ranked());
      }
    }
  }

  private void tellResonance(double seconds, List<Candidate> ranked) {
    for (int i = 0; i < ranked.size(); i++) {
      out.accept(new RecordingEvent.ResonanceRated(recordingNanos(seconds), i + 1, ranked.get(i)));
    }
    decision(Decision.result(seconds, ResonanceTrial.words(ranked)));
  }

  @Override
  public void breath(Breath breath) {
    this.breath = breath;
    long timeNanos = recordingNanos(breath.seconds());
    out.accept(new RecordingEvent.BreathPaced(timeNanos, breath));
    if (trial != null) {
      trial.breath(timeNanos, breath.inhaleSeconds(), breath.exhaleSeconds());
    }
  }

  /** The person asks for something; a session that stands still goes on with it. */
  void choose(long hostNanos, Choice choice) {
    if (!begun || over || conductor == null) {
      return;
    }
    pause(hostNanos, false);
    double seconds = sessionNanos(hostNanos) / 1e9;
    conductor.choose(seconds, choice);
    play(seconds); // what it brings is due now, not when somebody looks next
  }

  @Override
  public void ended(double seconds) {
    over = true;
  }

  /** How a session that is over ended. */
  RecordingEvent.Outcome outcome() {
    boolean early =
        conductor != null && plan != null && conductor.endSeconds() < plan.script().minutes() * 60;
    return early ? RecordingEvent.Outcome.ENDED_GENTLY : RecordingEvent.Outcome.COMPLETED;
  }

  RecordingEvent.Summary summary(RecordingEvent.Outcome outcome, String why, long hostNanos) {
    double seconds = begun ? elapsedSeconds(hostNanos) : hostNanos / 1e9;
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

  /** Session time that has passed, without pauses; the planned length once it is over. */
  double elapsedSeconds(long hostNanos) {
    if (!begun) {
      return 0;
    }
    return over && conductor != null ? conductor.endSeconds() : sessionNanos(hostNanos) / 1e9;
  }

  boolean begun() {
    return begun;
  }

  boolean over() {
    return over;
  }

  boolean paused() {
    return pauseBeganNanos >= 0;
  }

  @Nullable RelaxationIndex lastIndex() {
    return lastIndex;
  }

  @Nullable StageStart currentStage() {
    return stage;
  }

  @Nullable PromptCue currentPrompt() {
    return prompt;
  }

  @Nullable Decision lastDecision() {
    return decision;
  }

  @Nullable Baseline baseline() {
    return tracker.baseline().orElse(null);
  }

  boolean conducts() {
    return conductor != null;
  }

  /** When the session ends, in session time; absent without one. */
  OptionalDouble endSeconds() {
    return conductor == null ? OptionalDouble.empty() : OptionalDouble.of(conductor.endSeconds());
  }

  /** The paced breath that is on; null when no pacer leads. */
  @Nullable Breath currentBreath() {
    return breath;
  }

  /** What was decided or changed last, and why. */
  String note() {
    return note;
  }

  /** Whether a pacer leads. */
  boolean pacing() {
    return pacing;
  }

  /** Whether the person can switch the pacer on now. */
  boolean pacerFree() {
    return conductor != null && conductor.pacerFree();
  }

  /** Whether the person was asked something and has not answered. */
  boolean asking() {
    return conductor != null && conductor.asking();
  }
}

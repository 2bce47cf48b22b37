package org.stillpoint.monitor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Timebase;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.HrvWindow;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.IndexTracker;
import org.stillpoint.relax.PastBaseline;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.session.Measured;

/**
 * Computes the index of each five-second step, and what the conductor may know of it. A window that
 * reaches into a pause, or into time without the sensor, gives no index. Without a script the
 * baseline is measured from the second minute on. Belongs to the chain's thread.
 */
final class IndexSteps {
  private static final double SETTLE_SECONDS = 60;
  private static final double FULL_BASELINE_SECONDS = 120;

  private final @Nullable SessionPlan plan;
  private final SignalChain signal;
  private final Timebase timebase;
  private final IndexTracker tracker;
  private boolean lineDown;

  /**
   * A step.
   *
   * @param index absent or not
   * @param measured what the conductor may know
   */
  record IndexedStep(RelaxationIndex index, Measured measured) {}

  IndexSteps(@Nullable SessionPlan plan, SignalChain signal, Timebase timebase) {
    this.plan = plan;
    this.signal = signal;
    this.timebase = timebase;
    this.tracker = tracker(plan);
  }

  /** The baseline is settled and measured within its own stage of the script. */
  private static IndexTracker tracker(@Nullable SessionPlan plan) {
    double begins = 0;
    for (ScriptStage stage : plan == null ? List.<ScriptStage>of() : plan.script().stages()) {
      if (stage.role() == Role.BASELINE) {
        double measure = stage.planSeconds() - SETTLE_SECONDS;
        return new IndexTracker(begins + SETTLE_SECONDS, measure);
      }
      begins += stage.planSeconds();
    }
    return new IndexTracker(SETTLE_SECONDS, FULL_BASELINE_SECONDS);
  }

  /** The line to the sensor broke, or is back. */
  void line(boolean there) {
    lineDown = !there;
  }

  /** The breathing is known to change now: a pacer was switched on or off. */
  void breathingChanges(double seconds) {
    tracker.breathingChanges(seconds);
  }

  /** The baseline; empty until it is taken. */
  Optional<Baseline> baseline() {
    return tracker.baseline();
  }

  /**
   * The next step.
   *
   * @param seconds session time
   * @param timeNanos the same moment in the recording
   * @param resumedSeconds session time of the end of the last pause
   */
  IndexedStep at(double seconds, long timeNanos, double resumedSeconds) {
    HrvMetrics all = signal.measures(timeNanos - timebase.lagNanos());
    // The last minute before a pulled plug or a loose lead is not the present.
    boolean away = lineDown || !signal.touching();
    HrvMetrics metrics = away ? all.withheld() : all;
    boolean justResumed = seconds < resumedSeconds + HrvWindow.SECONDS;
    boolean whole = !away && !justResumed;
    RelaxationIndex index =
        whole
            ? tracker.step(timeNanos, seconds, metrics, past())
            : IndexTracker.absent(timeNanos, metrics);
    OptionalDouble none = OptionalDouble.empty();
    Measured measured =
        new Measured(
            seconds,
            index.live() ? index.value() : none,
            whyNotLive(seconds, metrics, justResumed),
            away || WhyNotLive.poorSignal(metrics.quality()),
            tracker.gaveUp(seconds),
            whole && metrics.quality().live() ? metrics.heartRate() : none,
            whole ? metrics.rhythms().breathsPerMinute() : none);
    return new IndexedStep(index, measured);
  }

  private List<PastBaseline> past() {
    return plan == null ? List.of() : plan.history().of(signal.kind());
  }

  private String whyNotLive(double seconds, HrvMetrics metrics, boolean justResumed) {
    if (lineDown) {
      return "the sensor is unplugged; put its plug back";
    }
    if (!signal.touching()) {
      return "the sensor does not touch the skin; see that it sits well";
    }
    if (justResumed) {
      return "the session was paused less than a minute ago";
    }
    return WhyNotLive.of(metrics.quality())
        .orElse(
            tracker.gaveUp(seconds)
                ? "no quiet start could be measured, so there is no index in this session"
                : "the quiet start is not measured yet");
  }
}

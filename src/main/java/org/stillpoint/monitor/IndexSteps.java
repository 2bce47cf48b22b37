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
 * Computes the index of each five-second step, and what the conductor receives of it. A window that
 * overlaps a pause, or time without the sensor, gives no index. Without a script, the baseline is
 * measured from the second minute on. Belongs to the chain's thread.
 */
final class IndexSteps {
  private static final double SETTLE_SECONDS = 60;
  private static final double FULL_BASELINE_SECONDS = 120;

  private final @Nullable SessionPlan plan;
  private final SignalChain signal;
  private final Timebase timebase;
  private final IndexTracker tracker;
  private final QualityHold hold = new QualityHold();
  private boolean lineDown;

  /**
   * The result of a step.
   *
   * @param index the index; its value can be absent
   * @param measured what the conductor receives
   */
  record IndexedStep(RelaxationIndex index, Measured measured) {}

  IndexSteps(@Nullable SessionPlan plan, SignalChain signal, Timebase timebase) {
    this.plan = plan;
    this.signal = signal;
    this.timebase = timebase;
    this.tracker = tracker(plan);
  }

  /** The baseline stage of the script has a minute to settle; the rest of it is measured. */
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

  /** The connection to the sensor broke, or is back. */
  void line(boolean there) {
    lineDown = !there;
  }

  /** The breathing is expected to change now: a pacer was switched on or off. */
  void breathingChanges(double seconds) {
    tracker.breathingChanges(seconds);
  }

  /** The person has moved. */
  void moved(double seconds) {
    tracker.moved(seconds);
  }

  /** The baseline; empty until it is measured. */
  Optional<Baseline> baseline() {
    return tracker.baseline();
  }

  /**
   * Computes the next step.
   *
   * @param seconds session time
   * @param timeNanos the same moment in the recording
   * @param resumedSeconds session time of the end of the last pause
   */
  IndexedStep at(double seconds, long timeNanos, double resumedSeconds) {
    HrvMetrics all = signal.measures(timeNanos - timebase.lagNanos());
    // The last minute before a pulled plug or a loose lead says nothing about now.
    boolean away = lineDown || !signal.touching();
    HrvMetrics metrics = away ? all.withheld() : all;
    boolean justResumed = seconds < resumedSeconds + HrvWindow.SECONDS;
    boolean whole = !away && !justResumed;
    RelaxationIndex index =
        whole
            ? tracker.step(timeNanos, seconds, metrics, signal::recentIntervals, past())
            : IndexTracker.absent(timeNanos, metrics);
    boolean held = hold.step(metrics.quality());
    OptionalDouble none = OptionalDouble.empty();
    Measured measured =
        new Measured(
            seconds,
            held ? none : index.value(),
            whyNotLive(seconds, metrics, justResumed),
            away || hold.poorSignal(metrics.quality()),
            tracker.gaveUp(seconds),
            whole && !held ? metrics.heartRate() : none,
            whole && !held ? aboveStart(index) : none,
            whole ? metrics.rhythms().breathsPerMinute() : none);
    return new IndexedStep(index, measured);
  }

  private static OptionalDouble aboveStart(RelaxationIndex index) {
    OptionalDouble rate = index.metrics().heartRate();
    OptionalDouble start = index.heartRateAnchor();
    return rate.isPresent() && start.isPresent()
        ? OptionalDouble.of(rate.getAsDouble() - start.getAsDouble())
        : OptionalDouble.empty();
  }

  private List<PastBaseline> past() {
    return plan == null ? List.of() : plan.history().of(signal.kind());
  }

  private String whyNotLive(double seconds, HrvMetrics metrics, boolean justResumed) {
    if (lineDown) {
      return "the sensor is unplugged; plug it back in";
    }
    if (!signal.touching()) {
      return "the sensor does not touch the skin; see that it sits well";
    }
    if (justResumed) {
      return "the session was paused less than a minute ago";
    }
    return hold.why(metrics.quality())
        .orElse(
            tracker.gaveUp(seconds)
                ? "your start could not be measured, so this session has no index"
                : "your start is not measured yet");
  }
}

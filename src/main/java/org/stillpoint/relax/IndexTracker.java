package org.stillpoint.relax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.HrvWindow;

/**
 * Takes the baseline and then, every five seconds, the index:
 *
 * <pre>
 * zHR = (HR0 - HR) / max(sHR, 3 per minute)    zV = (lnRMSSD - A) / max(sV, 0.25)
 * z = 0.5 zHR + 0.5 zV    I = 50 + 50 tanh(z / 3), smoothed exponentially over 20 s
 * </pre>
 *
 * <p>A is lnRMSSD0 at first and set anew with the breathing, see {@link VariabilityAnchor}. The
 * baseline rests on windows that lie wholly after the settling time and have a quality of at least
 * 0.90. If none can be had in time it goes on looking for three more minutes, then gives up: there
 * is no index in this recording. A product decision, not a published scale. Belongs to one thread;
 * time is given.
 */
public final class IndexTracker {
  private static final double PATIENCE_SECONDS = 180;

  private final double settledSeconds;
  private final double measuredSeconds;
  private final List<HrvMetrics> windows = new ArrayList<>();
  private @Nullable Baseline baseline;
  private @Nullable VariabilityAnchor anchor;
  private double smoothed = Double.NaN;
  private double smoothedAtSeconds;

  /**
   * A tracker without a baseline.
   *
   * @param settledSeconds when the settling is over, since tracking began
   * @param measureSeconds how long the baseline is measured after that; 60 gives a provisional one
   */
  public IndexTracker(double settledSeconds, double measureSeconds) {
    this.settledSeconds = settledSeconds;
    this.measuredSeconds = settledSeconds + measureSeconds;
  }

  /**
   * Takes the measures of a step.
   *
   * @param timeNanos now, since the recording began
   * @param seconds now, since tracking began
   * @param past starts of earlier sessions with the same kind of sensor and posture
   */
  public RelaxationIndex step(
      long timeNanos, double seconds, HrvMetrics metrics, List<PastBaseline> past) {
    Baseline start = baseline;
    VariabilityAnchor compared = anchor;
    if (start == null || compared == null) {
      collect(seconds, metrics, past);
      return absent(timeNanos, metrics);
    }
    if (metrics.heartRate().isEmpty() || metrics.lnRmssd().isEmpty()) {
      return absent(timeNanos, metrics);
    }
    double zHr = (start.heartRate() - metrics.heartRate().getAsDouble()) / start.heartRateUnit();
    double zV =
        compared.step(
            seconds, metrics.lnRmssd().getAsDouble(), metrics.rhythms().breathsPerMinute());
    double now = IndexFormula.index(IndexFormula.z(zHr, zV));
    return new RelaxationIndex(
        timeNanos,
        OptionalDouble.of(smooth(seconds, now)),
        OptionalDouble.of(zHr),
        OptionalDouble.of(zV),
        OptionalDouble.of(compared.anchor()),
        metrics,
        compared.regime());
  }

  /** The breathing is known to change now, since a pacer was switched on or off. */
  public void breathingChanges(double seconds) {
    if (anchor != null) {
      anchor.changed(seconds);
    }
  }

  private void collect(double seconds, HrvMetrics metrics, List<PastBaseline> past) {
    boolean whollySettled = seconds >= settledSeconds + HrvWindow.SECONDS;
    boolean measurable = metrics.heartRate().isPresent() && metrics.lnRmssd().isPresent();
    if (whollySettled && measurable && metrics.quality().live() && !gaveUp(seconds)) {
      windows.add(metrics);
    }
    if (seconds >= measuredSeconds && !windows.isEmpty()) {
      Baseline taken = Baseline.of(windows, measuredSeconds - settledSeconds, past);
      baseline = taken;
      anchor =
          new VariabilityAnchor(
              taken.lnRmssd(), taken.lnRmssdUnit(), taken.breathsPerMinute(), seconds);
    }
  }

  /** Continuous in time, so a pause in the index weighs the past less instead of restarting. */
  private double smooth(double seconds, double now) {
    if (Double.isNaN(smoothed)) {
      smoothed = now;
    } else {
      smoothed += IndexFormula.weight(seconds - smoothedAtSeconds) * (now - smoothed);
    }
    smoothedAtSeconds = seconds;
    return smoothed;
  }

  /** A step without an index, for instance because its window is not all of the session. */
  public static RelaxationIndex absent(long timeNanos, HrvMetrics metrics) {
    OptionalDouble none = OptionalDouble.empty();
    return new RelaxationIndex(timeNanos, none, none, none, none, metrics, BreathingRegime.UNKNOWN);
  }

  /** The baseline, once it is taken. */
  public Optional<Baseline> baseline() {
    return Optional.ofNullable(baseline);
  }

  /** Whether no baseline could be had and none will be. */
  public boolean gaveUp(double seconds) {
    return baseline == null && seconds > measuredSeconds + PATIENCE_SECONDS;
  }
}

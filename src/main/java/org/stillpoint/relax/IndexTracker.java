package org.stillpoint.relax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.HrvWindow;

/**
 * Measures the baseline and then computes the index every five seconds:
 *
 * <pre>
 * zHR = (HR0 - HR) / max(sHR, 3 per minute)    zV = (lnRMSSD - A) / max(sV, 0.25)
 * z = 0.5 zHR + 0.5 zV    I = 50 + 50 tanh(z / 3), smoothed exponentially over 20 s
 * </pre>
 *
 * <p>A is lnRMSSD0 at first and is set again when the breathing changes, see {@link
 * VariabilityAnchor}. The baseline is computed from windows that begin after the settling time and
 * have a quality of at least 0.90. If there is none in time, the tracker continues to look for
 * three more minutes and then gives up: the recording has no index. This is a product decision, not
 * a published scale. All times are arguments. Belongs to one thread.
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
   * Creates a tracker without a baseline.
   *
   * @param settledSeconds when settling ends, since tracking began
   * @param measureSeconds how long the baseline is measured after that; 60 gives a provisional one
   */
  public IndexTracker(double settledSeconds, double measureSeconds) {
    this.settledSeconds = settledSeconds;
    this.measuredSeconds = settledSeconds + measureSeconds;
  }

  /**
   * Takes the measures of one step.
   *
   * @param timeNanos the present, since the recording began
   * @param seconds the present, since tracking began; increases from step to step
   * @param metrics the measures of the last minute
   * @param past baselines of earlier sessions with the same kind of sensor and the same posture
   * @return the index; without a value before the baseline and while the measures are absent
   */
  public RelaxationIndex step(
      long timeNanos, double seconds, HrvMetrics metrics, List<PastBaseline> past) {
    Baseline measured = baseline;
    VariabilityAnchor compared = anchor;
    if (measured == null || compared == null) {
      collect(seconds, metrics, past);
      return absent(timeNanos, metrics);
    }
    if (metrics.heartRate().isEmpty() || metrics.lnRmssd().isEmpty()) {
      return absent(timeNanos, metrics);
    }
    double zHr =
        (measured.heartRate() - metrics.heartRate().getAsDouble()) / measured.heartRateUnit();
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

  /**
   * Notes that the breathing changes now, because the breath pacer was switched on or off.
   *
   * @param seconds the present, since tracking began
   */
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

  /**
   * Smooths the index by the time that has passed: after an interruption the older value weighs
   * less, and smoothing does not restart.
   */
  private double smooth(double seconds, double now) {
    if (Double.isNaN(smoothed)) {
      smoothed = now;
    } else {
      smoothed += IndexFormula.weight(seconds - smoothedAtSeconds) * (now - smoothed);
    }
    smoothedAtSeconds = seconds;
    return smoothed;
  }

  /** A step without an index, for example because its window extends beyond the session. */
  public static RelaxationIndex absent(long timeNanos, HrvMetrics metrics) {
    OptionalDouble none = OptionalDouble.empty();
    return new RelaxationIndex(timeNanos, none, none, none, none, metrics, BreathingRegime.UNKNOWN);
  }

  /** The baseline; empty until it has been measured. */
  public Optional<Baseline> baseline() {
    return Optional.ofNullable(baseline);
  }

  /**
   * Whether no baseline was measured in time, so that there will be none.
   *
   * @param seconds the present, since tracking began
   */
  public boolean gaveUp(double seconds) {
    return baseline == null && seconds > measuredSeconds + PATIENCE_SECONDS;
  }
}

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
 * zHR = (HR0 - HR) / max(sHR, 3 per minute)    zV = (lnRMSSD - lnRMSSD0) / max(sV, 0.25)
 * z = 0.5 zHR + 0.5 zV    I = 50 + 50 tanh(z / 3), smoothed exponentially over 20 s
 * </pre>
 *
 * <p>The baseline rests on windows that lie wholly after the settling time and have a quality of at
 * least 0.90. If none can be had in time it goes on looking for three more minutes, then gives up:
 * there is no index in this recording. A product decision, not a published scale. Belongs to one
 * thread; time is given.
 */
public final class IndexTracker {
  /** The index is computed this often. */
  public static final double STEP_SECONDS = 5;

  private static final double HEART_RATE_FLOOR = 3;
  private static final double LN_RMSSD_FLOOR = 0.25;
  private static final double TAU_SECONDS = 20;
  private static final double PATIENCE_SECONDS = 180;

  private final double settledSeconds;
  private final double measuredSeconds;
  private final List<HrvMetrics> windows = new ArrayList<>();
  private @Nullable Baseline baseline;
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
   */
  public RelaxationIndex step(long timeNanos, double seconds, HrvMetrics metrics) {
    Baseline start = baseline;
    if (start == null) {
      collect(seconds, metrics);
      return absent(timeNanos, metrics);
    }
    if (metrics.heartRate().isEmpty() || metrics.lnRmssd().isEmpty()) {
      return absent(timeNanos, metrics);
    }
    double zHr =
        (start.heartRate() - metrics.heartRate().getAsDouble())
            / Math.max(start.heartRateSpread(), HEART_RATE_FLOOR);
    double zV =
        (metrics.lnRmssd().getAsDouble() - start.lnRmssd())
            / Math.max(start.lnRmssdSpread(), LN_RMSSD_FLOOR);
    double now = 50 + 50 * Math.tanh((0.5 * zHr + 0.5 * zV) / 3);
    return new RelaxationIndex(
        timeNanos,
        OptionalDouble.of(smooth(seconds, now)),
        OptionalDouble.of(zHr),
        OptionalDouble.of(zV),
        metrics,
        BreathingRegime.UNKNOWN);
  }

  private void collect(double seconds, HrvMetrics metrics) {
    boolean whollySettled = seconds >= settledSeconds + HrvWindow.SECONDS;
    boolean measurable = metrics.heartRate().isPresent() && metrics.lnRmssd().isPresent();
    if (whollySettled && measurable && metrics.quality().live() && !gaveUp(seconds)) {
      windows.add(metrics);
    }
    if (seconds >= measuredSeconds && !windows.isEmpty()) {
      baseline = Baseline.of(windows, measuredSeconds - settledSeconds <= HrvWindow.SECONDS);
    }
  }

  /** Continuous in time, so a pause in the index weighs the past less instead of restarting. */
  private double smooth(double seconds, double now) {
    if (Double.isNaN(smoothed)) {
      smoothed = now;
    } else {
      double weight = 1 - Math.exp(-(seconds - smoothedAtSeconds) / TAU_SECONDS);
      smoothed += weight * (now - smoothed);
    }
    smoothedAtSeconds = seconds;
    return smoothed;
  }

  /** A step without an index, for instance because its window is not all of the session. */
  public static RelaxationIndex absent(long timeNanos, HrvMetrics metrics) {
    OptionalDouble none = OptionalDouble.empty();
    return new RelaxationIndex(timeNanos, none, none, none, metrics, BreathingRegime.UNKNOWN);
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

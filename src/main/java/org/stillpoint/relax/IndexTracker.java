package org.stillpoint.relax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.HrvWindow;
import org.stillpoint.rr.RrInterval;

/**
 * Measures the baseline and then computes the index every five seconds:
 *
 * <pre>
 * zHR = (HR0 - HR) / max(sHR, 3 per minute)    zV = (lnRMSSD - A) / max(sV, 0.25)
 * z = 0.5 zHR + 0.5 zV    I = 50 + 50 tanh(z / 3), smoothed exponentially over 20 s
 * </pre>
 *
 * <p>A is lnRMSSD0 at first and is set again when a clear rate shows that breathing has changed,
 * see {@link VariabilityAnchor}. After a movement both A and HR0 are set again, so that the index
 * goes on from where it stood.
 *
 * <p>The baseline is computed from windows that begin after the settling time and have a quality of
 * at least 0.90. If there is none in time, the tracker continues to look for three more minutes and
 * then gives up: the recording has no index. This is a product decision, not a published scale. All
 * times are arguments. Belongs to one thread.
 */
public final class IndexTracker {
  private static final double PATIENCE_SECONDS = 180;

  /** The settling before the first window shows best whether the heart is still slowing. */
  private static final double SETTLING_SECONDS = 60;

  /** Share of the windows of the start that need a clear line for it to have a rate. */
  private static final double LEAST_CLEAR = 0.3;

  private final double settledSeconds;
  private final double measuredSeconds;
  private final List<HrvMetrics> windows = new ArrayList<>();
  private @Nullable Baseline baseline;
  private @Nullable HeartRateAnchor rate;
  private @Nullable VariabilityAnchor anchor;
  private double smoothed = IndexFormula.BASELINE;
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
   * @param intervals the corrected intervals of the last minutes, oldest first; used once, for the
   *     baseline
   * @param past baselines of earlier sessions with the same kind of sensor and the same posture
   * @return the index; without a value before the baseline and while the measures are absent
   */
  public RelaxationIndex step(
      long timeNanos,
      double seconds,
      HrvMetrics metrics,
      Supplier<List<RrInterval>> intervals,
      List<PastBaseline> past) {
    HeartRateAnchor slow = rate;
    VariabilityAnchor compared = anchor;
    if (slow == null || compared == null) {
      collect(seconds, metrics, intervals, past);
      return absent(timeNanos, metrics);
    }
    if (metrics.heartRate().isEmpty() || metrics.lnRmssd().isEmpty()) {
      return absent(timeNanos, metrics);
    }
    double zHr = slow.step(seconds, metrics.heartRate().getAsDouble());
    double zV = compared.step(seconds, metrics.lnRmssd().getAsDouble(), clearLine(metrics));
    double now = IndexFormula.index(IndexFormula.z(zHr, zV));
    return new RelaxationIndex(
        timeNanos,
        OptionalDouble.of(smooth(seconds, now)),
        OptionalDouble.of(zHr),
        OptionalDouble.of(zV),
        OptionalDouble.of(slow.anchor()),
        OptionalDouble.of(compared.anchor()),
        metrics,
        slow.held() ? Regime.MOVED : compared.held() ? Regime.HELD : Regime.COMPARED);
  }

  /** The rate of the clear line of a window; absent without one. */
  private static OptionalDouble clearLine(HrvMetrics metrics) {
    return metrics.rhythms().lineShare() >= VariabilityAnchor.CLEAR
        ? metrics.rhythms().linePerMinute()
        : OptionalDouble.empty();
  }

  /**
   * Notes that the breathing changes now, because the breath pacer began, ended or changed its
   * rate.
   *
   * @param seconds the present, since tracking began
   */
  public void breathingChanges(double seconds) {
    if (anchor != null) {
      anchor.changed(seconds);
    }
  }

  /**
   * Notes that the person has moved. Without a baseline it has no effect.
   *
   * @param seconds the present, since tracking began
   */
  public void moved(double seconds) {
    if (rate != null && anchor != null) {
      rate.moved(seconds);
      anchor.changed(seconds);
    }
  }

  private void collect(
      double seconds,
      HrvMetrics metrics,
      Supplier<List<RrInterval>> intervals,
      List<PastBaseline> past) {
    boolean whollySettled = seconds >= settledSeconds + HrvWindow.SECONDS;
    boolean measurable = metrics.heartRate().isPresent() && metrics.lnRmssd().isPresent();
    if (whollySettled && measurable && metrics.quality().live() && !gaveUp(seconds)) {
      windows.add(metrics);
    }
    if (seconds >= measuredSeconds && !windows.isEmpty()) {
      Baseline taken =
          Baseline.of(
              windows,
              measuredSeconds - settledSeconds,
              seconds >= measuredSeconds + HrvWindow.STEP_SECONDS,
              arriving(intervals.get()),
              past);
      baseline = taken;
      smoothedAtSeconds = seconds;
      rate = new HeartRateAnchor(taken.heartRate(), taken.heartRateUnit());
      VariabilityAnchor fresh =
          new VariabilityAnchor(taken.lnRmssd(), taken.lnRmssdUnit(), startLine());
      windows.forEach(w -> fresh.start(seconds, w.lnRmssd().orElseThrow(), clearLine(w)));
      anchor = fresh;
    }
  }

  private boolean arriving(List<RrInterval> intervals) {
    long to = windows.get(windows.size() - 1).endNanos();
    double before = HrvWindow.SECONDS + SETTLING_SECONDS;
    long from = windows.get(0).endNanos() - Math.round(before * 1e9);
    return StillArriving.of(intervals, from, to);
  }

  /** The median rate of the clear lines of the start; absent if most of it had none. */
  private OptionalDouble startLine() {
    double[] rates = windows.stream().flatMapToDouble(w -> clearLine(w).stream()).toArray();
    return rates.length < LEAST_CLEAR * windows.size()
        ? OptionalDouble.empty()
        : OptionalDouble.of(StatUtils.percentile(rates, 50));
  }

  /**
   * Smooths the index by the time that has passed since the start, where it is 50. After an
   * interruption the older value weighs less, and smoothing does not restart.
   */
  private double smooth(double seconds, double now) {
    smoothed += IndexFormula.weight(seconds - smoothedAtSeconds) * (now - smoothed);
    smoothedAtSeconds = seconds;
    return smoothed;
  }

  /** A step without an index, for example because its window extends beyond the session. */
  public static RelaxationIndex absent(long timeNanos, HrvMetrics metrics) {
    OptionalDouble none = OptionalDouble.empty();
    return new RelaxationIndex(timeNanos, none, none, none, none, none, metrics, Regime.UNKNOWN);
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

package org.stillpoint.relax;

import java.util.OptionalDouble;
import org.stillpoint.hrv.HrvMetrics;

/**
 * How far the person has moved from their baseline: 0 to 100, 50 is the baseline.
 *
 * @param timeNanos when it was computed, since the recording began
 * @param value the smoothed index; absent before the baseline and below the quality limit
 * @param zHr the heart-rate part, positive if slower than at the baseline; absent with the value
 * @param zV the variability part, positive if larger than at the baseline; absent with the value
 * @param heartRateAnchor heart rate with which it is compared now, per minute; that of the baseline
 *     until the person moves; absent with the value
 * @param anchor lnRMSSD with which variability is compared now; absent with the value
 * @param metrics the measures behind it
 * @param regime with what they are compared
 */
public record RelaxationIndex(
    long timeNanos,
    OptionalDouble value,
    OptionalDouble zHr,
    OptionalDouble zV,
    OptionalDouble heartRateAnchor,
    OptionalDouble anchor,
    HrvMetrics metrics,
    Regime regime) {

  /**
   * Whether pacing may follow it: there is a value, and its quality is not so poor that pacing
   * holds. Pacing that holds already goes on only at a better quality.
   */
  public boolean live() {
    return value.isPresent() && !metrics.quality().holds();
  }

  /**
   * How much of the present index is variability; the rest is heart rate.
   *
   * @return |zV| / (|zHR| + |zV|), 0 to 1; absent with the value, and if both are exactly 0
   */
  public OptionalDouble variabilityShare() {
    if (zHr.isEmpty() || zV.isEmpty()) {
      return OptionalDouble.empty();
    }
    double all = Math.abs(zHr.getAsDouble()) + Math.abs(zV.getAsDouble());
    return all > 0 ? OptionalDouble.of(Math.abs(zV.getAsDouble()) / all) : OptionalDouble.empty();
  }
}

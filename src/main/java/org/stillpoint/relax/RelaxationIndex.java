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
 * @param anchor lnRMSSD with which variability is compared now; absent with the value
 * @param metrics the measures behind it
 * @param regime the breathing, compared with that of the anchor
 */
public record RelaxationIndex(
    long timeNanos,
    OptionalDouble value,
    OptionalDouble zHr,
    OptionalDouble zV,
    OptionalDouble anchor,
    HrvMetrics metrics,
    BreathingRegime regime) {

  /** Whether pacing may follow it: there is a value, of sufficient quality. */
  public boolean live() {
    return value.isPresent() && metrics.quality().live();
  }
}

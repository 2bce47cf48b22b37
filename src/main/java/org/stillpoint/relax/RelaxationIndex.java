package org.stillpoint.relax;

import java.util.OptionalDouble;
import org.stillpoint.hrv.HrvMetrics;

/**
 * How far the person has changed from their own start: 0 to 100, 50 is the start.
 *
 * @param timeNanos when it was computed, since the recording began
 * @param value the smoothed index; absent before the baseline and below the quality limit
 * @param zHr the heart-rate part, positive when slower than at the start; absent with the value
 * @param zV the variability part, positive when larger than at the start; absent with the value
 * @param anchor lnRMSSD that variability is compared with now; absent with the value
 * @param metrics what it rests on
 * @param regime what is known of the breathing
 */
public record RelaxationIndex(
    long timeNanos,
    OptionalDouble value,
    OptionalDouble zHr,
    OptionalDouble zV,
    OptionalDouble anchor,
    HrvMetrics metrics,
    BreathingRegime regime) {

  /** Whether pacing may follow it. */
  public boolean live() {
    return value.isPresent() && metrics.quality().live();
  }
}

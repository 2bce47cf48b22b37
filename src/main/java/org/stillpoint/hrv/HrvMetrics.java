package org.stillpoint.hrv;

import java.util.OptionalDouble;
import org.stillpoint.rr.WindowQuality;

/**
 * Heart rate and variability of one window, each absent when the window cannot bear it.
 *
 * @param endNanos end of the window since the recording began
 * @param seconds its length
 * @param quality how far it can be trusted
 * @param heartRate beats per minute, 60000 over the mean NN interval
 * @param rmssdMillis root mean square of successive NN differences
 * @param lnRmssd its natural logarithm
 * @param sdnnMillis standard deviation of the NN intervals of this window, n - 1 in the divisor;
 *     not comparable with the SDNN of five minutes or a day
 * @param rhythms breathing and the powers of the rhythms
 */
public record HrvMetrics(
    long endNanos,
    double seconds,
    WindowQuality quality,
    OptionalDouble heartRate,
    OptionalDouble rmssdMillis,
    OptionalDouble lnRmssd,
    OptionalDouble sdnnMillis,
    RhythmMetrics rhythms) {

  /** A window whose rhythms are not known. */
  public HrvMetrics(
      long endNanos,
      double seconds,
      WindowQuality quality,
      OptionalDouble heartRate,
      OptionalDouble rmssdMillis,
      OptionalDouble lnRmssd,
      OptionalDouble sdnnMillis) {
    this(
        endNanos,
        seconds,
        quality,
        heartRate,
        rmssdMillis,
        lnRmssd,
        sdnnMillis,
        RhythmMetrics.NONE);
  }

  /** The same window with its rhythms. */
  HrvMetrics with(RhythmMetrics other) {
    return new HrvMetrics(
        endNanos, seconds, quality, heartRate, rmssdMillis, lnRmssd, sdnnMillis, other);
  }

  /** The same window, its numbers withheld: nothing comes from the body just now. */
  public HrvMetrics withheld() {
    OptionalDouble none = OptionalDouble.empty();
    return new HrvMetrics(endNanos, seconds, quality, none, none, none, none);
  }
}

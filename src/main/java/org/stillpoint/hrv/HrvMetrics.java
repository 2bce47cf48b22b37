package org.stillpoint.hrv;

import java.util.OptionalDouble;
import org.stillpoint.rr.WindowQuality;

/**
 * Heart rate and variability of one window; each is absent if the data of the window is not
 * sufficient.
 *
 * @param endNanos end of the window since the recording began
 * @param seconds its length
 * @param quality how far it can be trusted
 * @param heartRate beats per minute, 60000 divided by the mean NN interval in ms
 * @param rmssdMillis root mean square of successive NN differences, ms
 * @param lnRmssd its natural logarithm
 * @param sdnnMillis standard deviation of the NN intervals of this window, ms, divisor n - 1; not
 *     comparable with the SDNN of five minutes or a day
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

  /** Creates the measures of a window without rhythms. */
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

  /** The same window without its numbers, for a time in which no signal comes from the body. */
  public HrvMetrics withheld() {
    OptionalDouble none = OptionalDouble.empty();
    return new HrvMetrics(endNanos, seconds, quality, none, none, none, none);
  }
}

package org.stillpoint.hrv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.Tachogram;

/**
 * How far the heart rate follows the breath, from peak to trough: the difference between the
 * extremes within each breath, as the median over the breaths of a window. The window is divided
 * into breaths of the given rate from its beginning; each contains one highest and one lowest
 * interval, wherever it begins. The amplitude also contains changes within a breath that have other
 * causes. At breathing rates above a quarter of the heart rate the beats miss the extremes.
 *
 * <p>Peak to trough: Grossman, van Beek and Wientjes 1990, doi 10.1111/j.1469-8986.1990.tb03198.x,
 * there with measured breaths.
 *
 * @param beatsPerMinute difference of the instantaneous heart rate, 60000 / RR
 * @param millis difference of the intervals, ms
 * @param breaths number of breaths behind the median, at least 3
 */
public record RsaAmplitude(double beatsPerMinute, double millis, int breaths) {
  private static final int FEWEST_BREATHS = 3;
  private static final int FEWEST_BEATS = 2;

  /**
   * The amplitude of a window.
   *
   * @param tachogram the window
   * @param breathsPerMinute the breathing rate in it
   * @return empty if the rate is absent or not positive, or if fewer than 3 breaths consist
   *     entirely of usable intervals
   */
  public static Optional<RsaAmplitude> of(Tachogram tachogram, OptionalDouble breathsPerMinute) {
    if (breathsPerMinute.isEmpty() || !(breathsPerMinute.getAsDouble() > 0)) {
      return Optional.empty();
    }
    double breathNanos = 60e9 / breathsPerMinute.getAsDouble();
    List<Double> rates = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    double start = tachogram.startNanos();
    for (; start + breathNanos <= tachogram.endNanos(); start += breathNanos) {
      double[] millis = breath(tachogram, start, start + breathNanos);
      if (millis.length >= FEWEST_BEATS) {
        double shortest = StatUtils.min(millis);
        double longest = StatUtils.max(millis);
        rates.add(60_000 / shortest - 60_000 / longest);
        lengths.add(longest - shortest);
      }
    }
    return rates.size() < FEWEST_BREATHS
        ? Optional.empty()
        : Optional.of(new RsaAmplitude(median(rates), median(lengths), rates.size()));
  }

  /** The intervals in ms that end in a breath; empty if the breath is not completely known. */
  private static double[] breath(Tachogram tachogram, double fromNanos, double toNanos) {
    List<Double> millis = new ArrayList<>();
    double knownTo = fromNanos;
    for (RrInterval each : tachogram.intervals()) {
      if (each.endNanos() > fromNanos && each.startNanos() < toNanos) {
        boolean first = each.startNanos() <= fromNanos;
        if (!each.usable() || !(first || (each.continues() && knownTo > fromNanos))) {
          return new double[0];
        }
        knownTo = each.endNanos();
        if (each.endNanos() <= toNanos) {
          millis.add(each.millis());
        }
      }
    }
    return knownTo < toNanos
        ? new double[0]
        : millis.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double median(List<Double> values) {
    return StatUtils.percentile(values.stream().mapToDouble(Double::doubleValue).toArray(), 50);
  }
}

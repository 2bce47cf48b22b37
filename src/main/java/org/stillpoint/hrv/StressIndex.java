package org.stillpoint.hrv;

import org.apache.commons.math3.stat.StatUtils;

/**
 * Baevsky's index of regulatory strain, {@code AMo / (2 Mo MxDMn)}, with bins of 50 ms (Baevsky and
 * Chernikova 2017, Cardiometry 10:66-76). The name is the author's: the index describes the shape
 * of a histogram and does not measure stress.
 *
 * @param amoPercent share of the intervals in the fullest bin, percent
 * @param moSeconds middle of that bin, s
 * @param mxdmnSeconds longest minus shortest interval, s
 * @param index the index, per s squared; NaN if all intervals are equal
 * @param sqrt its square root, the scale that Kubios HRV prints
 * @param sqrtMedianMode the square root with the median instead of the middle of the fullest bin
 */
public record StressIndex(
    double amoPercent,
    double moSeconds,
    double mxdmnSeconds,
    double index,
    double sqrt,
    double sqrtMedianMode) {
  private static final double BIN_MILLIS = 50;

  /**
   * Measures a series as given, without removing its slow trend.
   *
   * @param rrMillis at least one interval, positive
   */
  public static StressIndex of(double[] rrMillis) {
    Histogram histogram = Histogram.of(rrMillis, BIN_MILLIS);
    int mode = histogram.mode();
    double amo = 100.0 * histogram.counts()[mode] / rrMillis.length;
    double mo = histogram.centreMillis(mode) / 1000;
    double range = (StatUtils.max(rrMillis) - StatUtils.min(rrMillis)) / 1000;
    double median = StatUtils.percentile(rrMillis, 50) / 1000;
    double index = range > 0 ? amo / (2 * mo * range) : Double.NaN;
    double medianIndex = range > 0 ? amo / (2 * median * range) : Double.NaN;
    return new StressIndex(amo, mo, range, index, Math.sqrt(index), Math.sqrt(medianIndex));
  }
}

package org.stillpoint.relax;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.stillpoint.hrv.HrvMetrics;

/**
 * The person's own start of this session, against which the index is counted.
 *
 * @param heartRate median heart rate of its windows, per minute
 * @param heartRateSpread their spread, 1.4826 times the median absolute deviation
 * @param lnRmssd median lnRMSSD of its windows
 * @param lnRmssdSpread their spread
 * @param windows how many windows of 60 s it rests on, at least 1
 * @param provisional whether it was measured over 60 s only, as in a short session
 */
public record Baseline(
    double heartRate,
    double heartRateSpread,
    double lnRmssd,
    double lnRmssdSpread,
    int windows,
    boolean provisional) {
  /** Makes the median absolute deviation of a normal distribution its standard deviation. */
  private static final double MAD_TO_SD = 1.4826;

  /**
   * Takes the median and spread of windows that all have a heart rate and an lnRMSSD.
   *
   * @throws java.util.NoSuchElementException when one has not, or there is none
   */
  static Baseline of(List<HrvMetrics> windows, boolean provisional) {
    double[] rates = windows.stream().mapToDouble(w -> w.heartRate().orElseThrow()).toArray();
    double[] lns = windows.stream().mapToDouble(w -> w.lnRmssd().orElseThrow()).toArray();
    double rate = StatUtils.percentile(rates, 50);
    double ln = StatUtils.percentile(lns, 50);
    return new Baseline(
        rate, spread(rates, rate), ln, spread(lns, ln), windows.size(), provisional);
  }

  private static double spread(double[] values, double median) {
    double[] deviations = Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
    return MAD_TO_SD * StatUtils.percentile(deviations, 50);
  }
}

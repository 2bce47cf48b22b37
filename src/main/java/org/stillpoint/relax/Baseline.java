package org.stillpoint.relax;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.HrvWindow;

/**
 * The person's own start of this session, against which the index is counted: median and spread of
 * windows of 60 s. With five earlier sessions or more it is moved towards their median, by as much
 * as today's measurement is less sure than their spread is wide: {@code w = sB^2 / (sB^2 + sW^2)}
 * is the weight of today, sB the spread between sessions, sW that of today's median.
 *
 * @param heartRate that the index is counted from, per minute
 * @param heartRateSpread spread of today's windows, 1.4826 times the median absolute deviation
 * @param lnRmssd that the index is counted from
 * @param lnRmssdSpread spread of today's windows
 * @param windows how many windows of 60 s it rests on, at least 1
 * @param provisional whether it was measured over 60 s only, as in a short session
 * @param breathsPerMinute median breathing rate; absent when it was clear in less than half of them
 * @param freshHeartRate as measured today, per minute
 * @param freshLnRmssd as measured today
 * @param sessions earlier sessions that moved it; 0 when none did
 */
public record Baseline(
    double heartRate,
    double heartRateSpread,
    double lnRmssd,
    double lnRmssdSpread,
    int windows,
    boolean provisional,
    OptionalDouble breathsPerMinute,
    double freshHeartRate,
    double freshLnRmssd,
    int sessions) {
  /** Least spread of the heart rate that makes one point of z, per minute. */
  public static final double HEART_RATE_FLOOR = 3;

  /** The same of lnRMSSD. */
  public static final double LN_RMSSD_FLOOR = 0.25;

  /** Makes the median absolute deviation of a normal distribution its standard deviation. */
  private static final double MAD_TO_SD = 1.4826;

  /**
   * Takes the median and spread of windows that all have a heart rate and an lnRMSSD.
   *
   * @param measuredSeconds how long the start was measured
   * @throws java.util.NoSuchElementException when one has not, or there is none
   */
  static Baseline of(List<HrvMetrics> windows, double measuredSeconds, List<PastBaseline> past) {
    double[] rates = windows.stream().mapToDouble(w -> w.heartRate().orElseThrow()).toArray();
    double[] lns = windows.stream().mapToDouble(w -> w.lnRmssd().orElseThrow()).toArray();
    double[] breaths =
        windows.stream().flatMapToDouble(w -> w.rhythms().breathsPerMinute().stream()).toArray();
    double rate = median(rates);
    double ln = median(lns);
    double independent = Math.max(1, measuredSeconds / HrvWindow.SECONDS);
    double rateSpread = spread(rates);
    double lnSpread = spread(lns);
    return new Baseline(
        moved(
            rate,
            Math.max(rateSpread, HEART_RATE_FLOOR),
            independent,
            past,
            PastBaseline::heartRate),
        rateSpread,
        moved(ln, Math.max(lnSpread, LN_RMSSD_FLOOR), independent, past, PastBaseline::lnRmssd),
        lnSpread,
        windows.size(),
        measuredSeconds <= HrvWindow.SECONDS,
        2 * breaths.length < windows.size()
            ? OptionalDouble.empty()
            : OptionalDouble.of(median(breaths)),
        rate,
        ln,
        past.size() < BaselineHistory.FEWEST ? 0 : past.size());
  }

  private static double moved(
      double fresh,
      double spread,
      double independent,
      List<PastBaseline> past,
      ToDoubleFunction<PastBaseline> which) {
    if (past.size() < BaselineHistory.FEWEST) {
      return fresh;
    }
    double[] before = past.stream().mapToDouble(which).toArray();
    double between = spread(before);
    double within = spread * spread / independent;
    double weight = between * between / (between * between + within);
    return weight * fresh + (1 - weight) * median(before);
  }

  private static double median(double[] values) {
    return StatUtils.percentile(values, 50);
  }

  private static double spread(double[] values) {
    double median = median(values);
    double[] deviations = Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
    return MAD_TO_SD * median(deviations);
  }

  /** Heart rate that makes one point of z, per minute. */
  public double heartRateUnit() {
    return Math.max(heartRateSpread, HEART_RATE_FLOOR);
  }

  /** lnRMSSD that makes one point of z. */
  public double lnRmssdUnit() {
    return Math.max(lnRmssdSpread, LN_RMSSD_FLOOR);
  }
}

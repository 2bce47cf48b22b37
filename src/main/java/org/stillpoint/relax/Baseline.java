package org.stillpoint.relax;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.HrvWindow;

/**
 * The person's baseline in this session, against which the index is computed: median and spread of
 * windows of 60 s. With five or more earlier sessions it is moved towards their median, the more so
 * the less certain today's measurement is compared with the spread between sessions. {@code w =
 * sB^2 / (sB^2 + sW^2)} is the weight of today's measurement, where sB is the spread between
 * sessions and sW the uncertainty of today's median.
 *
 * @param heartRate heart rate from which the index is computed, per minute
 * @param heartRateSpread spread of today's windows, 1.4826 times the median absolute deviation, per
 *     minute
 * @param lnRmssd lnRMSSD from which the index is computed
 * @param lnRmssdSpread spread of today's windows, computed in the same way
 * @param windows number of windows of 60 s behind it, at least 1
 * @param provisional whether it rests on fewer than three windows, as in a short session, or was
 *     taken later than its stage
 * @param arriving whether the heart was still slowing while it was measured, so that part of what
 *     follows may be arriving
 * @param breathsPerMinute median breathing rate; absent if fewer than half of the windows had one
 * @param freshHeartRate heart rate as measured today, per minute
 * @param freshLnRmssd lnRMSSD as measured today
 * @param sessions number of earlier sessions that moved it; 0 if none did
 */
public record Baseline(
    double heartRate,
    double heartRateSpread,
    double lnRmssd,
    double lnRmssdSpread,
    int windows,
    boolean provisional,
    boolean arriving,
    OptionalDouble breathsPerMinute,
    double freshHeartRate,
    double freshLnRmssd,
    int sessions) {
  /** Least spread of the heart rate that corresponds to one unit of z, per minute. */
  public static final double HEART_RATE_FLOOR = 3;

  /** Least spread of lnRMSSD that corresponds to one unit of z. */
  public static final double LN_RMSSD_FLOOR = 0.25;

  /** With fewer windows it is provisional. */
  private static final int FEWEST_WINDOWS = 3;

  /** Converts the median absolute deviation of a normal distribution to its standard deviation. */
  private static final double MAD_TO_SD = 1.4826;

  /**
   * Computes the baseline from windows that all have a heart rate and an lnRMSSD.
   *
   * @param windows at least one
   * @param measuredSeconds how long the baseline was measured
   * @param late whether it was taken later than its stage
   * @param arriving whether the heart was still slowing
   * @param past baselines of earlier sessions; fewer than {@link BaselineHistory#FEWEST} have no
   *     effect
   * @throws java.util.NoSuchElementException if a window has no heart rate or no lnRMSSD
   */
  static Baseline of(
      List<HrvMetrics> windows,
      double measuredSeconds,
      boolean late,
      boolean arriving,
      List<PastBaseline> past) {
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
        late || windows.size() < FEWEST_WINDOWS,
        arriving,
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

  /** Change of the heart rate that corresponds to one unit of z, per minute. */
  public double heartRateUnit() {
    return Math.max(heartRateSpread, HEART_RATE_FLOOR);
  }

  /** Change of lnRMSSD that corresponds to one unit of z. */
  public double lnRmssdUnit() {
    return Math.max(lnRmssdSpread, LN_RMSSD_FLOOR);
  }
}

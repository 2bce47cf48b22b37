package org.stillpoint.hrv;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Time-domain measures of a whole series as given, as defined in Task Force 1996 (Eur Heart J
 * 17:354-381) and, for the extremes of five beats, in Kubios HRV.
 *
 * @param n number of intervals
 * @param durationSeconds their sum, s
 * @param meanNn arithmetic mean, ms
 * @param medianNn median, ms; the mean of the middle two if n is even
 * @param minNn shortest, ms
 * @param maxNn longest, ms
 * @param sdnn sample standard deviation, ms, divisor n - 1; NaN for a single interval
 * @param rmssd root mean square of successive differences, ms; NaN for a single interval
 * @param sdsd sample standard deviation of the signed differences, ms; NaN for fewer than three
 *     intervals
 * @param nn50 number of differences of strictly more than 50 ms
 * @param nn20 number of differences of strictly more than 20 ms
 * @param pnn50 100 nn50 / (n - 1); NaN for a single interval
 * @param pnn20 100 nn20 / (n - 1); NaN for a single interval
 * @param cvnn sdnn / meanNn
 * @param meanHr 60000 / meanNn, per minute
 * @param meanOfInstHr mean of the rates of the single intervals, per minute
 * @param minHrInst rate of the longest interval, per minute
 * @param maxHrInst rate of the shortest interval, per minute
 * @param minHr5beat lowest rate of the mean of five intervals, per minute; NaN for fewer than five
 * @param maxHr5beat highest rate of the mean of five intervals, per minute; NaN for fewer than five
 */
public record TimeDomain(
    int n,
    double durationSeconds,
    double meanNn,
    double medianNn,
    double minNn,
    double maxNn,
    double sdnn,
    double rmssd,
    double sdsd,
    int nn50,
    int nn20,
    double pnn50,
    double pnn20,
    double cvnn,
    double meanHr,
    double meanOfInstHr,
    double minHrInst,
    double maxHrInst,
    double minHr5beat,
    double maxHr5beat) {

  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final int BEATS_OF_EXTREMES = 5;

  /**
   * Measures a series.
   *
   * @param rrMillis at least one interval, all positive
   * @throws IllegalArgumentException if it is empty
   */
  public static TimeDomain of(double[] rrMillis) {
    if (rrMillis.length == 0) {
      throw new IllegalArgumentException("no intervals");
    }
    int n = rrMillis.length;
    double[] d = new double[n - 1];
    for (int i = 0; i < d.length; i++) {
      d[i] = rrMillis[i + 1] - rrMillis[i];
    }
    double mean = StatUtils.mean(rrMillis);
    double min = StatUtils.min(rrMillis);
    double max = StatUtils.max(rrMillis);
    double sdnn = standardDeviation(rrMillis);
    int nn50 = moreThan(d, 50);
    int nn20 = moreThan(d, 20);
    double[] rates = Arrays.stream(rrMillis).map(rr -> MILLIS_PER_MINUTE / rr).toArray();
    double[] meansOfFive = movingMeans(rrMillis);
    return new TimeDomain(
        n,
        StatUtils.sum(rrMillis) / 1000,
        mean,
        StatUtils.percentile(rrMillis, 50),
        min,
        max,
        sdnn,
        Math.sqrt(StatUtils.sumSq(d) / d.length),
        standardDeviation(d),
        nn50,
        nn20,
        100.0 * nn50 / d.length,
        100.0 * nn20 / d.length,
        sdnn / mean,
        MILLIS_PER_MINUTE / mean,
        StatUtils.mean(rates),
        MILLIS_PER_MINUTE / max,
        MILLIS_PER_MINUTE / min,
        MILLIS_PER_MINUTE / StatUtils.max(meansOfFive),
        MILLIS_PER_MINUTE / StatUtils.min(meansOfFive));
  }

  private static double standardDeviation(double[] values) {
    return values.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(values));
  }

  private static int moreThan(double[] differences, double millis) {
    return (int) Arrays.stream(differences).filter(x -> Math.abs(x) > millis).count();
  }

  private static double[] movingMeans(double[] values) {
    double[] means = new double[Math.max(0, values.length - BEATS_OF_EXTREMES + 1)];
    for (int i = 0; i < means.length; i++) {
      means[i] = StatUtils.mean(values, i, BEATS_OF_EXTREMES);
    }
    return means;
  }
}

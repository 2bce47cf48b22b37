package org.stillpoint.beat;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How well detected beats agree with reference beats.
 *
 * <p>Beats are matched one to one, in time order, within 150 ms, as ANSI/AAMI EC57 requires: as
 * many pairs as possible and, among those solutions, the least total distance ({@code BeatMatch}).
 * Detections more than 150 ms before the first or after the last reference beat are not scored.
 *
 * @param reference number of reference beats
 * @param detected number of detected beats that were scored
 * @param matched number of pairs: true positives
 * @param delaySeconds the delay removed, detection minus reference; 0 if none was removed
 * @param rrErrorMedianMillis median absolute difference between the detected and the reference
 *     interval, over intervals whose two beats are both matched; NaN without such an interval
 * @param rrErrorP95Millis 95th percentile of the same differences, linearly interpolated; NaN
 *     without such an interval
 * @param worstMillis the largest distance of a pair after the delay is removed; NaN without pairs
 */
public record BeatScore(
    int reference,
    int detected,
    int matched,
    double delaySeconds,
    double rrErrorMedianMillis,
    double rrErrorP95Millis,
    double worstMillis) {

  private static final double EARLIEST_DELAY_SECONDS = -0.2;
  private static final int DELAY_STEPS = 100;
  private static final double DELAY_STEP_SECONDS = 0.01;
  private static final int DELAY_REFINEMENTS = 3;

  /**
   * Scores detected beat times against reference times after removing one constant delay: a pulse
   * arrives after the R peak, and every detector marks its own point of the wave.
   *
   * @param reference seconds, in ascending order
   * @param detected seconds, in ascending order
   */
  public static BeatScore of(double[] reference, double[] detected) {
    boolean none = reference.length == 0 || detected.length == 0;
    return delayed(reference, detected, none ? 0 : delay(reference, detected));
  }

  /**
   * Scores without removing a delay, for two sources that mark the same point, as in an ECG.
   *
   * @param reference seconds, in ascending order
   * @param detected seconds, in ascending order
   */
  public static BeatScore inPlace(double[] reference, double[] detected) {
    return delayed(reference, detected, 0);
  }

  private static BeatScore delayed(double[] reference, double[] detected, double delay) {
    if (reference.length == 0 || detected.length == 0) {
      return new BeatScore(
          reference.length, detected.length, 0, 0, Double.NaN, Double.NaN, Double.NaN);
    }
    double from = reference[0] - BeatMatch.TOLERANCE_SECONDS;
    double to = reference[reference.length - 1] + BeatMatch.TOLERANCE_SECONDS;
    double[] scored =
        Arrays.stream(detected).map(t -> t - delay).filter(t -> t >= from && t <= to).toArray();
    int[] partner = BeatMatch.of(reference, scored);
    int pairs = 0;
    double worst = Double.NaN;
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        pairs++;
        double distance = 1000 * Math.abs(scored[partner[i]] - reference[i]);
        worst = Double.isNaN(worst) ? distance : Math.max(worst, distance);
      }
    }
    double[] errors = rrErrorsMillis(reference, scored, partner);
    return new BeatScore(
        reference.length,
        scored.length,
        pairs,
        delay,
        quantile(errors, 0.5),
        quantile(errors, 0.95),
        worst);
  }

  /**
   * The sum of the scores of several records; delay, interval errors and worst distance are NaN.
   */
  public static BeatScore pooled(List<BeatScore> scores) {
    return new BeatScore(
        scores.stream().mapToInt(BeatScore::reference).sum(),
        scores.stream().mapToInt(BeatScore::detected).sum(),
        scores.stream().mapToInt(BeatScore::matched).sum(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }

  /** Reference beats that were not found: false negatives. */
  public int missed() {
    return reference - matched;
  }

  /** Detected beats without a reference beat: false positives. */
  public int extra() {
    return detected - matched;
  }

  /** Share of the reference beats that were found, in percent; NaN without reference beats. */
  public double sensitivity() {
    return 100.0 * matched / reference;
  }

  /**
   * Share of the detected beats that match a reference beat, in percent; NaN without detected
   * beats.
   */
  public double predictivity() {
    return 100.0 * matched / detected;
  }

  /** Harmonic mean of sensitivity and predictivity, in percent; NaN without any beats. */
  public double f1() {
    return 200.0 * matched / (reference + detected);
  }

  /** The delay that gives the most pairs, refined by the median difference of the pairs. */
  private static double delay(double[] reference, double[] detected) {
    double best = -1;
    double delay = 0;
    for (int step = 0; step <= DELAY_STEPS; step++) {
      double tried = EARLIEST_DELAY_SECONDS + step * DELAY_STEP_SECONDS;
      double near = 0;
      for (double time : detected) {
        double distance = nearest(reference, time - tried);
        if (distance <= BeatMatch.TOLERANCE_SECONDS) {
          near += 1 - 0.5 * distance / BeatMatch.TOLERANCE_SECONDS;
        }
      }
      if (near > best) {
        best = near;
        delay = tried;
      }
    }
    for (int round = 0; round < DELAY_REFINEMENTS; round++) {
      double tried = delay;
      double[] shifted = Arrays.stream(detected).map(t -> t - tried).toArray();
      int[] partner = BeatMatch.of(reference, shifted);
      double[] residuals = new double[reference.length];
      int n = 0;
      for (int i = 0; i < partner.length; i++) {
        if (partner[i] >= 0) {
          residuals[n++] = shifted[partner[i]] - reference[i];
        }
      }
      delay += n == 0 ? 0 : quantile(Arrays.copyOf(residuals, n), 0.5);
    }
    return delay;
  }

  private static double nearest(double[] times, double time) {
    int found = Arrays.binarySearch(times, time);
    int at = found < 0 ? -found - 1 : found;
    double after = at < times.length ? times[at] - time : Double.POSITIVE_INFINITY;
    double before = at > 0 ? time - times[at - 1] : Double.POSITIVE_INFINITY;
    return Math.min(before, after);
  }

  private static double[] rrErrorsMillis(double[] reference, double[] detected, int[] partner) {
    double[] errors = new double[reference.length];
    int n = 0;
    for (int i = 0; i + 1 < reference.length; i++) {
      int j = partner[i];
      if (j >= 0 && partner[i + 1] == j + 1) {
        double found = detected[j + 1] - detected[j];
        errors[n++] = 1000 * Math.abs(found - (reference[i + 1] - reference[i]));
      }
    }
    return Arrays.copyOf(errors, n);
  }

  /** A linearly interpolated quantile (type 7 of Hyndman and Fan 1996); NaN without values. */
  private static double quantile(double[] values, double share) {
    return new Percentile()
        .withEstimationType(Percentile.EstimationType.R_7)
        .evaluate(values, 100 * share);
  }
}

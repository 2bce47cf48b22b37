package org.stillpoint.testkit;

import java.util.Arrays;
import java.util.List;

/**
 * How well detected beats agree with reference beats.
 *
 * <p>Beats are matched one to one, in time order, within 150 ms: as many pairs as possible and,
 * among those, the least total distance. One constant delay is removed first, because a pulse
 * arrives after the R peak and every detector marks its own point of the wave. Detections outside
 * the reference's first and last beat (and 150 ms) are not scored.
 *
 * @param reference number of reference beats
 * @param detected number of detected beats that were scored
 * @param matched number of pairs
 * @param delaySeconds the delay removed, detection minus reference
 * @param rrErrorMedianMillis median absolute difference of the intervals between neighbours that
 *     are matched on both sides; NaN without such a pair
 * @param worstMillis the largest distance of a pair after the delay is removed; NaN without pairs
 */
public record BeatScore(
    int reference,
    int detected,
    int matched,
    double delaySeconds,
    double rrErrorMedianMillis,
    double worstMillis) {

  private static final double TOLERANCE_SECONDS = 0.150;
  private static final double EARLIEST_DELAY_SECONDS = -0.2;
  private static final int DELAY_STEPS = 100;
  private static final double DELAY_STEP_SECONDS = 0.01;
  private static final int DELAY_REFINEMENTS = 3;

  /** What a pair costs at the full tolerance; far less than a pair is worth. */
  private static final double DISTANCE_COST = 1e-6;

  /** Scores detected beat times against reference times, both in seconds and in order. */
  public static BeatScore of(double[] reference, double[] detected) {
    if (reference.length == 0 || detected.length == 0) {
      return new BeatScore(reference.length, detected.length, 0, 0, Double.NaN, Double.NaN);
    }
    double delay = delay(reference, detected);
    double from = reference[0] - TOLERANCE_SECONDS;
    double to = reference[reference.length - 1] + TOLERANCE_SECONDS;
    double[] scored =
        Arrays.stream(detected).map(t -> t - delay).filter(t -> t >= from && t <= to).toArray();
    int[] partner = match(reference, scored);
    int pairs = 0;
    double worst = Double.NaN;
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        pairs++;
        double distance = 1000 * Math.abs(scored[partner[i]] - reference[i]);
        worst = Double.isNaN(worst) ? distance : Math.max(worst, distance);
      }
    }
    double rrError = rrErrorMedianMillis(reference, scored, partner);
    return new BeatScore(reference.length, scored.length, pairs, delay, rrError, worst);
  }

  /** All beats of several records together; delay, interval error and worst distance are NaN. */
  public static BeatScore pooled(List<BeatScore> scores) {
    return new BeatScore(
        scores.stream().mapToInt(BeatScore::reference).sum(),
        scores.stream().mapToInt(BeatScore::detected).sum(),
        scores.stream().mapToInt(BeatScore::matched).sum(),
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }

  /** Reference beats that were not found. */
  public int missed() {
    return reference - matched;
  }

  /** Detected beats that are none. */
  public int extra() {
    return detected - matched;
  }

  /** Share of the reference beats that were found, in percent. */
  public double sensitivity() {
    return 100.0 * matched / reference;
  }

  /** Share of the detected beats that are beats, in percent. */
  public double predictivity() {
    return 100.0 * matched / detected;
  }

  /** Harmonic mean of sensitivity and predictivity, in percent. */
  public double f1() {
    return 200.0 * matched / (reference + detected);
  }

  /** The delay that gives most pairs, refined by the median distance of the pairs. */
  private static double delay(double[] reference, double[] detected) {
    double best = -1;
    double delay = 0;
    for (int step = 0; step <= DELAY_STEPS; step++) {
      double tried = EARLIEST_DELAY_SECONDS + step * DELAY_STEP_SECONDS;
      double near = 0;
      for (double time : detected) {
        double distance = nearest(reference, time - tried);
        if (distance <= TOLERANCE_SECONDS) {
          near += 1 - 0.5 * distance / TOLERANCE_SECONDS;
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
      int[] partner = match(reference, shifted);
      double[] residuals = new double[reference.length];
      int n = 0;
      for (int i = 0; i < partner.length; i++) {
        if (partner[i] >= 0) {
          residuals[n++] = shifted[partner[i]] - reference[i];
        }
      }
      delay += n == 0 ? 0 : median(residuals, n);
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

  /** For each reference beat the number of its detected beat, or -1. */
  private static int[] match(double[] reference, double[] detected) {
    int n = reference.length;
    int m = detected.length;
    double[][] worth = new double[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        double apart = Math.max(worth[i + 1][j], worth[i][j + 1]);
        worth[i][j] = Math.max(apart, pair(reference[i], detected[j]) + worth[i + 1][j + 1]);
      }
    }
    int[] partner = new int[n];
    Arrays.fill(partner, -1);
    int i = 0;
    int j = 0;
    while (i < n && j < m) {
      if (worth[i][j] == worth[i + 1][j]) {
        i++;
      } else if (worth[i][j] == worth[i][j + 1]) {
        j++;
      } else {
        partner[i++] = j++;
      }
    }
    return partner;
  }

  /** What the pair is worth: about one within the tolerance, nothing at all outside. */
  private static double pair(double reference, double detected) {
    double distance = Math.abs(reference - detected);
    return distance <= TOLERANCE_SECONDS
        ? 1 - DISTANCE_COST * distance / TOLERANCE_SECONDS
        : Double.NEGATIVE_INFINITY;
  }

  private static double rrErrorMedianMillis(double[] reference, double[] detected, int[] partner) {
    double[] errors = new double[reference.length];
    int n = 0;
    for (int i = 0; i + 1 < reference.length; i++) {
      int j = partner[i];
      if (j >= 0 && partner[i + 1] == j + 1) {
        double found = detected[j + 1] - detected[j];
        errors[n++] = 1000 * Math.abs(found - (reference[i + 1] - reference[i]));
      }
    }
    return n == 0 ? Double.NaN : median(errors, n);
  }

  private static double median(double[] values, int size) {
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return size % 2 == 1 ? sorted[size / 2] : (sorted[size / 2 - 1] + sorted[size / 2]) / 2;
  }
}

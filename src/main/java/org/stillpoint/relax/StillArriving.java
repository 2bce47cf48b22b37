package org.stillpoint.relax;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.stillpoint.rr.RrInterval;

/**
 * Whether the heart was still slowing while the start was measured, so that part of what follows is
 * mere arriving. Pure functions; a product decision.
 */
final class StillArriving {
  /** A heart rate that falls faster than this, per minute in a minute, is still arriving. */
  private static final double STEEPEST = -1.5;

  /**
   * Difference between the last and the first third that is still arriving, per minute. With 2 one
   * person in eight whose heart only wanders would be flagged.
   */
  private static final double MOST_FALL = 2.5;

  private static final int FEWEST_BEATS = 30;

  private StillArriving() {}

  /**
   * Whether the heart rate falls: by a robust slope over all beats (Theil and Sen: the median of
   * the slopes between beats), or from the first third of the time to the last.
   *
   * @param intervals corrected intervals, oldest first
   * @param fromNanos beginning of the time that counts
   * @param toNanos its end
   * @return false with fewer than 30 usable beats
   */
  static boolean of(List<RrInterval> intervals, long fromNanos, long toNanos) {
    List<RrInterval> inside =
        intervals.stream()
            .filter(i -> i.usable() && i.startNanos() >= fromNanos && i.endNanos() <= toNanos)
            .toList();
    if (inside.size() < FEWEST_BEATS) {
      return false;
    }
    long third = (toNanos - fromNanos) / 3;
    double first = rate(inside, fromNanos, fromNanos + third);
    double last = rate(inside, toNanos - third, toNanos);
    return last < first - MOST_FALL || slope(inside) < STEEPEST;
  }

  /** Mean heart rate of a stretch, per minute; NaN without beats. */
  private static double rate(List<RrInterval> intervals, long fromNanos, long toNanos) {
    return 60_000
        / intervals.stream()
            .filter(i -> i.endNanos() > fromNanos && i.endNanos() <= toNanos)
            .mapToDouble(RrInterval::millis)
            .average()
            .orElse(Double.NaN);
  }

  /** The slope of the heart rate, per minute in a minute. */
  private static double slope(List<RrInterval> inside) {
    int size = inside.size();
    double[] slopes = new double[size * (size - 1) / 2];
    int count = 0;
    for (int i = 1; i < size; i++) {
      for (int k = 0; k < i; k++) {
        RrInterval late = inside.get(i);
        RrInterval early = inside.get(k);
        double minutes = (late.endNanos() - early.endNanos()) / 60e9;
        slopes[count++] = (60_000 / late.millis() - 60_000 / early.millis()) / minutes;
      }
    }
    return StatUtils.percentile(slopes, 0, count, 50);
  }
}

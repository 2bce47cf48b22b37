package org.stillpoint.rr;

import java.util.ArrayDeque;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Labels intervals as they come: an interval is set aside when it is out of the range of a resting
 * person or leaves the median of the last eleven plausible ones by more than 30 %. Breathing alone
 * rarely moves an interval by more than a quarter of the median. A lasting change of rate is
 * accepted once five intervals in a row agree with each other. The pause that makes up for an early
 * beat is set aside also where it alone would pass. The rhythm is remembered across gaps.
 *
 * <p>A first guard with no look-ahead; it mends nothing, and an early beat that comes less than 30
 * % too soon still passes (its pause does not). Belongs to one thread.
 */
final class PlausibilityLabeller {
  private static final int MEMORY = 11;
  private static final double MOST_CHANGE = 0.30;
  private static final int AGREEING_TO_ACCEPT = 5;

  /** An early beat and its pause together last as long as two beats, give or take this share. */
  private static final double PAUSE_TOLERANCE = 0.12;

  private static final double EARLY = 0.85;
  private static final double PAUSE = 1.10;

  private final ArrayDeque<Double> plausible = new ArrayDeque<>();
  private final ArrayDeque<Double> refused = new ArrayDeque<>();
  private double last = Double.NaN;

  RrLabel label(double millis) {
    if (millis > RrInterval.LONGEST_MILLIS) {
      return RrLabel.LONG;
    }
    if (millis < RrInterval.SHORTEST_MILLIS) {
      return RrLabel.SHORT;
    }
    double median = plausible.isEmpty() ? millis : median(plausible);
    double previous = last;
    last = millis;
    if (makesUpForAnEarlyBeat(previous, millis, median)) {
      return RrLabel.LONG;
    }
    if (Math.abs(millis - median) <= MOST_CHANGE * median) {
      remember(plausible, millis, MEMORY);
      refused.clear();
      return RrLabel.NORMAL;
    }
    remember(refused, millis, AGREEING_TO_ACCEPT);
    if (refused.size() == AGREEING_TO_ACCEPT && agree()) {
      plausible.clear();
      plausible.addAll(refused);
      refused.clear();
      return RrLabel.NORMAL;
    }
    return millis > median ? RrLabel.LONG : RrLabel.SHORT;
  }

  private static boolean makesUpForAnEarlyBeat(double previous, double millis, double median) {
    return previous < EARLY * median
        && millis > PAUSE * median
        && Math.abs(previous + millis - 2 * median) <= PAUSE_TOLERANCE * 2 * median;
  }

  private boolean agree() {
    double median = median(refused);
    return refused.stream().allMatch(m -> Math.abs(m - median) <= MOST_CHANGE / 2 * median);
  }

  private static void remember(ArrayDeque<Double> memory, double millis, int most) {
    memory.add(millis);
    if (memory.size() > most) {
      memory.remove();
    }
  }

  private static double median(ArrayDeque<Double> values) {
    return StatUtils.percentile(values.stream().mapToDouble(Double::doubleValue).toArray(), 50);
  }

  /** After a gap the last interval is no neighbour of the next. */
  void restart() {
    refused.clear();
    last = Double.NaN;
  }
}

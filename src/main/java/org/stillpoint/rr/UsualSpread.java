package org.stillpoint.rr;

import java.util.ArrayDeque;

/**
 * The usual behaviour of the newest intervals: their median, how much consecutive intervals differ,
 * and how far an interval is from the median. It is kept across gaps. Belongs to one thread.
 */
final class UsualSpread {
  /** Number of differences and distances behind the usual spread, as for a whole series. */
  private static final int SPREAD = 91;

  private static final int MEDIAN = 11;

  /** With fewer values the spread is not known yet, and a share of the median is used instead. */
  private static final int LEARNED = 10;

  private static final double FIRST_DIFFERENCE = 0.25;
  private static final double FIRST_DISTANCE = 0.15;

  /**
   * Smallest threshold as a share of the median: smaller changes do no harm, and intervals with a
   * coarse resolution have no spread at all.
   */
  private static final double LEAST_DIFFERENCE = 0.06;

  private static final double LEAST_DISTANCE = 0.03;

  private final Newest lengths = new Newest(MEDIAN);
  private final Newest differences = new Newest(SPREAD);
  private final Newest distances = new Newest(SPREAD);

  void length(double millis) {
    lengths.add(millis);
  }

  void difference(double millis) {
    differences.add(Math.abs(millis));
  }

  void distance(double millis) {
    distances.add(Math.abs(millis));
  }

  /** Median of the newest intervals; NaN before the first. */
  double median() {
    return lengths.sorted.median();
  }

  /** Difference beyond which an interval is suspect, ms. */
  double usualDifference() {
    return threshold(differences, FIRST_DIFFERENCE, LEAST_DIFFERENCE);
  }

  /** Distance threshold, ms; an interval beyond three times this is suspect. */
  double usualDistance() {
    return threshold(distances, FIRST_DISTANCE, LEAST_DISTANCE);
  }

  private double threshold(Newest of, double first, double least) {
    if (of.sorted.size() < LEARNED) {
      return first * median();
    }
    return Math.max(least * median(), ArtefactDecision.ALPHA * of.sorted.quartileDeviation());
  }

  /** The newest values, in time order and in ascending order. */
  private static final class Newest {
    private final SortedWindow sorted;
    private final ArrayDeque<Double> byTime = new ArrayDeque<>();
    private final int most;

    Newest(int most) {
      this.most = most;
      this.sorted = new SortedWindow(most + 1);
    }

    void add(double value) {
      byTime.add(value);
      sorted.add(value);
      if (byTime.size() > most) {
        sorted.remove(byTime.remove());
      }
    }
  }
}

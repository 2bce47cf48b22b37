package org.stillpoint.rr;

import java.util.ArrayDeque;

/**
 * What the newest intervals usually do: their median, how much one differs from the next, and how
 * far one lies from the median. The rhythm is remembered across gaps. Belongs to one thread.
 */
final class UsualSpread {
  /** Differences and distances that make the usual spread, as in the whole-series form. */
  private static final int SPREAD = 91;

  private static final int MEDIAN = 11;

  /** With fewer the spread is not known yet, and shares of the median stand for it. */
  private static final int LEARNED = 10;

  private static final double FIRST_DIFFERENCE = 0.25;
  private static final double FIRST_DISTANCE = 0.15;

  /**
   * Never stricter than this share of the median: what is smaller does no harm, and intervals in
   * coarse steps have no spread at all.
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

  /** Difference beyond which an interval is suspect. */
  double usualDifference() {
    return threshold(differences, FIRST_DIFFERENCE, LEAST_DIFFERENCE);
  }

  /** Distance, a third of that beyond which an interval is suspect. */
  double usualDistance() {
    return threshold(distances, FIRST_DISTANCE, LEAST_DISTANCE);
  }

  private double threshold(Newest of, double first, double least) {
    if (of.sorted.size() < LEARNED) {
      return first * median();
    }
    return Math.max(least * median(), ArtefactDecision.ALPHA * of.sorted.quartileDeviation());
  }

  /** The newest values, in order of time and of size. */
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

package org.stillpoint.rr;

import java.util.Arrays;

/**
 * Classifies every interval of a whole series, after Lipponen and Tarvainen (2019), J Med Eng
 * Technol 43:173-181. An interval is suspect if it differs from the one before it, or from the
 * median of its surroundings, by far more than is usual there. The pattern of the differences
 * around it determines its class. Pure functions.
 *
 * <p>The method has no model of a plausible rhythm. Where most beats are artefacts (bigeminy), or
 * there is no rhythm (atrial fibrillation), it finds none. {@link RhythmGuard} covers these cases.
 */
public final class ArtefactClassifier {
  /** Number of intervals on each side that determine the usual spread. */
  private static final int SPREAD_HALF = 45;

  /** Number of intervals on each side that determine the local median. */
  private static final int MEDIAN_HALF = 5;

  private ArtefactClassifier() {}

  /**
   * Classifies a series without gaps.
   *
   * @param rrMillis intervals in time order, positive; may be empty
   * @return one class per interval, never {@link RrLabel#UNTRUSTED}
   */
  public static RrLabel[] classify(double[] rrMillis) {
    int n = rrMillis.length;
    RrLabel[] labels = new RrLabel[n];
    Arrays.fill(labels, RrLabel.NORMAL);
    ArtefactDecision suspicion = suspicion(rrMillis);
    int i = 0;
    while (i < n) {
      i = suspicion.judge(i, n, labels);
    }
    return labels;
  }

  private static ArtefactDecision suspicion(double[] rr) {
    int n = rr.length;
    double[] difference = new double[n];
    for (int i = 1; i < n; i++) {
      difference[i] = rr[i] - rr[i - 1];
    }
    if (n > 1) {
      difference[0] = (rr[n - 1] - rr[0]) / (n - 1); // the mean of the other differences
    }
    double[] median = medians(rr);
    double[] distance = new double[n];
    for (int i = 0; i < n; i++) {
      distance[i] = ArtefactDecision.distance(rr[i], median[i]);
    }
    return new ArtefactDecision(
        rr, median, difference, distance, thresholds(difference), thresholds(distance));
  }

  private static double[] medians(double[] rr) {
    double[] medians = new double[rr.length];
    slide(rr, MEDIAN_HALF, (i, window) -> medians[i] = window.median());
    return medians;
  }

  private static double[] thresholds(double[] values) {
    double[] thresholds = new double[values.length];
    double[] sizes = Arrays.stream(values).map(Math::abs).toArray();
    slide(
        sizes,
        SPREAD_HALF,
        (i, window) -> thresholds[i] = ArtefactDecision.ALPHA * window.quartileDeviation());
    return thresholds;
  }

  private interface Look {
    void at(int i, SortedWindow window);
  }

  /** Passes the window around every place; at the ends of the series the window is shorter. */
  private static void slide(double[] values, int half, Look look) {
    SortedWindow window = new SortedWindow(2 * half + 1);
    int end = 0;
    for (int i = 0; i < values.length; i++) {
      while (end < Math.min(values.length, i + half + 1)) {
        window.add(values[end++]);
      }
      if (i - half > 0) {
        window.remove(values[i - half - 1]);
      }
      look.at(i, window);
    }
  }
}

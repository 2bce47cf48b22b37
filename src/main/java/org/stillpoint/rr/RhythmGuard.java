package org.stillpoint.rr;

import java.util.BitSet;
import java.util.List;

/**
 * Finds the parts of a series where the rhythm is too irregular for its variability to be
 * meaningful. Correction by local spread fails there: with bigeminy or atrial fibrillation large
 * differences are the rule, so none stands out. A healthy heart, even that of a sleeping person who
 * breathes deeply, rarely changes by more than a fifth from beat to beat.
 *
 * <p>The limits were chosen on public series after correction. Among 20 consecutive changes, the
 * deepest breathing has up to 35 % large ones; atrial fibrillation has a median of 60 %, bigeminy
 * 65 %. This is a product decision: the result is "not analysable", and no diagnosis. Pure
 * functions.
 */
public final class RhythmGuard {
  /** A difference of more than this share of the median is large. */
  private static final double LARGE = 0.20;

  /** Number of consecutive differences that are examined together. */
  private static final int ROW = 20;

  /** With a larger share of large differences among them, the rhythm is irregular. */
  public static final double MOST_LARGE = 0.37;

  private RhythmGuard() {}

  /**
   * The largest share of large differences among any 20 consecutive ones.
   *
   * @param intervals corrected, oldest first
   * @return 0 to 1; 0 for fewer than 20 differences
   */
  public static double largeShare(List<RrInterval> intervals) {
    double[] largest = {0};
    slide(intervals, (first, last, share) -> largest[0] = Math.max(largest[0], share));
    return largest[0];
  }

  /**
   * The indices of the intervals in parts where the rhythm is irregular.
   *
   * @param intervals corrected, oldest first
   */
  static BitSet irregular(List<RrInterval> intervals) {
    BitSet irregular = new BitSet();
    slide(
        intervals,
        (first, last, share) -> {
          if (share > MOST_LARGE) {
            irregular.set(first, last + 1);
          }
        });
    return irregular;
  }

  private interface IntervalQuantity {
    void at(int first, int last, double largeShare);
  }

  private static void slide(List<RrInterval> intervals, IntervalQuantity row) {
    SortedWindow lengths = new SortedWindow(ROW + 1);
    int first = 0;
    int large = 0;
    boolean[] isLarge = new boolean[intervals.size()];
    for (int i = 0; i < intervals.size(); i++) {
      RrInterval now = intervals.get(i);
      boolean follows = i > first && now.continues() && now.covers() && !lengths.isEmpty();
      if (!follows) {
        lengths.clear();
        large = 0;
        first = i;
      }
      if (!now.covers()) {
        first = i + 1;
        continue;
      }
      lengths.add(now.millis());
      if (follows) {
        double change = Math.abs(now.millis() - intervals.get(i - 1).millis());
        isLarge[i] = change > LARGE * lengths.median();
        large += isLarge[i] ? 1 : 0;
      }
      if (i - first > ROW) {
        lengths.remove(intervals.get(first).millis());
        first++;
        large -= isLarge[first] ? 1 : 0;
      }
      if (i - first == ROW) {
        row.at(first, i, (double) large / ROW);
      }
    }
  }
}

package org.stillpoint.rr;

import java.util.List;

/**
 * The intervals of a time span, oldest first. Immutable.
 *
 * @param startNanos beginning of the span, since the recording began
 * @param endNanos its end, after the beginning
 * @param intervals those that overlap the span; only those that end within it are measured
 */
public record Tachogram(long startNanos, long endNanos, List<RrInterval> intervals) {

  /**
   * Keeps its own copy of the intervals.
   *
   * @throws IllegalArgumentException if the end is not after the beginning
   */
  public Tachogram {
    if (endNanos <= startNanos) {
      throw new IllegalArgumentException(
          "the end is not after the beginning: " + startNanos + ", " + endNanos);
    }
    intervals = List.copyOf(intervals);
  }

  /** The intervals that end within the span, oldest first. */
  public List<RrInterval> ending() {
    return intervals.stream().filter(this::within).toList();
  }

  /** The NN intervals in ms that end within the span, including corrected ones. */
  public double[] nnMillis() {
    return intervals.stream()
        .filter(i -> i.usable() && within(i))
        .mapToDouble(RrInterval::millis)
        .toArray();
  }

  /**
   * Differences in ms between consecutive intervals that are both normal as measured. A corrected
   * interval keeps the time but has no variability of its own, so it contributes no difference.
   */
  public double[] successiveDifferencesMillis() {
    double[] differences = new double[Math.max(0, intervals.size() - 1)];
    int count = 0;
    for (int i = 1; i < intervals.size(); i++) {
      RrInterval before = intervals.get(i - 1);
      RrInterval now = intervals.get(i);
      if (now.continues() && now.normal() && before.normal() && within(before) && within(now)) {
        differences[count++] = now.millis() - before.millis();
      }
    }
    return java.util.Arrays.copyOf(differences, count);
  }

  private boolean within(RrInterval interval) {
    return interval.endNanos() > startNanos && interval.endNanos() <= endNanos;
  }

  /** Coverage, artefact share, longest gap and regularity of the span. */
  public WindowQuality quality() {
    double coveredNanos = 0;
    double longestHole = 0;
    long coveredTo = startNanos;
    int usable = 0;
    int setAside = 0;
    int early = 0;
    for (RrInterval interval : intervals) {
      long from = Math.max(interval.startNanos(), startNanos);
      long to = Math.min(interval.endNanos(), endNanos);
      if (!interval.covers() || to <= from) {
        continue;
      }
      usable++;
      setAside += interval.normal() ? 0 : 1;
      early += interval.label() == RrLabel.ECTOPIC ? 1 : 0;
      coveredNanos += to - Math.max(from, coveredTo);
      longestHole = Math.max(longestHole, (double) (from - coveredTo));
      coveredTo = Math.max(coveredTo, to);
    }
    longestHole = Math.max(longestHole, (double) (endNanos - coveredTo));
    double coverage = Math.min(1, Math.max(0, coveredNanos / (endNanos - startNanos)));
    return new WindowQuality(
        coverage,
        usable == 0 ? 0 : (double) setAside / usable,
        longestHole / 1e9,
        RhythmGuard.largeShare(intervals),
        usable == 0 ? 0 : (double) early / usable);
  }
}

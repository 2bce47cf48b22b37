package org.stillpoint.beat;

/**
 * How much of the wave lies at the ends of the converter's range. Where the range is not known an
 * end is seen: the wave comes to the same extreme value again and again and stays there, with sharp
 * corners. Belongs to one thread.
 */
final class ClippedShare {
  /** Fewer equal samples than this are chance. */
  private static final int SHORTEST_RUN = 3;

  /** A shorter stay at an extreme is the roundness of a wave in coarse steps. */
  private static final long SHORTEST_STAY_NANOS = 40_000_000L;

  /** One beat may end at the extreme by chance, two at the same value hardly. */
  private static final int FEWEST_STAYS = 2;

  /** Distance over which the way to a plateau is looked at. */
  private static final long EDGE_NANOS = 30_000_000L;

  /** In steps, how steeply a wave comes to a plateau at which it is cut off. */
  private static final double CORNER_STEPS = 3;

  private static final long KNOWN_NANOS = 2_000_000_000L;

  /** An end that is not known must be seen more than once, also when the heart is slow. */
  private static final long SEEN_NANOS = 3_000_000_000L;

  private final SampleRing samples;
  private double low = Double.NEGATIVE_INFINITY;
  private double high = Double.POSITIVE_INFINITY;
  private long lastNanos;

  ClippedShare(SampleRing samples) {
    this.samples = samples;
  }

  /** The converter's range is known. */
  void range(double lowest, double highest) {
    low = lowest;
    high = highest;
  }

  /**
   * Share of the newest samples that lie at an end, 0 to 1.
   *
   * @param nowNanos time of the newest
   * @param step smallest difference between two values
   */
  double of(long nowNanos, double step) {
    lastNanos = Long.MIN_VALUE / 2;
    if (high < Double.POSITIVE_INFINITY) {
      return atKnownEnds(samples.atOrAfter(nowNanos - KNOWN_NANOS));
    }
    long from = samples.atOrAfter(nowNanos - SEEN_NANOS);
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (long i = from; i < samples.end(); i++) {
      lowest = Math.min(lowest, samples.value(i));
      highest = Math.max(highest, samples.value(i));
    }
    if (lowest == highest) {
      return 0; // stands still: not cut off but not there
    }
    return stays(from, lowest, step) + stays(from, highest, step);
  }

  /** Time of the last sample that lay at an end when it was last looked; long ago without one. */
  long lastNanos() {
    return lastNanos;
  }

  private double atKnownEnds(long from) {
    long count = 0;
    for (long i = from; i < samples.end(); i++) {
      double value = samples.value(i);
      if (value <= low || value >= high) {
        count++;
        lastNanos = samples.time(i);
      }
    }
    return (double) count / (samples.end() - from);
  }

  private double stays(long from, double extreme, double step) {
    long inside = 0;
    int stays = 0;
    long start = -1;
    for (long i = from; i <= samples.end(); i++) {
      boolean there = i < samples.end() && samples.value(i) == extreme;
      if (there && start < 0) {
        start = i;
      } else if (!there && start >= 0) {
        if (isCut(from, start, i - 1, step)) {
          stays++;
          inside += i - start;
          lastNanos = Math.max(lastNanos, samples.time(i - 1));
        }
        start = -1;
      }
    }
    return stays < FEWEST_STAYS ? 0 : (double) inside / (samples.end() - from);
  }

  private boolean isCut(long from, long start, long last, double step) {
    if (last - start + 1 < SHORTEST_RUN
        || samples.time(last) - samples.time(start) < SHORTEST_STAY_NANOS) {
      return false;
    }
    long before = Math.min(start - 1, samples.atOrAfter(samples.time(start) - EDGE_NANOS));
    long after = Math.max(last + 1, samples.atOrAfter(samples.time(last) + EDGE_NANOS));
    return (before >= from && corner(before, start) >= CORNER_STEPS * step)
        || (after < samples.end() && corner(after, last) >= CORNER_STEPS * step);
  }

  private double corner(long outside, long edge) {
    return Math.abs(samples.value(outside) - samples.value(edge));
  }
}

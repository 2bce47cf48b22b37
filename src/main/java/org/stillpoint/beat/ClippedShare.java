package org.stillpoint.beat;

/**
 * How much of the wave is at the limits of the converter's range. If the range is not known, a
 * limit is recognised from the wave: it returns to the same extreme value repeatedly and stays
 * there, with sharp corners. Belongs to one thread.
 */
final class ClippedShare {
  /** Fewer equal samples than this occur by chance. */
  private static final int SHORTEST_RUN = 3;

  /** A shorter stay at an extreme is the rounded top of a wave in coarse steps. */
  private static final long SHORTEST_STAY_NANOS = 40_000_000L;

  /** One beat can end at the extreme by chance; two at the same value hardly do. */
  private static final int FEWEST_STAYS = 2;

  /** Distance over which the approach to a plateau is examined. */
  private static final long EDGE_NANOS = 30_000_000L;

  /**
   * Least change over that distance, in converter steps, next to a plateau where the wave is cut
   * off.
   */
  private static final double CORNER_STEPS = 3;

  private static final long KNOWN_NANOS = 2_000_000_000L;

  /**
   * Longer if the range is not known: the limit must be seen more than once, even with a slow
   * heart.
   */
  private static final long SEEN_NANOS = 3_000_000_000L;

  private final SampleRing samples;
  private double low = Double.NEGATIVE_INFINITY;
  private double high = Double.POSITIVE_INFINITY;
  private long lastNanos;

  ClippedShare(SampleRing samples) {
    this.samples = samples;
  }

  /** Sets the limits of the converter's range. */
  void range(double lowest, double highest) {
    low = lowest;
    high = highest;
  }

  /**
   * Share of the newest samples that are at a limit, 0 to 1. Covers 2 s if the range is known,
   * otherwise 3 s; 0 for a wave that does not move and whose range is not known.
   *
   * @param nowNanos time of the newest sample
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
      return 0; // the wave does not move: that is no signal rather than a clipped one
    }
    return stays(from, lowest, step) + stays(from, highest, step);
  }

  /**
   * Time of the last sample that was at a limit in the last call of {@link #of}; far in the past if
   * there was none.
   */
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

package org.stillpoint.beat;

/**
 * Checks the raw samples around a beat for faults that smoothing cannot correct. Belongs to one
 * thread.
 */
final class WaveFaults {
  /** Time before and after the steepest point that is checked, in ns. */
  private static final long BEFORE_NANOS = 250_000_000L;

  private static final long AFTER_NANOS = 200_000_000L;

  /** A pulse wave is constant for less than this, except between slow beats in coarse steps. */
  private static final long FLAT_NANOS = 200_000_000L;

  /** Fewer equal samples than this occur by chance. */
  private static final int SHORTEST_PLATEAU = 3;

  /** Distance over which the slope at the edge of a plateau is computed; spans converter steps. */
  private static final long EDGE_NANOS = 30_000_000L;

  /** Share of the height of the beat above which a cut-off part counts. */
  private static final double CUT_SHARE = 0.08;

  /** Height in converter steps that the rounded top of an uncut wave can mimic. */
  private static final double ROUND_STEPS = 3;

  /** A spacing of more than this multiple of the mean is a hole: at least one sample is missing. */
  private static final double HOLE_RATIO = 1.75;

  /** Shorter holes do not matter: half a grid step. */
  private static final long SHORTEST_HOLE_NANOS = 5_000_000L;

  private final SampleRing samples;
  private boolean flat;
  private boolean clipped;

  WaveFaults(SampleRing samples) {
    this.samples = samples;
  }

  /** Checks for plateaus around a beat of the given height. */
  void examine(Rise rise, double height) {
    flat = false;
    clipped = false;
    long from = samples.atOrAfter(rise.timeNanos() - BEFORE_NANOS);
    long to = samples.atOrAfter(rise.timeNanos() + AFTER_NANOS);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double step = Double.POSITIVE_INFINITY;
    for (long i = from; i < to; i++) {
      low = Math.min(low, samples.value(i));
      high = Math.max(high, samples.value(i));
      double difference = Math.abs(samples.value(i) - samples.value(Math.max(from, i - 1)));
      step = difference > 0 ? Math.min(step, difference) : step;
    }
    double limit = CUT_SHARE * height + ROUND_STEPS * step;
    long start = from;
    for (long i = from + 1; i <= to; i++) {
      if (i == to || samples.value(i) != samples.value(start)) {
        double value = samples.value(start);
        flat |= samples.time(i - 1) - samples.time(start) >= FLAT_NANOS;
        clipped |= (value == low || value == high) && cut(start, i - 1) > limit;
        start = i;
      }
    }
  }

  /** Whether the wave was constant for too long. */
  boolean flat() {
    return flat;
  }

  /** Whether a large part of the beat is cut off at the top or bottom of the wave. */
  boolean clipped() {
    return clipped;
  }

  /** The longest hole that touches the time span, in ns; 0 if there is none. */
  long longestHole(long fromNanos, long toNanos) {
    long first = Math.max(samples.first(), samples.atOrAfter(fromNanos - BEFORE_NANOS) - 1);
    long last = Math.min(samples.end() - 1, samples.atOrAfter(toNanos + AFTER_NANOS));
    if (last <= first) {
      return 0;
    }
    double usual = (double) (samples.time(last) - samples.time(first)) / (last - first);
    long longest = 0;
    for (long i = first; i < last; i++) {
      long spacing = samples.time(i + 1) - samples.time(i);
      boolean touches = samples.time(i + 1) > fromNanos && samples.time(i) < toNanos;
      if (touches && spacing > HOLE_RATIO * usual && spacing >= SHORTEST_HOLE_NANOS) {
        longest = Math.max(longest, spacing);
      }
    }
    return longest;
  }

  /**
   * The height that a plateau hides, if the wave continued as steeply as it entered and left: the
   * height of the triangle on top of it.
   */
  private double cut(long start, long end) {
    if (end - start + 1 < SHORTEST_PLATEAU) {
      return 0;
    }
    long before = samples.atOrAfter(samples.time(start) - EDGE_NANOS);
    long after = Math.min(samples.end() - 1, samples.atOrAfter(samples.time(end) + EDGE_NANOS));
    if (before == start || after == end) {
      return 0;
    }
    double come = steepness(before, start);
    double go = steepness(end, after);
    double sum = come + go;
    return sum > 0 ? (samples.time(end) - samples.time(start)) * come * go / sum : 0;
  }

  private double steepness(long from, long to) {
    return Math.abs(samples.value(to) - samples.value(from))
        / (samples.time(to) - samples.time(from));
  }
}

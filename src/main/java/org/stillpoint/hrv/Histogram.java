package org.stillpoint.hrv;

/**
 * How many intervals fall into each bin of a fixed grid: bin k holds {@code [k width, (k + 1)
 * width)}. The bins run from the first that holds any to the last.
 */
final class Histogram {
  /** More bins than this mean that the intervals are none of a heart. */
  private static final int MOST_BINS = 1 << 16;

  private final double width;
  private final long first;
  private final int[] counts;

  private Histogram(double width, long first, int[] counts) {
    this.width = width;
    this.first = first;
    this.counts = counts;
  }

  /**
   * Counts intervals.
   *
   * @param rrMillis at least one, positive and finite
   * @param width of a bin, ms
   * @throws IllegalArgumentException when they lie so far apart that no histogram is meant
   */
  static Histogram of(double[] rrMillis, double width) {
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (double rr : rrMillis) {
      long bin = (long) Math.floor(rr / width);
      low = Math.min(low, bin);
      high = Math.max(high, bin);
    }
    if (high - low >= MOST_BINS) {
      throw new IllegalArgumentException("intervals up to " + high * width + " ms");
    }
    int[] counts = new int[(int) (high - low) + 1];
    for (double rr : rrMillis) {
      counts[(int) ((long) Math.floor(rr / width) - low)]++;
    }
    return new Histogram(width, low, counts);
  }

  /** Intervals in each bin, from the first that holds any to the last. */
  int[] counts() {
    return counts;
  }

  /** Place of the fullest bin, of the first of equals. */
  int mode() {
    int mode = 0;
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] > counts[mode]) {
        mode = i;
      }
    }
    return mode;
  }

  /** Middle of the bin at a place, ms; places beyond the ends are allowed. */
  double centreMillis(int place) {
    return (first + place + 0.5) * width;
  }
}

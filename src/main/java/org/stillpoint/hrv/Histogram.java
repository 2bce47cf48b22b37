package org.stillpoint.hrv;

/**
 * Number of intervals in each bin of a fixed grid: bin k holds {@code [k width, (k + 1) width)}.
 * The bins range from the first to the last that is not empty.
 */
final class Histogram {
  /** More bins than this cannot come from the intervals of a heart. */
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
   * @param width width of a bin, ms
   * @throws IllegalArgumentException if the intervals span 65536 bins or more
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

  /** Number of intervals in each bin, from the first to the last that is not empty. */
  int[] counts() {
    return counts;
  }

  /** Index of the fullest bin; the first of several. */
  int mode() {
    int mode = 0;
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] > counts[mode]) {
        mode = i;
      }
    }
    return mode;
  }

  /** Middle of the bin at an index, ms; indices beyond the ends are allowed. */
  double centreMillis(int place) {
    return (first + place + 0.5) * width;
  }
}

package org.stillpoint.hrv;

/**
 * Geometric measures of the histogram of intervals, with bins of 1/128 s (Task Force 1996, Eur
 * Heart J 17:354-381). They need at least twenty minutes to be comparable with published values.
 *
 * @param hti HRV triangular index: number of intervals divided by the height of the fullest bin
 * @param tinn width at the base of the triangle that fits the histogram best, ms
 * @param tinnN its left foot, ms
 * @param tinnM its right foot, ms
 */
public record TriangularIndex(double hti, double tinn, double tinnN, double tinnM) {
  private static final double BIN_MILLIS = 1000.0 / 128;

  /**
   * Measures a series. The triangle has its top at the fullest bin. Each foot is searched over
   * every bin up to one beyond the occupied ones, by least squares over the whole side.
   *
   * @param rrMillis at least one interval, positive
   */
  public static TriangularIndex of(double[] rrMillis) {
    Histogram histogram = Histogram.of(rrMillis, BIN_MILLIS);
    int[] counts = histogram.counts();
    int mode = histogram.mode();
    int left = mode - foot(counts, mode, -1);
    int right = mode + foot(counts, mode, 1);
    return new TriangularIndex(
        (double) rrMillis.length / counts[mode],
        (right - left) * BIN_MILLIS,
        histogram.centreMillis(left),
        histogram.centreMillis(right));
  }

  /** Distance in bins from the top at which the side that fits best reaches zero. */
  private static int foot(int[] counts, int mode, int direction) {
    int bins = direction > 0 ? counts.length - mode : mode + 1;
    double top = counts[mode];
    double least = Double.POSITIVE_INFINITY;
    int best = 1;
    for (int foot = 1; foot <= bins; foot++) {
      double error = 0;
      for (int i = 0; i < bins; i++) {
        double side = i <= foot ? top * (1 - (double) i / foot) : 0;
        double off = counts[mode + direction * i] - side;
        error += off * off;
      }
      if (error < least) {
        least = error;
        best = foot;
      }
    }
    return best;
  }
}

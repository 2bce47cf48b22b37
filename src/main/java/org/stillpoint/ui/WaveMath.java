package org.stillpoint.ui;

import java.util.Arrays;

/** Finds the places of beats on a drawn wave. Pure functions. */
final class WaveMath {
  private WaveMath() {}

  /** The beats that the wave covers, in seconds relative to the edge. */
  static double[] inside(long[] beatNanos, double edgeSeconds, double[] xs) {
    double first = xs[0];
    double last = xs[xs.length - 1];
    return Arrays.stream(beatNanos)
        .mapToDouble(nanos -> nanos / 1e9 - edgeSeconds)
        .filter(x -> x >= first && x <= last)
        .toArray();
  }

  /** The heights of a wave at some places, by linear interpolation between its points. */
  static double[] at(double[] xs, double[] ys, double[] places) {
    double[] heights = new double[places.length];
    for (int p = 0; p < places.length; p++) {
      int i = Arrays.binarySearch(xs, places[p]);
      if (i >= 0) {
        heights[p] = ys[i];
      } else {
        int after = Math.min(xs.length - 1, Math.max(1, -i - 1));
        double share = (places[p] - xs[after - 1]) / (xs[after] - xs[after - 1]);
        heights[p] = ys[after - 1] + share * (ys[after] - ys[after - 1]);
      }
    }
    return heights;
  }
}

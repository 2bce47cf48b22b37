package org.stillpoint.beat;

import java.util.Arrays;

/**
 * The usual shape of a beat: the mean course of the slope around the steepest point. The slope is
 * used rather than the wave, because drift is then only an offset and noise is visible. Belongs to
 * one thread.
 */
final class ShapeTemplate {
  /**
   * Grid steps before the steepest point. For a pulse they cover the rise and the end of the beat
   * before, for an ECG the complex and the end of the P wave.
   */
  static final int BEFORE = 25;

  /** Grid steps after the steepest point. */
  static final int AFTER = 20;

  private static final int LENGTH = BEFORE + AFTER + 1;

  /** From this number of beats on, each new beat has a weight of one in this number. */
  private static final int MEMORY = 10;

  private final double[] mean = new double[LENGTH];
  private int beats;

  void clear() {
    Arrays.fill(mean, 0);
    beats = 0;
  }

  int beats() {
    return beats;
  }

  void copyFrom(ShapeTemplate other) {
    System.arraycopy(other.mean, 0, mean, 0, LENGTH);
    beats = other.beats;
  }

  /** Adds a beat to the mean; a beat that is cut off by the end of the record is left out. */
  void add(SlopeTrack track, Rise rise) {
    long start = rise.grid() - BEFORE;
    if (start < track.first() || start + LENGTH > track.end()) {
      return;
    }
    beats = Math.min(beats + 1, MEMORY);
    for (int i = 0; i < LENGTH; i++) {
      mean[i] += (track.slope(start + i) / rise.slope() - mean[i]) / beats;
    }
  }

  /**
   * Pearson correlation of a beat with the template, over the part of the beat that is available.
   *
   * @return -1 to 1; 0 while the template is empty
   */
  double similarity(SlopeTrack track, Rise rise) {
    if (beats == 0) {
      return 0;
    }
    long start = rise.grid() - BEFORE;
    int from = (int) Math.max(0, track.first() - start);
    int to = (int) Math.min(LENGTH, track.end() - start);
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    double sumYy = 0;
    for (int i = from; i < to; i++) {
      double x = mean[i];
      double y = track.slope(start + i) / rise.slope();
      sumX += x;
      sumY += y;
      sumXx += x * x;
      sumXy += x * y;
      sumYy += y * y;
    }
    int n = to - from;
    double product = (sumXx - sumX * sumX / n) * (sumYy - sumY * sumY / n);
    return product > 0 ? (sumXy - sumX * sumY / n) / Math.sqrt(product) : 0;
  }
}

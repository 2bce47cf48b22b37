package org.stillpoint.device;

/**
 * Consecutive lines that arrived about as far apart as their numbers say. Decides whether even
 * small variations come from the numbers: do the numbers predict the arrival times better than a
 * metronome does? Both may run slightly fast or slow, so numbers that do not change explain
 * nothing. Times are in milliseconds.
 */
final class PaceRun {
  private static final int MOST_LINES = 64;
  private static final int LEAST_LINES = 10;

  /** Logarithm of the likelihood ratio: ten thousand to one. */
  private static final double SURE = 9.2;

  /** Arrival times are no more exact than this, and the numbers are whole. */
  private static final double LEAST_VARIANCE = 0.5;

  private final double[] came = new double[MOST_LINES];
  private final double[] astray = new double[MOST_LINES];
  private int lines;

  /** Notes the arrival of the line from which the first interval counts. */
  void begin() {
    came[0] = 0;
    astray[0] = 0;
    lines = 1;
  }

  /** Adds the next line: the time since the previous line and the number on it. */
  void add(double gap, double told) {
    if (lines == MOST_LINES) {
      begin();
    }
    came[lines] = came[lines - 1] + gap;
    astray[lines] = astray[lines - 1] + gap - told;
    lines++;
  }

  boolean sure() {
    if (lines < LEAST_LINES) {
      return false;
    }
    double metronome = Math.max(LEAST_VARIANCE, aroundLine(came));
    double numbers = Math.max(LEAST_VARIANCE, aroundLine(astray));
    return lines / 2.0 * Math.log(metronome / numbers) >= SURE;
  }

  /** Variance around the best-fitting straight line. */
  private double aroundLine(double[] values) {
    double middle = (lines - 1) / 2.0;
    double mean = 0;
    for (int i = 0; i < lines; i++) {
      mean += values[i] / lines;
    }
    double slope = 0;
    double places = 0;
    for (int i = 0; i < lines; i++) {
      slope += (i - middle) * (values[i] - mean);
      places += (i - middle) * (i - middle);
    }
    slope /= places;
    double sum = 0;
    for (int i = 0; i < lines; i++) {
      double off = values[i] - mean - slope * (i - middle);
      sum += off * off;
    }
    return sum / lines;
  }
}

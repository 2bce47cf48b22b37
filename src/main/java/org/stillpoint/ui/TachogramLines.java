package org.stillpoint.ui;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.rr.RrInterval;

/**
 * Turns intervals into what is drawn: a line of those that are used, interrupted where they do not
 * follow each other; points on the line for those that are corrected; and points for those set
 * aside, moved to the edge if they are outside the scale. Times are in minutes, at most 0, which is
 * now.
 */
final class TachogramLines {
  private static final double STEP_MILLIS = 100;
  private static final double EDGE_MILLIS = 10;

  private final List<double[]> normal = new ArrayList<>();
  private final List<double[]> corrected = new ArrayList<>();
  private final List<double[]> aside = new ArrayList<>();
  private final double low;
  private final double high;

  TachogramLines(List<RrInterval> intervals, long nowNanos) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (RrInterval interval : intervals) {
      if (interval.usable()) {
        least = Math.min(least, interval.millis());
        most = Math.max(most, interval.millis());
      }
    }
    boolean none = least > most;
    this.low = none ? 400 : Math.floor((least - 20) / STEP_MILLIS) * STEP_MILLIS;
    this.high = none ? 1600 : Math.ceil((most + 20) / STEP_MILLIS) * STEP_MILLIS;
    boolean broken = true;
    for (RrInterval interval : intervals) {
      double minutes = (interval.endNanos() - nowNanos) / 60e9;
      if (interval.usable()) {
        if (broken || !interval.continues()) {
          normal.add(new double[] {minutes, Double.NaN});
        }
        normal.add(new double[] {minutes, interval.millis()});
        if (interval.corrected()) {
          corrected.add(new double[] {minutes, interval.millis()});
        }
        broken = false;
      } else {
        double inside =
            Math.min(high - EDGE_MILLIS, Math.max(low + EDGE_MILLIS, interval.millis()));
        aside.add(new double[] {minutes, inside});
        broken = true;
      }
    }
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  double[] normalX() {
    return column(normal, 0);
  }

  double[] normalY() {
    return column(normal, 1);
  }

  double[] correctedX() {
    return column(corrected, 0);
  }

  double[] correctedY() {
    return column(corrected, 1);
  }

  double[] asideX() {
    return column(aside, 0);
  }

  double[] asideY() {
    return column(aside, 1);
  }

  private static double[] column(List<double[]> points, int which) {
    return points.stream().mapToDouble(point -> point[which]).toArray();
  }
}

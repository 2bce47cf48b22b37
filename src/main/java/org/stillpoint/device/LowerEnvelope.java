package org.stillpoint.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits host time to device time along the lower edge of the points. A byte can arrive late but
 * never early, so the earliest arrivals show the rate of the device's clock, whereas least squares
 * through all arrivals would follow the delays on the way. The line is the edge of the lower convex
 * hull under the middle of the data: of all lines below the points, it has the least sum of
 * distances.
 *
 * <p>Source: Moon, Skelly, Towsley, Estimation and removal of clock skew from network delay
 * measurements, INFOCOM 1999.
 */
final class LowerEnvelope {
  /** A line: host = at + slope * (device - origin). */
  record EnvelopeLine(double originDevice, double at, double slope) {
    double host(double device) {
      return at + slope * (device - originDevice);
    }
  }

  private record Point(double device, double host) {}

  private final double binNanos;
  private final int mostBins;
  private final ArrayDeque<Point> bins = new ArrayDeque<>();
  private double binEnd = Double.NEGATIVE_INFINITY;
  private double expectedSlope;

  /**
   * Starts without points.
   *
   * @param binNanos host time over which only the earliest arrival is kept
   * @param mostBins number of bins that are kept
   * @param expectedSlope approximate slope, used to compare the points of a bin
   */
  LowerEnvelope(double binNanos, int mostBins, double expectedSlope) {
    this.binNanos = binNanos;
    this.mostBins = mostBins;
    this.expectedSlope = expectedSlope;
  }

  /** Adds an arrival; neither coordinate may decrease. */
  void add(double device, double host) {
    Point point = new Point(device, host);
    if (host >= binEnd) {
      binEnd = host + binNanos;
      bins.add(point);
      if (bins.size() > mostBins) {
        bins.remove();
      }
    } else if (lag(point) < lag(bins.getLast())) {
      bins.removeLast();
      bins.add(point);
    }
  }

  private double lag(Point p) {
    return p.host - expectedSlope * p.device;
  }

  /** Host time between the first and the last arrival that is kept. */
  double spanNanos() {
    return bins.isEmpty() ? 0 : bins.getLast().host - bins.getFirst().host;
  }

  /** Sets a better slope for comparing points. */
  void expect(double slope) {
    expectedSlope = slope;
  }

  /** The line, or null with fewer than two bins. */
  @org.jspecify.annotations.Nullable
  EnvelopeLine fit() {
    List<Point> hull = lowerHull();
    if (hull.size() < 2) {
      return null;
    }
    double middle = 0;
    for (Point p : bins) {
      middle += p.device / bins.size();
    }
    int right = 1;
    while (right < hull.size() - 1 && hull.get(right).device < middle) {
      right++;
    }
    Point a = hull.get(right - 1);
    Point b = hull.get(right);
    double slope = (b.host - a.host) / (b.device - a.device);
    return new EnvelopeLine(a.device, a.host, slope);
  }

  /** Monotone chain: the points that a string pulled tight from below would touch. */
  private List<Point> lowerHull() {
    List<Point> hull = new ArrayList<>();
    for (Point p : bins) {
      while (!hull.isEmpty() && hull.get(hull.size() - 1).device >= p.device) {
        hull.remove(hull.size() - 1);
      }
      while (hull.size() >= 2
          && !turnsUp(hull.get(hull.size() - 2), hull.get(hull.size() - 1), p)) {
        hull.remove(hull.size() - 1);
      }
      hull.add(p);
    }
    return hull;
  }

  private static boolean turnsUp(Point a, Point b, Point c) {
    return (b.host - a.host) * (c.device - b.device) < (c.host - b.host) * (b.device - a.device);
  }
}

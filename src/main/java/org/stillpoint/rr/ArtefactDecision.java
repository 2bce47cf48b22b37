package org.stillpoint.rr;

/**
 * How far each interval of a series departs from its surroundings, in multiples of the usual spread
 * there, and which class follows from that: the decision of Lipponen and Tarvainen (2019). The
 * series can have any length, so that a whole series and the newest few intervals are judged by the
 * same code. Belongs to one thread.
 */
final class ArtefactDecision {
  /**
   * Number of quartile deviations that are still usual; covers 99.95 % of a normal distribution.
   */
  static final double ALPHA = 5.2;

  private static final double C1 = 0.13;
  private static final double C2 = 0.17;

  /**
   * Multiple of the distance threshold beyond which an interval is suspect regardless of its
   * neighbours.
   */
  private static final double FAR = 3;

  private final double[] rr;
  private final double[] median;
  private final double[] distance;
  private final double[] usualDistance;
  private final double[] d;
  private final double[] r;

  /**
   * Creates a decision for arrays of the same length; a threshold of 0 makes nothing suspect.
   *
   * @param rr intervals, ms
   * @param median local median around each interval, ms
   * @param difference difference from the interval before, ms; 0 if that is not known
   * @param distance result of {@link #distance(double, double)}, ms
   * @param usualDifference threshold of the difference, ms
   * @param usualDistance threshold of the distance, ms
   */
  ArtefactDecision(
      double[] rr,
      double[] median,
      double[] difference,
      double[] distance,
      double[] usualDifference,
      double[] usualDistance) {
    this.rr = rr;
    this.median = median;
    this.distance = distance;
    this.usualDistance = usualDistance;
    this.d = shares(difference, usualDifference);
    this.r = shares(distance, usualDistance);
  }

  /**
   * The distance of an interval from the median, ms, doubled if the interval is shorter: an
   * interval cannot shorten by as much as it can lengthen.
   */
  static double distance(double rrMillis, double medianMillis) {
    double distance = rrMillis - medianMillis;
    return distance < 0 ? 2 * distance : distance;
  }

  private static double[] shares(double[] values, double[] thresholds) {
    double[] shares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      shares[i] = thresholds[i] > 0 ? values[i] / thresholds[i] : 0;
    }
    return shares;
  }

  /**
   * Whether the newest interval is odd, without knowledge of what follows. A large change is not
   * sufficient: the first correct interval after an odd one changes by as much.
   */
  boolean oddAtFirstSight(int i) {
    boolean away = Math.abs(r[i]) > 1 && d[i] * r[i] > 0;
    return Math.abs(r[i]) > FAR || (away && Math.abs(d[i]) > 1);
  }

  private boolean suspect(int i) {
    return Math.abs(d[i]) > 1 || Math.abs(r[i]) > FAR;
  }

  /**
   * Judges an interval and, where its pattern requires it, the next one too.
   *
   * @param i the interval
   * @param end intervals from this one on are not known
   * @param labels receives the classes of suspect intervals
   * @return the first interval that is not judged yet
   */
  int judge(int i, int end, RrLabel[] labels) {
    if (!suspect(i)) {
      return i + 1;
    }
    if (ectopic(i, end)) {
      labels[i] = RrLabel.ECTOPIC;
      return i + 1;
    }
    labels[i] = longOrShort(i, end);
    if (i + 2 < end && Math.abs(d[i + 1]) < Math.abs(d[i + 2])) {
      labels[i + 1] = longOrShort(i + 1, end);
      return i + 2;
    }
    return i + 1;
  }

  private boolean ectopic(int i, int end) {
    if (d[i] > 1) {
      return Math.max(d(i - 1, end), d(i + 1, end)) < -C1 * d[i] - C2;
    }
    return d[i] < -1 && Math.min(d(i - 1, end), d(i + 1, end)) > -C1 * d[i] + C2;
  }

  private RrLabel longOrShort(int i, int end) {
    double next = d(i + 1, end);
    double afterNext = d(i + 2, end);
    boolean isLong = d[i] > 1 && Math.min(next, afterNext) < -1;
    boolean isShort = d[i] < -1 && Math.max(next, afterNext) > 1;
    if (!isLong && !isShort && Math.abs(r[i]) <= FAR) {
      return RrLabel.NORMAL;
    }
    if (isShort && i + 1 < end && Math.abs(rr[i] + rr[i + 1] - median[i]) < usualDistance[i]) {
      return RrLabel.EXTRA;
    }
    if (isLong && Math.abs(rr[i] / 2 - median[i]) < usualDistance[i]) {
      return RrLabel.MISSED;
    }
    return distance[i] > 0 ? RrLabel.LONG : RrLabel.SHORT;
  }

  private double d(int i, int end) {
    return i >= 0 && i < end ? d[i] : 0;
  }
}

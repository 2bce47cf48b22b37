package org.stillpoint.session;

/**
 * One breath of the pacer, known when it begins.
 *
 * @param seconds session time of its beginning; breaths follow each other without a gap
 * @param inhaleSeconds length of the in-breath
 * @param exhaleSeconds length of the out-breath
 */
public record Breath(double seconds, double inhaleSeconds, double exhaleSeconds) {

  /** Length of the whole breath. */
  public double lengthSeconds() {
    return inhaleSeconds + exhaleSeconds;
  }

  /** Breaths a minute at this pace. */
  public double perMinute() {
    return 60 / lengthSeconds();
  }

  /**
   * How full the breath is at a moment.
   *
   * @param atSeconds session time
   * @return 0 (out) to 1 (in), smooth at both turns; 0 before and after the breath
   */
  public double fullness(double atSeconds) {
    double since = atSeconds - seconds;
    if (since <= 0 || since >= lengthSeconds()) {
      return 0;
    }
    double phase =
        since < inhaleSeconds ? since / inhaleSeconds : 1 - (since - inhaleSeconds) / exhaleSeconds;
    return 0.5 - 0.5 * Math.cos(Math.PI * phase);
  }
}

package org.stillpoint.files;

/**
 * One number of an analysis, ready to be printed.
 *
 * @param group the group that it belongs to, such as {@code welch}
 * @param key its name, in camel case
 * @param unit its unit; empty for a bare number
 * @param value NaN when the formula gives no number
 * @param whole whether it is a count
 * @param leastSeconds length of the shortest series for which it is meaningful, in seconds
 * @param leastBeats fewest intervals for which it is meaningful
 * @param mostBeats most intervals for which it is computed
 */
public record Measure(
    String group,
    String key,
    String unit,
    double value,
    boolean whole,
    double leastSeconds,
    int leastBeats,
    int mostBeats) {

  /** A recording loses part of an interval at either end, so its series is a little shorter. */
  private static final double ENDS_SECONDS = 2;

  /**
   * Why the number is not meaningful, in words; empty when it is.
   *
   * @param seconds length of the series
   * @param beats number of its intervals
   */
  public String missing(double seconds, int beats) {
    if (seconds + ENDS_SECONDS < leastSeconds) {
      return String.format(
          java.util.Locale.ROOT,
          "not enough data: %.0f s, this needs %.0f s",
          Math.floor(seconds),
          leastSeconds);
    }
    if (beats < leastBeats) {
      return "not enough data: " + beats + " intervals, this needs " + leastBeats;
    }
    if (beats > mostBeats) {
      return "not computed above " + mostBeats + " intervals, because it would take minutes";
    }
    return Double.isNaN(value) ? "not defined for these intervals" : "";
  }
}

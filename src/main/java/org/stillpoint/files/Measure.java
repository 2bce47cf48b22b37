package org.stillpoint.files;

/**
 * A number of an analysis, ready to be printed.
 *
 * @param group what it belongs to, such as {@code welch}
 * @param key its name, in camel case
 * @param unit its unit; empty for a bare number
 * @param value NaN when the formula gives none
 * @param whole whether it is a count
 * @param leastSeconds shortest series for which it means something
 * @param leastBeats fewest intervals for which it means something
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

  /** A recording of so many seconds lacks a part of an interval at either end. */
  private static final double ENDS_SECONDS = 2;

  /** What is missing for the number to mean something; empty when nothing is. */
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

package org.stillpoint.ui;

import java.util.Locale;

/** Writes times for people. Pure functions. */
final class TimeWords {
  private TimeWords() {}

  /** Time left as m:ss, rounded up to whole seconds; 0:00 if it is negative. */
  static String left(double seconds) {
    return clock((long) Math.ceil(Math.max(0, seconds)));
  }

  /** Time passed as m:ss, rounded down to whole seconds; 0:00 if it is negative. */
  static String passed(double seconds) {
    return clock((long) Math.max(0, seconds));
  }

  private static String clock(long seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}

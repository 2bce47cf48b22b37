package org.stillpoint.ui;

import java.util.Locale;

/** Times as people read them. */
final class TimeWords {
  private TimeWords() {}

  /** Time left as m:ss; a begun second counts, below zero is zero. */
  static String left(double seconds) {
    return clock((long) Math.ceil(Math.max(0, seconds)));
  }

  /** Time that has passed as m:ss, in whole seconds. */
  static String passed(double seconds) {
    return clock((long) Math.max(0, seconds));
  }

  private static String clock(long seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}

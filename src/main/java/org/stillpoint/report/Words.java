package org.stillpoint.report;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.stillpoint.store.Recording;

/** Numbers and times in words, rounded to what they can bear. */
final class Words {
  /** What stands in for a number that is absent. */
  static final String ABSENT = "\u2013";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.UK);

  private Words() {}

  /** Minutes as minutes and seconds, such as 3:05. */
  static String clock(double minutes) {
    long seconds = Math.max(0, Math.round(minutes * 60));
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /** Minutes as minutes and seconds of two digits each, such as 03:05. */
  static String paddedClock(double minutes) {
    long seconds = Math.max(0, Math.round(minutes * 60));
    return String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
  }

  /** A whole number, or a dash. */
  static String whole(OptionalDouble value) {
    return value.isPresent() ? whole(value.getAsDouble()) : ABSENT;
  }

  static String whole(double value) {
    return String.format(Locale.ROOT, "%d", Math.round(value));
  }

  /** A whole number with a comma after the thousands. */
  static String thousands(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Seconds, with a tenth below ten of them. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 9.95 ? "%.1f s" : "%.0f s", seconds);
  }

  /** A share as per cent, with a tenth below ten of them unless it is 0. */
  static String percent(double share) {
    double percent = 100 * share;
    boolean fine = percent > 0 && percent < 9.95;
    return String.format(Locale.ROOT, fine ? "%.1f %%" : "%.0f %%", percent);
  }

  /** A number of things, of one or of more. */
  static String count(long number, String one, String more) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : more);
  }

  /** When a recording began, in its own zone. */
  static String began(Recording recording) {
    return DAY.format(recording.startedAt().atZone(recording.zone()))
        + " ("
        + recording.zone().getId()
        + ")";
  }
}

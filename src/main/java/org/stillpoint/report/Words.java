package org.stillpoint.report;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.stillpoint.store.Recording;

/** Writes numbers and times as text, with no more digits than are meaningful. Pure functions. */
final class Words {
  /** A dash, in place of an absent number. */
  static final String ABSENT = "\u2013";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.UK);

  private Words() {}

  /** A time as minutes and seconds, such as 3:05; 0:00 if it is negative. */
  static String clock(double minutes) {
    long seconds = Math.max(0, Math.round(minutes * 60));
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /** A time as minutes and seconds with two digits each, such as 03:05; 00:00 if it is negative. */
  static String paddedClock(double minutes) {
    long seconds = Math.max(0, Math.round(minutes * 60));
    return String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
  }

  /** A value rounded to a whole number, or a dash if it is absent. */
  static String whole(OptionalDouble value) {
    return value.isPresent() ? whole(value.getAsDouble()) : ABSENT;
  }

  /** A value rounded to a whole number. */
  static String whole(double value) {
    return String.format(Locale.ROOT, "%d", Math.round(value));
  }

  /** A whole number with commas between the thousands. */
  static String thousands(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Seconds, with one decimal below ten. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 9.95 ? "%.1f s" : "%.0f s", seconds);
  }

  /** A share as a percentage, with one decimal below ten unless it is 0. */
  static String percent(double share) {
    double percent = 100 * share;
    boolean fine = percent > 0 && percent < 9.95;
    return String.format(Locale.ROOT, fine ? "%.1f %%" : "%.0f %%", percent);
  }

  /** A number with its noun, singular or plural. */
  static String count(long number, String one, String more) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : more);
  }

  /** When a recording began, in its own time zone. */
  static String began(Recording recording) {
    return DAY.format(recording.startedAt().atZone(recording.zone()))
        + " ("
        + recording.zone().getId()
        + ")";
  }
}

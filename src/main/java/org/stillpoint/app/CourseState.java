package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a person has decided about their course, in the file course.properties of the data folder.
 * How far they are is not in it: that follows from the recordings.
 */
final class CourseState {
  private static final String COURSE = "course";
  private static final String STARTED = "started";
  private static final String AFTER = "afterRecording";
  private static final String SKIPPED = "skipped";
  private static final String PAUSED = "paused";

  private final PropertyFile values;

  CourseState(Path folder) {
    this.values = new PropertyFile(folder, "course.properties");
  }

  /** Id of the course; empty before one was started. */
  String course() {
    return values.get(COURSE);
  }

  /** Whether the person has paused it. */
  boolean paused() {
    return Boolean.parseBoolean(values.get(PAUSED));
  }

  /** The date on which it was started; {@code otherwise} if that is not known. */
  LocalDate started(LocalDate otherwise) {
    try {
      return LocalDate.parse(values.get(STARTED));
    } catch (DateTimeException missingOrDamaged) {
      return otherwise;
    }
  }

  /**
   * Only recordings with a higher number belong to it, so that a course can be done again. Numbers
   * are compared, and not times, since the computer's clock can be set back.
   */
  long afterRecording() {
    try {
      return Long.parseLong(values.get(AFTER));
    } catch (NumberFormatException missingOrDamaged) {
      return 0;
    }
  }

  /** The days that the person has left out. */
  Set<Integer> skipped() {
    Set<Integer> days = new TreeSet<>();
    for (String each : values.get(SKIPPED).split(",", -1)) {
      if (each.matches("[0-9]{1,4}")) {
        days.add(Integer.parseInt(each));
      }
    }
    return days;
  }

  /** Starts a course from its first day. */
  void start(String course, LocalDate today, long afterRecording) throws IOException {
    values.set(
        Map.of(
            COURSE,
            course,
            STARTED,
            today.toString(),
            AFTER,
            String.valueOf(afterRecording),
            SKIPPED,
            "",
            PAUSED,
            "false"));
  }

  void pause(boolean on) throws IOException {
    values.set(Map.of(PAUSED, String.valueOf(on)));
  }

  /** Leaves a day out. */
  void skip(int day) throws IOException {
    Set<Integer> days = skipped();
    days.add(day);
    values.set(
        Map.of(SKIPPED, days.stream().map(String::valueOf).collect(Collectors.joining(","))));
  }
}

package org.stillpoint.programme;

import java.util.List;

/**
 * One week of a course.
 *
 * @param focus what it is about; it colours the words of the sessions
 * @param title its name for people
 * @param habit the small thing to take into the days of this week, a sentence
 * @param days its seven days
 */
public record CourseWeek(Focus focus, String title, String habit, List<CourseDay> days) {

  /** Keeps its own copy. */
  public CourseWeek {
    days = List.copyOf(days);
  }
}

package org.stillpoint.programme;

import java.util.List;

/**
 * A course: weeks of practice, each with a focus. Its days are counted from 1 over all weeks. One
 * from {@link CourseReader} has been checked.
 *
 * @param id short name, as used on the command line
 * @param title name for people
 * @param weeks in order
 */
public record Course(String id, String title, List<CourseWeek> weeks) {
  static final int DAYS_A_WEEK = 7;

  /** Keeps its own copy. */
  public Course {
    weeks = List.copyOf(weeks);
  }

  /** Number of days, those of rest included. */
  public int days() {
    return DAYS_A_WEEK * weeks.size();
  }

  /**
   * A day of the course.
   *
   * @param number from 1 to {@link #days()}
   */
  public CourseDay day(int number) {
    return week(number).days().get((number - 1) % DAYS_A_WEEK);
  }

  /**
   * The week of a day.
   *
   * @param number from 1 to {@link #days()}
   */
  public CourseWeek week(int number) {
    return weeks.get((number - 1) / DAYS_A_WEEK);
  }

  /** Number of the week of a day, from 1. */
  public int weekNumber(int number) {
    return (number - 1) / DAYS_A_WEEK + 1;
  }
}

package org.stillpoint.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.programme.Course;
import org.stillpoint.programme.CourseDay;
import org.stillpoint.programme.CourseProgress.Today;

/** Texts about the course. Pure functions. */
final class CourseWords {
  static final String NOT_STARTED =
      "No course was started: 'stillpoint course start' begins the four weeks for a sore back.";

  static final String PAUSED = "The course is paused: 'stillpoint course start' goes on with it.";

  private CourseWords() {}

  /** Why the course has no session to play now; empty if it has one. */
  static String whyNothing(CourseDesk desk, Today today) {
    return switch (today.due()) {
      case SESSION -> "";
      case REST ->
          "Today is a day of rest: "
              + desk.course().day(today.day()).rest()
              + " 'stillpoint course skip' leaves it out.";
      case DONE_TODAY ->
          "Today's session of the course is done: it goes on tomorrow, or use --programme for"
              + " another one.";
      case COMPLETE -> "The course is complete: 'stillpoint course start --again' begins it anew.";
    };
  }

  /** What there is to do on a date, in a few lines. */
  static List<String> today(CourseDesk desk, LocalDate date) {
    Course course = desk.course();
    Today today = desk.progress().today(date);
    List<String> lines = new ArrayList<>();
    lines.add(
        course.title()
            + ": "
            + desk.progress().sessionsDone()
            + " of "
            + desk.progress().sessions()
            + " sessions done.");
    if (desk.paused()) {
      lines.add(PAUSED);
      return lines;
    }
    lines.add(
        "Week " + course.weekNumber(today.day()) + ": " + course.week(today.day()).title() + ".");
    CourseDay day = course.day(today.day());
    switch (today.due()) {
      case SESSION -> {
        lines.add(
            "Today: "
                + day.title()
                + ", "
                + day.minutes()
                + " minutes. 'stillpoint session --course --sensor ...' plays it.");
        lines.add("For the days between: " + course.week(today.day()).habit());
      }
      case REST -> lines.add("Today is a day of rest. " + day.rest());
      case DONE_TODAY -> {
        lines.add("Today's session is done. The course goes on tomorrow.");
        lines.add("For today: " + course.week(today.day()).habit());
      }
      case COMPLETE ->
          lines.add("The course is complete. 'stillpoint course start --again' begins it anew.");
    }
    return lines;
  }
}

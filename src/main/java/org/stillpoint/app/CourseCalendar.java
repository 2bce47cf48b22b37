package org.stillpoint.app;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.stillpoint.programme.Course;
import org.stillpoint.programme.CourseDay;
import org.stillpoint.programme.CourseProgress.Planned;
import org.stillpoint.programme.CourseWeek;

/** Writes the days of a course as a calendar file (iCalendar, RFC 5545). */
final class CourseCalendar {
  private CourseCalendar() {}

  /**
   * Writes one whole-day event for each session that is left. A day that is written again replaces
   * the earlier one, since its UID stays.
   *
   * @param now when it is written
   * @throws IOException if the file cannot be written
   */
  static void write(Path file, Course course, List<Planned> planned, Instant now)
      throws IOException {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Stillpoint//course//EN");
    for (Planned each : planned) {
      CourseDay day = course.day(each.day());
      if (!day.rests()) {
        calendar.addEvent(event(course, each, now));
      }
    }
    Files.writeString(file, Biweekly.write(calendar).go(), StandardCharsets.UTF_8);
  }

  private static VEvent event(Course course, Planned planned, Instant now) {
    CourseDay day = course.day(planned.day());
    CourseWeek week = course.week(planned.day());
    VEvent event = new VEvent();
    event.setUid(course.id() + "-day-" + planned.day() + "@stillpoint");
    event.setDateTimeStamp(Date.from(now));
    event.setSummary("Stillpoint: " + day.title() + ", " + day.minutes() + " minutes");
    event.setDescription(
        course.title()
            + ", week "
            + course.weekNumber(planned.day())
            + ": "
            + week.title()
            + ". "
            + week.habit());
    event.setDateStart(date(planned.date()), false);
    event.setDateEnd(date(planned.date().plusDays(1)), false);
    return event;
  }

  private static ICalDate date(LocalDate date) {
    // The library writes a date as that of the system's time zone.
    Instant begins = date.atStartOfDay(ZoneId.systemDefault()).toInstant();
    return new ICalDate(Date.from(begins), false);
  }
}

package org.stillpoint.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a person is in a course. It is computed from the sessions that were recorded, so it is
 * right again after one of them was deleted. A day that was missed is not lost: the course waits,
 * and its next day is today. Immutable.
 */
public final class CourseProgress {
  private final Course course;
  private final Map<Integer, LocalDate> done = new HashMap<>();
  private final Set<Integer> skipped;
  private final LocalDate started;

  /**
   * A session of the course that was completed.
   *
   * @param day day of the course
   * @param date the date on which it was
   */
  public record Done(int day, LocalDate date) {}

  /** What there is to do. */
  public enum Due {
    /** The session of {@link Today#day()}. */
    SESSION,
    /** Rest, on {@link Today#day()}. */
    REST,
    /** Nothing more today: the session of {@link Today#day()} is done. */
    DONE_TODAY,
    /** Nothing more: the course is complete. */
    COMPLETE
  }

  /**
   * What there is to do today.
   *
   * @param due what it is
   * @param day day of the course that it belongs to; the last one of a complete course
   */
  public record Today(Due due, int day) {}

  /**
   * A day of the course on the calendar.
   *
   * @param day day of the course
   * @param date when it is due if no day is missed
   */
  public record Planned(int day, LocalDate date) {}

  /**
   * The progress of a person.
   *
   * @param started the date on which the person began
   * @param sessions the sessions that were completed, in any order
   * @param skipped days that the person left out
   */
  public CourseProgress(
      Course course, LocalDate started, List<Done> sessions, Set<Integer> skipped) {
    this.course = course;
    this.started = started;
    this.skipped = Set.copyOf(skipped);
    for (Done each : sessions) {
      if (each.day() >= 1 && each.day() <= course.days()) {
        done.merge(each.day(), each.date(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
  }

  /** Number of sessions that are done. */
  public int sessionsDone() {
    return done.size();
  }

  /** Number of sessions of the course that were not left out. */
  public int sessions() {
    int sessions = 0;
    for (int day = 1; day <= course.days(); day++) {
      sessions += course.day(day).rests() || skipped.contains(day) ? 0 : 1;
    }
    return sessions;
  }

  /** What there is to do on a date. */
  public Today today(LocalDate date) {
    int next = nextSession();
    if (next > course.days()) {
      int last = lastSession();
      return date.equals(done.get(last))
          ? new Today(Due.DONE_TODAY, last)
          : new Today(Due.COMPLETE, course.days());
    }
    int before = doneBefore(next);
    LocalDate latest = before == 0 ? null : done.get(before);
    if (latest == null || latest.isAfter(date)) {
      // Nothing done yet, or the clock was set back: no day of rest can be counted from then.
      return new Today(Due.SESSION, next);
    }
    long passed = ChronoUnit.DAYS.between(latest, date);
    if (passed == 0) {
      return new Today(Due.DONE_TODAY, before);
    }
    List<Integer> rests = restsBetween(before, next);
    return passed <= rests.size()
        ? new Today(Due.REST, rests.get((int) passed - 1))
        : new Today(Due.SESSION, next);
  }

  /** The days that are left with the dates on which they are due if none is missed, in order. */
  public List<Planned> planned(LocalDate date) {
    List<Planned> planned = new ArrayList<>();
    Today now = today(date);
    if (now.due() == Due.COMPLETE) {
      return planned;
    }
    LocalDate on = now.due() == Due.DONE_TODAY ? date.plusDays(1) : date;
    int from = now.due() == Due.DONE_TODAY ? now.day() + 1 : now.day();
    for (int day = from; day <= course.days(); day++) {
      if (!skipped.contains(day) && !done.containsKey(day)) {
        planned.add(new Planned(day, on));
        on = on.plusDays(1);
      }
    }
    return planned;
  }

  /** The date on which the person began. */
  public LocalDate started() {
    return started;
  }

  /** The first session that is neither done nor left out; beyond the last day if there is none. */
  private int nextSession() {
    int day = 1;
    while (day <= course.days()
        && (course.day(day).rests() || done.containsKey(day) || skipped.contains(day))) {
      day++;
    }
    return day;
  }

  private int lastSession() {
    return done.keySet().stream().max(Integer::compare).orElse(course.days());
  }

  /** The last session before a day that was done; 0 if there is none. */
  private int doneBefore(int day) {
    return done.keySet().stream().filter(each -> each < day).max(Integer::compare).orElse(0);
  }

  private List<Integer> restsBetween(int from, int to) {
    List<Integer> rests = new ArrayList<>();
    for (int day = from + 1; day < to; day++) {
      if (course.day(day).rests() && !skipped.contains(day)) {
        rests.add(day);
      }
    }
    return rests;
  }
}

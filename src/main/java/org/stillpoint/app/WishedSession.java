package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillpoint.programme.CourseDay;
import org.stillpoint.programme.CourseProgress.Today;
import org.stillpoint.programme.Focus;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.store.CoursePlace;
import org.stillpoint.store.Store;

/**
 * The session that a person wants: one of their choice, or what the course has for today.
 *
 * @param chosen the programme
 * @param place its place in the course; absent outside one
 * @param focus the focus of the week; null outside a course
 */
record WishedSession(ChosenProgramme chosen, Optional<CoursePlace> place, @Nullable Focus focus) {

  /** A session outside a course. */
  static WishedSession of(ChosenProgramme chosen) {
    return new WishedSession(chosen, Optional.empty(), null);
  }

  /**
   * What the course has for today.
   *
   * @throws IOException with one sentence if there is nothing to play today, or no course
   * @throws ProgrammeException if the course or its programme has mistakes
   */
  static WishedSession today(Path folder, Store store, LocalDate date)
      throws IOException, ProgrammeException {
    Optional<CourseDesk> started = CourseDesk.open(folder, store, date);
    if (started.isEmpty()) {
      throw new IOException(CourseWords.NOT_STARTED);
    }
    CourseDesk desk = started.get();
    Today today = desk.progress().today(date);
    String why = desk.paused() ? CourseWords.PAUSED : CourseWords.whyNothing(desk, today);
    if (!why.isEmpty()) {
      throw new IOException(why);
    }
    CourseDay day = desk.course().day(today.day());
    Programme programme = ProgrammeOptions.library(folder).programme(day.programmeId());
    return new WishedSession(
        new ChosenProgramme(programme, day.minutes(), programme.usualStages(day.minutes())),
        Optional.of(new CoursePlace(desk.course().id(), today.day())),
        desk.course().week(today.day()).focus());
  }
}

package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.programme.Course;
import org.stillpoint.programme.CourseProgress;
import org.stillpoint.programme.CourseReader;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.store.CoursePlace;
import org.stillpoint.store.Recording;
import org.stillpoint.store.Store;

/**
 * A person's course with what is known of it: the file, their decisions, their recordings.
 *
 * @param course the course
 * @param progress how far they are
 * @param paused whether they have paused it
 */
record CourseDesk(Course course, CourseProgress progress, boolean paused) {

  /** The folder of a person's own courses; it may not exist. */
  static Path folder(Path dataFolder) {
    return dataFolder.resolve("courses");
  }

  /**
   * The course of this id.
   *
   * @throws ProgrammeException if there is none or it has mistakes
   */
  static Course course(Path folder, String id) throws ProgrammeException {
    return CourseReader.find(
        id, folder(folder), new Settings(folder).language(), ProgrammeOptions.library(folder));
  }

  /**
   * The course that was started; empty if none was.
   *
   * @param today the date now
   * @throws IOException if the recordings cannot be read
   * @throws ProgrammeException if the course is gone or has mistakes
   */
  static Optional<CourseDesk> open(Path folder, Store store, LocalDate today)
      throws IOException, ProgrammeException {
    CourseState state = new CourseState(folder);
    if (state.course().isEmpty()) {
      return Optional.empty();
    }
    Course course = course(folder, state.course());
    List<CourseProgress.Done> done = new ArrayList<>();
    for (Recording each : store.list()) {
      Optional<CoursePlace> place = each.place();
      if (each.id() > state.afterRecording()
          && each.state() == Recording.State.COMPLETE
          && place.isPresent()
          && place.get().course().equals(course.id())) {
        LocalDate date = each.startedAt().atZone(each.zone()).toLocalDate();
        done.add(new CourseProgress.Done(place.get().day(), date));
      }
    }
    CourseProgress progress =
        new CourseProgress(course, state.started(today), done, state.skipped());
    return Optional.of(new CourseDesk(course, progress, state.paused()));
  }
}

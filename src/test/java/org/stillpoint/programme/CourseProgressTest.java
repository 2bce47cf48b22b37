package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.programme.CourseProgress.Done;
import org.stillpoint.programme.CourseProgress.Due;
import org.stillpoint.programme.CourseProgress.Planned;
import org.stillpoint.programme.CourseProgress.Today;

/** The shipped course, whose days 3 and 7 of the first week are days of rest. */
class CourseProgressTest {
  private static final LocalDate START = LocalDate.of(2026, 3, 2);
  private static final Course COURSE = course();

  private static Course course() {
    try {
      Path none = Path.of("none");
      return CourseReader.find("back", none, "en", ProgrammeLibrary.read("en", none));
    } catch (ProgrammeException e) {
      throw new AssertionError(e);
    }
  }

  private static LocalDate date(int after) {
    return START.plusDays(after);
  }

  private static Today today(int after, List<Done> done, Integer... skipped) {
    return new CourseProgress(COURSE, START, done, Set.of(skipped)).today(date(after));
  }

  @Test
  void itWaitsForWhoMissesADay() {
    assertThat(today(0, List.of())).isEqualTo(new Today(Due.SESSION, 1));
    assertThat(today(9, List.of())).isEqualTo(new Today(Due.SESSION, 1));
    List<Done> one = List.of(new Done(1, date(9)));
    assertThat(today(9, one)).isEqualTo(new Today(Due.DONE_TODAY, 1));
    assertThat(today(10, one)).isEqualTo(new Today(Due.SESSION, 2));
    assertThat(today(30, one)).isEqualTo(new Today(Due.SESSION, 2));
  }

  @Test
  void aDayOfRestPassesByItself() {
    List<Done> two = List.of(new Done(2, date(1)), new Done(1, date(0)));
    assertThat(today(1, two)).isEqualTo(new Today(Due.DONE_TODAY, 2));
    assertThat(today(2, two)).isEqualTo(new Today(Due.REST, 3));
    assertThat(today(3, two)).isEqualTo(new Today(Due.SESSION, 4));
    assertThat(today(2, two, 3)).as("rest left out").isEqualTo(new Today(Due.SESSION, 4));
    assertThat(today(2, List.of(new Done(1, date(0))), 2)).isEqualTo(new Today(Due.SESSION, 4));
  }

  @Test
  void aDeletedRecordingIsADayThatIsStillToDo() {
    List<Done> done = List.of(new Done(1, date(0)), new Done(4, date(3)));
    assertThat(today(4, done)).isEqualTo(new Today(Due.SESSION, 2));
  }

  @Test
  void aClockThatWasSetBackStopsNothing() {
    List<Done> done = List.of(new Done(1, date(400)), new Done(2, date(401)));
    assertThat(today(5, done)).isEqualTo(new Today(Due.SESSION, 4));
  }

  @Test
  void daysThatAreNotInTheCourseCountForNothing() {
    assertThat(today(1, List.of(new Done(0, date(0)), new Done(99, date(0)))))
        .isEqualTo(new Today(Due.SESSION, 1));
  }

  @Test
  void whoMissesNothingIsDoneAfterFourWeeks() {
    List<Done> done = new ArrayList<>();
    List<Due> kinds = new ArrayList<>();
    for (int after = 0; after < 30; after++) {
      Today today = today(after, done);
      kinds.add(today.due());
      if (today.due() == Due.SESSION) {
        assertThat(today.day()).isEqualTo(after + 1);
        done.add(new Done(today.day(), date(after)));
      } else if (today.due() == Due.REST) {
        assertThat(today.day()).isEqualTo(after + 1);
      }
    }
    CourseProgress progress = new CourseProgress(COURSE, START, done, Set.of());
    assertThat(progress.sessionsDone()).isEqualTo(progress.sessions()).isEqualTo(20);
    assertThat(kinds.subList(0, 7))
        .containsExactly(
            Due.SESSION, Due.SESSION, Due.REST, Due.SESSION, Due.SESSION, Due.SESSION, Due.REST);
    assertThat(kinds.subList(27, 30)).containsOnly(Due.COMPLETE);
    assertThat(progress.planned(date(30))).isEmpty();
  }

  @Test
  void theCalendarHasTheDaysThatAreLeft() {
    CourseProgress begun =
        new CourseProgress(COURSE, START, List.of(new Done(1, date(0))), Set.of(4));
    List<Planned> planned = begun.planned(date(0));

    assertThat(planned.get(0)).isEqualTo(new Planned(2, date(1)));
    assertThat(planned.get(1)).isEqualTo(new Planned(3, date(2)));
    assertThat(planned.get(2)).isEqualTo(new Planned(5, date(3)));
    assertThat(planned).hasSize(26);
    assertThat(begun.sessions()).isEqualTo(19);
    assertThat(begun.started()).isEqualTo(START);
  }
}

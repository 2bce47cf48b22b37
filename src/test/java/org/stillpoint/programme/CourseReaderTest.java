package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseReaderTest {
  private static final String TEXT =
      """
      id: mine
      title: My week
      weeks:
        - focus: spine
          title: One week
          habit: Sit on both bones.
          days:
            - {day: 1, programme: back-pain, minutes: 20}
            - {day: 2, programme: quiet-rest, minutes: 10}
            - {day: 3, rest: A walk.}
            - {day: 4, programme: back-pain, minutes: 10}
            - {day: 5, programme: sleep, minutes: 20}
            - {day: 6, programme: reset, minutes: 5}
            - {day: 7, rest: Nothing.}
      """;

  @TempDir private Path folder;

  private ProgrammeLibrary library() {
    return ProgrammeLibrary.read("en", folder.resolve("programmes"));
  }

  private Course read(String text) throws ProgrammeException {
    return CourseReader.read("my.yaml", new StringReader(text), library());
  }

  @Test
  void readsEveryPart() throws ProgrammeException {
    Course course = read(TEXT);

    assertThat(course.id()).isEqualTo("mine");
    assertThat(course.days()).isEqualTo(7);
    assertThat(course.week(7).focus()).isEqualTo(Focus.SPINE);
    assertThat(course.week(1).habit()).isEqualTo("Sit on both bones.");
    assertThat(course.day(2))
        .isEqualTo(new CourseDay("quiet-rest", "Quiet rest", 10, ""))
        .matches(day -> !day.rests());
    assertThat(course.day(3)).isEqualTo(CourseDay.rest("A walk."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "programme: sleep,       | programme: sleepy,     | 12 | there is no programme \"sleepy\"",
        "minutes: 5}             | minutes: 6}            | 13 | not offered in 6 minutes",
        "day: 2,                 | day: 1,                | 9  | the week has day 1 twice",
        "day: 7,                 | day: 8,                | 14 | count the days of a week from 1",
        "day: 3, rest: A walk.   | day: 3                 | 10 | exactly one of programme and rest",
        "focus: spine            | focus: knees            | 4  | use one of muscle, spine",
        "habit: Sit on both bones. | hobby: Chess          | 6  | the unknown key \"hobby\"",
        "title: My week          | title: ''              | 2  | the title is empty",
        "weeks:                  | months:                | 3  | unknown key \"months\"",
      })
  void namesLineAndRemedy(String found, String instead, int line, String words) {
    assertThat(TEXT).contains(found);
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> read(TEXT.replace(found, instead)))
        .withMessageStartingWith("my.yaml, line " + line + ": ")
        .withMessageContaining(words);
  }

  @Test
  void aWeekNeedsRestAndAllItsDays() {
    String noRest =
        TEXT.replace("rest: A walk.", "programme: reset, minutes: 5")
            .replace("rest: Nothing.", "programme: reset, minutes: 5");
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> read(noRest))
        .withMessageContaining("the week has no day of rest");
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(
            () -> read(TEXT.replace("      - {day: 4, programme: back-pain, minutes: 10}\n", "")))
        .withMessageContaining("the week has no day 4");
  }

  @Test
  void theShippedCourseHasFourWeeksOfFourToSixSessions() throws ProgrammeException {
    for (String id : CourseReader.shippedIds()) {
      Course course = CourseReader.find(id, folder, "xx", library());
      assertThat(course.weeks())
          .extracting(CourseWeek::focus)
          .containsExactly(Focus.MUSCLE, Focus.SPINE, Focus.BREATH, Focus.REST);
      assertThat(course.weeks())
          .allSatisfy(
              week -> {
                assertThat(week.days().stream().filter(day -> !day.rests())).hasSizeBetween(4, 6);
                assertThat(week.days())
                    .anyMatch(day -> day.programmeId().equals("quiet-rest"))
                    .allMatch(day -> day.rests() || (day.minutes() >= 11 && day.minutes() <= 20));
              });
    }
  }

  @Test
  void onesOwnCourseComesFirstAndIsRecognised() throws IOException, ProgrammeException {
    Path own = Files.writeString(folder.resolve("mine.yaml"), TEXT);

    assertThat(CourseReader.find("mine", folder, "en", library()).title()).isEqualTo("My week");
    assertThat(CourseReader.isCourse(own)).isTrue();
    Files.writeString(folder.resolve("other.yaml"), TEXT);
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> CourseReader.find("other", folder, "en", library()))
        .withMessage(
            "other.yaml: the id \"mine\" is not the name of the file; name the file mine.yaml.");
    Files.writeString(folder.resolve("back.yaml"), TEXT);
    assertThat(CourseReader.find("back", folder, "en", library()).weeks()).hasSize(4);
    Path script = Files.writeString(folder.resolve("s.yaml"), ShortScript.TEXT);
    assertThat(CourseReader.isCourse(script)).isFalse();
    assertThat(CourseReader.isCourse(folder.resolve("none"))).isFalse();
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> CourseReader.find("../mine", folder, "en", library()))
        .withMessageContaining("There is no course \"../mine\"; choose back");
  }
}

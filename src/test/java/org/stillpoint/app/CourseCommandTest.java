package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.programme.Focus;
import org.stillpoint.store.CoursePlace;
import org.stillpoint.store.Recording;
import org.stillpoint.store.Store;

class CourseCommandTest {
  @TempDir private Path folder;

  private CommandRun course(String... more) {
    return CommandRun.in(folder, "course", more);
  }

  private CommandRun session(String... more) {
    Stream<String> fixed =
        Stream.of("--course", "--sensor", "virtual:responder,3", "--speed", "max");
    return CommandRun.in(
        folder, "session", Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void todaysSessionIsPlayedAndItsRecordingIsTheProgress() throws IOException {
    assertThat(course("start").out()).contains("0 of 20 sessions done", "Today: Yoga Nidra");
    CommandRun played = session("--pain-before", "2", "--pain-after", "4");
    assertThat(played.code()).as(played.err()).isZero();
    assertThat(played.err()).contains("Your pain has gone up in this session.");

    Recording kept = Store.open(folder).find("latest").orElseThrow();
    assertThat(kept.place()).hasValue(new CoursePlace("back", 1));
    assertThat(played.out()).contains("One small thing for today:");
    CommandRun today = course("today", "--json");
    assertThat(today.json().path("today").asText()).isEqualTo("done_today");
    assertThat(today.json().path("sessionsDone").asInt()).isEqualTo(1);
    assertThat(today.json().path("focus").asText())
        .isEqualTo(Focus.MUSCLE.name().toLowerCase(java.util.Locale.ROOT));
    CommandRun again = session();
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("Today's session of the course is done");
  }

  @Test
  void itCanBePausedSkippedAndBegunAgain() {
    assertThat(course().err()).contains("No course was started");
    assertThat(session().err()).contains("No course was started");
    assertThat(course("start").code()).isZero();
    assertThat(course("pause").out()).contains("The course is paused");
    assertThat(session().err()).contains("The course is paused");
    assertThat(course("start").out()).contains("Today: ");
    assertThat(course("skip").out()).contains("0 of 19 sessions done");
    assertThat(course("skip").out()).contains("0 of 18 sessions done");
    assertThat(course("start", "--again").out()).contains("0 of 20 sessions done");
  }

  @Test
  void theCalendarHasASessionADay() throws IOException {
    course("start");
    Path file = folder.resolve("mine.ics");
    assertThat(course("--ics", file.toString()).code()).isZero();

    String calendar = Files.readString(file);
    assertThat(calendar.split("BEGIN:VEVENT", -1)).hasSize(21);
    assertThat(calendar)
        .startsWith("BEGIN:VCALENDAR")
        .contains("UID:back-day-1@stillpoint", "DTSTART;VALUE=DATE:", "Yoga Nidra for a sore back");
    assertThat(calendar.lines()).allMatch(line -> line.strip().length() <= 75);
  }

  @Test
  void whatCannotBeIsSaid() throws IOException {
    assertThat(course("start", "knees").err()).contains("There is no course \"knees\"");
    Path courses = Files.createDirectories(folder.resolve("courses"));
    Path mine = Files.writeString(courses.resolve("mine.yaml"), "id: mine\ntitle: M\nweeks: []\n");
    assertThat(course("start", "mine").err()).contains("mine.yaml, line 3: \"weeks\" must be");
    CommandRun check =
        CommandRun.of("programmes", "--store", folder.toString(), "check", mine.toString());
    assertThat(check.code()).isEqualTo(1);
    course("start");
    CommandRun both = session("--programme", "sleep");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("--course chooses the programme");
    Files.writeString(folder.resolve("course.properties"), "course=gone\nskipped=x,,2\n");
    assertThat(course().err()).contains("There is no course \"gone\"");
  }
}

package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.programme.Course;
import org.stillpoint.programme.CourseDay;
import org.stillpoint.programme.CourseProgress;
import org.stillpoint.programme.CourseProgress.Today;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.signal.EnumWords;
import org.stillpoint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Says what the course has for today, and lets the person start, pause and skip. */
@Command(
    name = "course",
    mixinStandardHelpOptions = true,
    description = {
      "Says what your course has for today. 'course start' begins it; 'session --course' plays"
          + " today's session.",
      "How far you are is computed from your recordings. A missed day is not lost: the course"
          + " waits for you."
    })
final class CourseCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StoreOption store = new StoreOption();

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--ics",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "Write the days that are left as a calendar file, for your own calendar.")
  private @Nullable Path ics;

  @Override
  public Integer call() throws IOException, ProgrammeException {
    return today();
  }

  /** The same as the command without a subcommand. */
  @Command(
      name = "today",
      mixinStandardHelpOptions = true,
      description = "Says what the course has for today.")
  int today() throws IOException, ProgrammeException {
    CourseDesk desk = desk();
    if (ics != null) {
      CourseCalendar.write(ics, desk.course(), desk.progress().planned(date()), Host.now());
    }
    print(desk);
    return 0;
  }

  /** Starts a course, or goes on with one that is paused. */
  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description = "Starts a course, or goes on with the one that you paused.")
  int start(
      @Parameters(
              arity = "0..1",
              paramLabel = "NAME",
              defaultValue = "back",
              description = "The course. Default: ${DEFAULT-VALUE}.")
          String name,
      @Option(names = "--again", description = "Begin again at the first day.") boolean again)
      throws IOException, ProgrammeException {
    Course course = CourseDesk.course(store.folder(), name);
    Store recordings = store.open();
    CourseState state = new CourseState(store.folder());
    if (again || !state.course().equals(course.id())) {
      long latest = recordings.list().stream().mapToLong(each -> each.id()).max().orElse(0);
      state.start(course.id(), date(), latest);
    } else {
      state.pause(false);
    }
    print(desk());
    return 0;
  }

  /** Pauses the course. */
  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Pauses the course; 'course start' goes on with it.")
  int pause() throws IOException, ProgrammeException {
    desk();
    new CourseState(store.folder()).pause(true);
    print(desk());
    return 0;
  }

  /** Leaves today's day of the course out. */
  @Command(
      name = "skip",
      mixinStandardHelpOptions = true,
      description = "Leaves out what the course has next, and goes on with what follows.")
  int skip() throws IOException, ProgrammeException {
    CourseDesk desk = desk();
    Today today = desk.progress().today(date());
    int day = today.day() + (today.due() == CourseProgress.Due.DONE_TODAY ? 1 : 0);
    if (today.due() != CourseProgress.Due.COMPLETE && day <= desk.course().days()) {
      new CourseState(store.folder()).skip(day);
    }
    print(desk());
    return 0;
  }

  private static LocalDate date() {
    return Host.now().atZone(Host.zone()).toLocalDate();
  }

  private CourseDesk desk() throws IOException, ProgrammeException {
    Optional<CourseDesk> desk = CourseDesk.open(store.folder(), store.open(), date());
    if (desk.isEmpty()) {
      throw new IOException(CourseWords.NOT_STARTED);
    }
    return desk.get();
  }

  private void print(CourseDesk desk) {
    PrintWriter out = Output.of(spec);
    if (json) {
      out.println(node(desk));
    } else {
      CourseWords.today(desk, date()).forEach(out::println);
    }
    out.flush();
  }

  private static ObjectNode node(CourseDesk desk) {
    Today today = desk.progress().today(date());
    Course course = desk.course();
    CourseDay day = course.day(today.day());
    return JsonMapper.builder()
        .build()
        .createObjectNode()
        .put("course", course.id())
        .put("title", course.title())
        .put("started", desk.progress().started().toString())
        .put("paused", desk.paused())
        .put("today", EnumWords.word(today.due()))
        .put("day", today.day())
        .put("days", course.days())
        .put("week", course.weekNumber(today.day()))
        .put("weekTitle", course.week(today.day()).title())
        .put("focus", EnumWords.word(course.week(today.day()).focus()))
        .put("habit", course.week(today.day()).habit())
        .put("programme", day.rests() ? null : day.programmeId())
        .put("minutes", day.rests() ? null : Integer.valueOf(day.minutes()))
        .put("rest", day.rests() ? day.rest() : null)
        .put("sessionsDone", desk.progress().sessionsDone())
        .put("sessions", desk.progress().sessions());
  }
}

package org.stillpoint.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Turns the tree of a course into a {@link Course}, or reports everything that is wrong with it.
 */
final class CourseParser {
  private static final int MOST_WEEKS = 52;
  private static final List<String> KEYS = List.of("id", "title", "weeks");
  private static final List<String> WEEK_KEYS = List.of("focus", "title", "habit", "days");
  private static final List<String> DAY_KEYS = List.of("day", "programme", "minutes", "rest");

  private final Source source;
  private final ProgrammeLibrary programmes;
  private final Mistakes mistakes = new Mistakes();
  private final YamlValues values;

  CourseParser(Source source, ProgrammeLibrary programmes) {
    this.source = source;
    this.programmes = programmes;
    this.values = new YamlValues(source);
  }

  /**
   * The whole course.
   *
   * @throws ProgrammeException with every mistake that could be found
   */
  Course course(Node root) throws ProgrammeException {
    YamlMap map = new YamlMap(source, mistakes, root, "a course").allowing(KEYS);
    String id = mistakes.attempt(() -> values.id(map.required("id"), "the id")).orElse("");
    String title = title(map).orElse("");
    List<CourseWeek> weeks = new ArrayList<>();
    List<Node> written =
        mistakes.attempt(() -> values.list(map.required("weeks"), "\"weeks\"")).orElse(List.of());
    if (written.size() > MOST_WEEKS) {
      mistakes.add(
          source.mistake(
              written.get(MOST_WEEKS), "a course has at most 52 weeks", "make it shorter"));
    }
    for (Node week : written.subList(0, Math.min(written.size(), MOST_WEEKS))) {
      mistakes.attempt(() -> week(week)).ifPresent(weeks::add);
    }
    mistakes.refuseIfAny();
    return new Course(id, title, weeks);
  }

  private Optional<String> title(YamlMap map) {
    return mistakes.attempt(
        () -> values.text(map.required("title"), "the title", ProgrammeParser.LONGEST_TITLE));
  }

  private CourseWeek week(Node node) throws ProgrammeException {
    YamlMap map = new YamlMap(source, mistakes, node, "a week").allowing(WEEK_KEYS);
    Focus focus =
        mistakes
            .attempt(() -> values.word(map.required("focus"), Focus.class, "the focus"))
            .orElse(Focus.REST);
    String title = title(map).orElse("");
    String habit =
        mistakes
            .attempt(
                () -> values.text(map.required("habit"), "the habit", PromptParser.LONGEST_TEXT))
            .orElse("");
    Map<Integer, CourseDay> days = new TreeMap<>();
    int before = mistakes.count();
    for (Node day :
        mistakes.attempt(() -> values.list(map.required("days"), "\"days\"")).orElse(List.of())) {
      mistakes.attempt(() -> day(day, days));
    }
    if (mistakes.count() == before) {
      checkDays(map.line(), days);
    }
    return new CourseWeek(focus, title, habit, List.copyOf(days.values()));
  }

  /** Adds one day to those of its week. */
  private CourseDay day(Node node, Map<Integer, CourseDay> days) throws ProgrammeException {
    YamlMap map = new YamlMap(source, mistakes, node, "a day").allowing(DAY_KEYS);
    int number = values.minutes(map.required("day"), "\"day\"");
    if (number > Course.DAYS_A_WEEK) {
      throw source.mistake(
          map.required("day"), "\"day\" is " + number, "count the days of a week from 1 to 7");
    }
    Optional<Node> rest = map.optional("rest");
    Optional<Node> programme = map.optional("programme");
    if (rest.isPresent() == programme.isPresent()) {
      throw source.mistake(
          node, "a day must have exactly one of programme and rest", "remove or add one");
    }
    CourseDay day =
        rest.isPresent()
            ? CourseDay.rest(values.text(rest.get(), "the rest", PromptParser.LONGEST_TEXT))
            : session(map, programme.orElseThrow());
    if (days.putIfAbsent(number, day) != null) {
      throw source.mistake(
          map.required("day"), "the week has day " + number + " twice", "remove one of them");
    }
    return day;
  }

  private CourseDay session(YamlMap map, Node programme) throws ProgrammeException {
    String id = values.id(programme, "the programme");
    int minutes = values.minutes(map.required("minutes"), "\"minutes\"");
    Optional<Programme> found = programmes.find(id);
    if (found.isEmpty()) {
      throw source.mistake(
          programme,
          "there is no programme " + Source.quoted(id),
          "'stillpoint programmes' lists those that exist");
    }
    if (!found.get().minutes().contains(minutes)) {
      throw source.mistake(
          map.required("minutes"),
          "the programme " + Source.quoted(id) + " is not offered in " + minutes + " minutes",
          "its lengths are " + found.get().minutes());
    }
    return CourseDay.session(found.get(), minutes);
  }

  private void checkDays(int line, Map<Integer, CourseDay> days) {
    for (int number = 1; number <= Course.DAYS_A_WEEK; number++) {
      if (!days.containsKey(number)) {
        mistakes.add(
            source.mistake(
                line, "the week has no day " + number, "add it, with a programme or with rest"));
      }
    }
    if (days.values().stream().noneMatch(CourseDay::rests)) {
      mistakes.add(
          source.mistake(
              line, "the week has no day of rest", "write \"rest: ...\" for one of its days"));
    } else if (days.values().stream().allMatch(CourseDay::rests)) {
      mistakes.add(
          source.mistake(line, "the week has no session", "give one of its days a programme"));
    }
  }
}

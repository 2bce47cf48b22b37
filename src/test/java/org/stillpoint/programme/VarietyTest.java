package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session is not the same every day. */
class VarietyTest {
  private static final double LEAST_SHARE = 1.0 / 3;

  private static List<String> lines(Script script) {
    return script.stages().stream()
        .flatMap(stage -> stage.items().stream())
        .filter(ScriptItem::spoken)
        .map(ScriptItem::text)
        .toList();
  }

  private static double different(List<String> now, List<String> before) {
    Set<String> said = new HashSet<>(before);
    return (double) now.stream().filter(line -> !said.contains(line)).count() / now.size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "back-pain",
        "neck-and-shoulders",
        "flare-up",
        "reset",
        "at-the-desk",
        "sleep",
        "awake-at-night",
        "breath-at-resonance"
      })
  void thirtySessionsInARowDifferInAThirdOfTheirLinesFromTheOneBefore(String id)
      throws ProgrammeException {
    Programme programme = ProgrammeReader.shipped(id);
    for (int minutes : programme.minutes()) {
      for (Posture posture : programme.postures()) {
        for (Focus focus :
            new Focus[] {null, Focus.MUSCLE, Focus.SPINE, Focus.BREATH, Focus.REST}) {
          requireVariety(programme, minutes, posture, focus);
        }
      }
    }
  }

  private static void requireVariety(
      Programme programme, int minutes, Posture posture, @Nullable Focus focus)
      throws ProgrammeException {
    Set<String> usual = programme.usualStages(minutes);
    List<String> before =
        lines(programme.forMinutes(minutes, usual, new Occasion(posture, 1, focus)));
    for (int number = 2; number <= 30; number++) {
      List<String> now =
          lines(programme.forMinutes(minutes, usual, new Occasion(posture, number, focus)));
      assertThat(different(now, before))
          .as("%s, %d min, %s, session %d, %s", programme.id(), minutes, posture, number, focus)
          .isGreaterThanOrEqualTo(LEAST_SHARE);
      before = now;
    }
  }

  /** The shipped course from its first day to its last, each session against the one before it. */
  @Test
  void theCourseIsNotTheSameEveryDayNorEveryWeek() throws ProgrammeException {
    Path none = Path.of("none");
    ProgrammeLibrary library = ProgrammeLibrary.read("en", none);
    Course course = CourseReader.find("back", none, "en", library);
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, List<String>> latest = new HashMap<>();
    List<Double> shares = new ArrayList<>();
    Set<String> thingsForTheDay = new HashSet<>();
    for (int day = 1; day <= course.days(); day++) {
      CourseDay today = course.day(day);
      if (today.rests()) {
        continue;
      }
      Programme programme = library.programme(today.programmeId());
      int number = numbers.merge(programme.id(), 1, Integer::sum);
      Occasion occasion = new Occasion(Posture.LYING, number, course.week(day).focus());
      List<String> now =
          lines(
              programme.forMinutes(
                  today.minutes(), programme.usualStages(today.minutes()), occasion));
      now.stream().filter(line -> line.startsWith("One small thing")).forEach(thingsForTheDay::add);
      List<String> before = latest.put(programme.id(), now);
      if (before != null && programme.kind() != ProgrammeKind.QUIET) {
        shares.add(different(now, before));
      }
    }

    assertThat(shares).hasSizeGreaterThan(10).allMatch(share -> share >= LEAST_SHARE);
    assertThat(thingsForTheDay).hasSizeGreaterThan(10);
  }
}

package org.stillpoint.programme;

import java.util.List;
import java.util.Locale;

/**
 * Checks which stages a script of one length has and in what order: one baseline before anything is
 * guided, one rest, one return at the end, and together exactly the length.
 */
final class StageOrder {
  private final Source source;
  private final int minutesLine;

  StageOrder(Source source, int minutesLine) {
    this.source = source;
    this.minutesLine = minutesLine;
  }

  /** Checks the stages of one length. */
  void check(List<Stage> stages, int minutes) throws ProgrammeException {
    requireOne(stages, minutes, Role.BASELINE);
    requireOne(stages, minutes, Role.REST);
    requireOne(stages, minutes, Role.RETURN);
    requireReturnLast(stages, minutes);
    requireBaselineFirst(stages, minutes);
    requireSum(stages, minutes);
  }

  private void requireOne(List<Stage> stages, int minutes, Role role) throws ProgrammeException {
    List<Stage> found = stages.stream().filter(stage -> stage.role() == role).toList();
    if (found.isEmpty()) {
      throw source.mistake(
          minutesLine,
          "the " + minutes + " minute script has no stage of the role " + role.word(),
          "add one with a time for " + minutes + " minutes");
    }
    if (found.size() > 1) {
      throw source.mistake(
          found.get(1).line(),
          "the " + minutes + " minute script has a second stage of the role " + role.word(),
          "keep one of them");
    }
  }

  private void requireReturnLast(List<Stage> stages, int minutes) throws ProgrammeException {
    Stage last = stages.get(stages.size() - 1);
    if (last.role() != Role.RETURN) {
      throw source.mistake(
          last.line(),
          "the " + minutes + " minute script goes on after its return stage",
          "put the stage of the role return last");
    }
  }

  private void requireBaselineFirst(List<Stage> stages, int minutes) throws ProgrammeException {
    for (Stage stage : stages) {
      if (stage.role() == Role.BASELINE) {
        return;
      }
      if (stage.role() != Role.OPENING) {
        throw source.mistake(
            stage.line(),
            "the " + minutes + " minute script guides before its baseline stage",
            "put the stage of the role baseline before this one");
      }
    }
  }

  private void requireSum(List<Stage> stages, int minutes) throws ProgrammeException {
    long sum = stages.stream().mapToLong(s -> s.planSeconds().getOrDefault(minutes, 0)).sum();
    if (sum != minutes * 60L) {
      throw source.mistake(
          minutesLine,
          "the stages of the "
              + minutes
              + " minute script take "
              + clock(sum)
              + " together, not "
              + clock(minutes * 60L),
          "change their times until they fit");
    }
  }

  private static String clock(long seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}

package org.stillpoint.programme;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.EnumWords;

/**
 * Checks which stages one length of a script has and in what order: one baseline before anything is
 * guided, one rest, one return at the end, and together exactly the length of the session. A
 * programme that ends in sleep has no return, and an assessment and a reading can do without a
 * rest.
 */
final class StageOrder {
  private final Source source;
  private final Mistakes mistakes;
  private final int minutesLine;

  /**
   * A check of one script.
   *
   * @param mistakes receives what is wrong
   * @param minutesLine line that names the lengths, from 1; 0 if unknown
   */
  StageOrder(Source source, Mistakes mistakes, int minutesLine) {
    this.source = source;
    this.mistakes = mistakes;
    this.minutesLine = minutesLine;
  }

  /** Adds a mistake for everything that is wrong with the stages of one length. */
  void check(Programme programme, int minutes) {
    int before = mistakes.count();
    List<Stage> stages = programme.stages().stream().filter(s -> s.in(minutes)).toList();
    boolean returns = programme.ending() == Ending.RETURN;
    requireOne(stages, minutes, Role.BASELINE, "");
    requireOne(stages, minutes, Role.REST, needsRest(programme) ? "" : null);
    requireOne(
        stages,
        minutes,
        Role.RETURN,
        returns ? ", or write \"ending: sleep\" if it leads into sleep" : null);
    if (mistakes.count() > before) {
      return; // what follows from a missing stage is not a mistake of its own
    }
    if (returns) {
      requireLast(stages, minutes, Role.RETURN);
    } else {
      refuseReturn(stages);
      requireLast(stages, minutes, Role.REST);
    }
    requireBaselineFirst(stages, minutes);
    requireSum(stages, minutes);
  }

  private static boolean needsRest(Programme programme) {
    return programme.kind() != ProgrammeKind.ASSESSMENT
        && programme.kind() != ProgrammeKind.READING;
  }

  /**
   * Requires exactly one stage with a role.
   *
   * @param more added to the remedy if there is none; null if there need not be one
   */
  private void requireOne(List<Stage> stages, int minutes, Role role, @Nullable String more) {
    List<Stage> found = stages.stream().filter(stage -> stage.role() == role).toList();
    if (found.isEmpty() && more != null) {
      mistakes.add(
          source.mistake(
              minutesLine,
              "the "
                  + minutes
                  + " minute script has no stage with the role "
                  + EnumWords.word(role),
              "add one with a time for " + minutes + " minutes" + more));
    }
    if (found.size() > 1) {
      mistakes.add(
          source.mistake(
              found.get(1).line(),
              "the "
                  + minutes
                  + " minute script has a second stage with the role "
                  + EnumWords.word(role),
              "keep one of them"));
    }
  }

  private void requireLast(List<Stage> stages, int minutes, Role role) {
    Stage last = stages.get(stages.size() - 1);
    if (last.role() != role) {
      mistakes.add(
          source.mistake(
              last.line(),
              "the "
                  + minutes
                  + " minute script continues after its "
                  + EnumWords.word(role)
                  + " stage",
              "put the stage with the role " + EnumWords.word(role) + " last"));
    }
  }

  private void refuseReturn(List<Stage> stages) {
    for (Stage stage : stages) {
      if (stage.role() == Role.RETURN) {
        mistakes.add(
            source.mistake(
                stage.line(),
                "a programme that ends in sleep has a return stage",
                "remove the stage or the line \"ending: sleep\""));
      }
    }
  }

  private void requireBaselineFirst(List<Stage> stages, int minutes) {
    for (Stage stage : stages) {
      if (stage.role() == Role.BASELINE) {
        return;
      }
      if (stage.role() != Role.OPENING) {
        mistakes.add(
            source.mistake(
                stage.line(),
                "only an opening can come before the baseline stage of the "
                    + minutes
                    + " minute script",
                "put the stage with the role baseline before this one"));
        return;
      }
    }
  }

  private void requireSum(List<Stage> stages, int minutes) {
    long sum = stages.stream().mapToLong(stage -> stage.seconds(minutes)).sum();
    if (sum != minutes * 60L) {
      mistakes.add(
          source.mistake(
              minutesLine,
              "the stages of the "
                  + minutes
                  + " minute script take "
                  + clock(sum)
                  + " together, not "
                  + clock(minutes * 60L),
              "change their times so that they add up"));
    }
  }

  private static String clock(long seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}

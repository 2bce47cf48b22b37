package org.stillpoint.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.stillpoint.signal.EnumWords;

/**
 * Checks that one length of a script does what its kind promises: where the pacer runs, which rates
 * an assessment holds, that a quiet programme and a reading have no guided stage, and which stages
 * can be left out.
 */
final class KindRules {
  /** A breathing rate must be held at least this long to be rated (Lehrer 2013: 2 min). */
  static final int STEP_SECONDS = 120;

  private final Source source;
  private final Mistakes mistakes;
  private final int minutesLine;

  /**
   * A check of one script.
   *
   * @param mistakes receives what is wrong
   * @param minutesLine line that names the lengths, from 1; 0 if unknown
   */
  KindRules(Source source, Mistakes mistakes, int minutesLine) {
    this.source = source;
    this.mistakes = mistakes;
    this.minutesLine = minutesLine;
  }

  /** Adds a mistake for everything that is wrong with one length. */
  void check(Programme programme, int minutes) {
    List<Stage> stages = programme.stages().stream().filter(s -> s.in(minutes)).toList();
    for (Stage stage : stages) {
      checkPacer(programme.kind(), stage);
      checkInclusion(stages, stage);
      if (!programme.kind().adapts() && stage.role() == Role.GUIDED) {
        note(
            stage.line(),
            "a programme of the kind " + EnumWords.word(programme.kind()) + " has a guided stage",
            "remove it or write \"kind: guided\"");
      }
    }
    if (programme.kind() == ProgrammeKind.PACED) {
      requirePacer(stages, minutes);
    } else if (programme.kind() == ProgrammeKind.ASSESSMENT) {
      requireRates(stages, minutes);
    }
  }

  private void checkPacer(ProgrammeKind kind, Stage stage) {
    Pacer pacer = stage.pacer();
    if (pacer == null) {
      return;
    }
    if (kind == ProgrammeKind.GUIDED || !kind.adapts()) {
      note(
          stage.line(),
          name(stage) + " has a pacer, which belongs to paced programmes",
          "write \"kind: paced\" at the top or remove the pacer");
    } else if (stage.role() != Role.GUIDED) {
      note(
          stage.line(),
          name(stage) + " has a pacer but is not guided",
          "give it the role guided or remove the pacer");
    } else if (kind == ProgrammeKind.ASSESSMENT && pacer.target() == Pacer.PacerTarget.RESONANCE) {
      note(
          stage.line(),
          name(stage) + " is paced at the resonance rate, which an assessment has yet to find",
          "give the pacer a number, such as 6.5");
    }
  }

  private void checkInclusion(List<Stage> stages, Stage stage) {
    if (stage.inclusion() == Inclusion.ALWAYS) {
      return;
    }
    if (stage.role() != Role.GUIDED) {
      note(
          stage.line(),
          name(stage) + " is optional but not guided",
          "remove the line \"optional\"");
    }
    if (stages.stream().noneMatch(each -> each.role() == Role.REST)) {
      note(
          stage.line(),
          name(stage) + " is optional, but no rest stage takes up its time",
          "add a stage with the role rest");
    }
  }

  private void requirePacer(List<Stage> stages, int minutes) {
    if (stages.stream().noneMatch(stage -> stage.pacer() != null)) {
      note(
          minutesLine,
          "the " + minutes + " minute script of a paced programme has no pacer",
          "add \"pacer: resonance\" to the stage for breathing");
    }
  }

  private void requireRates(List<Stage> stages, int minutes) {
    List<Stage> steps =
        stages.stream()
            .filter(stage -> stage.pacer() != null && stage.seconds(minutes) >= STEP_SECONDS)
            .toList();
    if (steps.size() < 2) {
      note(
          minutesLine,
          "the " + minutes + " minute assessment holds fewer than two rates for 2:00",
          "give each rate a stage with \"pacer: ...\" and at least 2:00");
    }
    Set<Double> rates = new HashSet<>();
    for (Stage step : steps) {
      if (!rates.add(Objects.requireNonNull(step.pacer()).breathsPerMinute())) {
        note(
            step.line(),
            name(step) + " holds a rate that another stage already holds",
            "give each stage a rate of its own");
      }
    }
  }

  private static String name(Stage stage) {
    return "the stage " + Source.quoted(stage.id());
  }

  private void note(int line, String what, String remedy) {
    mistakes.add(source.mistake(line, what, remedy));
  }
}

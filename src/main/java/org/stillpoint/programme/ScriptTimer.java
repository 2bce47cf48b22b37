package org.stillpoint.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Times the stages of one length: speech takes as long as {@link SpeakingPace} estimates, and the
 * remaining time of a stage is shared among its silences by weight. Refuses stages that leave no
 * room for pacing.
 */
final class ScriptTimer {
  /**
   * Smallest share of every stage in which nothing is said, so that the stage can be paced at all.
   */
  static final double LEAST_SILENCE_SHARE = 0.4;

  /**
   * Silences stretch by at most 0.6 of their length, which must take up the time of optional
   * prompts that are left out.
   */
  static final double SILENCE_STRETCH = 0.6;

  /** Shorter than this, a silence is not heard as one. */
  static final double SHORTEST_SILENCE_SECONDS = 1;

  /** So much longer may be what is said instead of a prompt. */
  private static final double LONGER_INSTEAD_SECONDS = 0.5;

  /** A cue has to fit between two prompts. */
  static final double LONGEST_CUE_SECONDS = 6;

  /**
   * The time for settling, in which the baseline stage may speak; the baseline is measured after
   * it.
   */
  static final double SETTLE_SECONDS = 60;

  private static final int TICKS = SpeakingPace.TICKS_PER_SECOND;

  private final Source source;
  private final Mistakes mistakes;

  /** A timer that adds a mistake for everything that it cannot time. */
  ScriptTimer(Source source, Mistakes mistakes) {
    this.source = source;
    this.mistakes = mistakes;
  }

  /** A prompt in the words in which it is said. */
  private record Line(Prompt prompt, Wording wording) {
    PromptKind kind() {
      return prompt.kind();
    }

    String text() {
      return wording.text();
    }
  }

  /**
   * One stage of a length; empty, with a mistake added, if its words do not fit its time.
   *
   * @param chooser chooses what is said
   */
  Optional<ScriptStage> time(
      Stage stage,
      int minutes,
      int planSeconds,
      Posture posture,
      Function<Prompt, Wording> chooser) {
    List<Line> prompts =
        stage.script().stream()
            .filter(p -> p.in(minutes, posture))
            .map(p -> new Line(p, chooser.apply(p)))
            .toList();
    int before = mistakes.count();
    prompts.forEach(line -> requireShorter(line, planSeconds, minutes));
    if (mistakes.count() > before) {
      return Optional.empty();
    }
    long silence = planSeconds * (long) TICKS - ticks(prompts, null);
    double weights = prompts.stream().mapToDouble(line -> line.prompt().weight()).sum();
    requireRoom(stage, minutes, planSeconds, silence, weights, ticks(prompts, PromptKind.OPTIONAL));
    if (mistakes.count() > before) {
      return Optional.empty();
    }
    List<ScriptItem> items = items(stage, minutes, prompts, silence / weights);
    return mistakes.count() > before
        ? Optional.empty()
        : Optional.of(
            new ScriptStage(
                stage.id(),
                stage.title(),
                stage.role(),
                planSeconds,
                items,
                cues(stage, minutes, posture, PromptKind.CONTACT),
                cues(stage, minutes, posture, PromptKind.SUPPORT),
                cues(stage, minutes, posture, PromptKind.VARY),
                stage.pacer()));
  }

  private void requireShorter(Line line, int planSeconds, int minutes) {
    Prompt prompt = line.prompt();
    double seconds = SpeakingPace.seconds(line.text());
    if (seconds > planSeconds) {
      note(
          prompt.line(),
          String.format(
              Locale.ROOT,
              "this prompt takes %.1f s to say, longer than its stage of %d s in the %d minute"
                  + " script",
              seconds,
              planSeconds,
              minutes),
          "shorten it or give the stage more time");
    }
    double instead = SpeakingPace.seconds(prompt.ease());
    if (!prompt.ease().isEmpty() && instead > seconds + LONGER_INSTEAD_SECONDS) {
      note(
          prompt.line(),
          String.format(
              Locale.ROOT,
              "\"ease\" takes %.1f s to say, longer than the %.1f s of the line it replaces",
              instead,
              seconds),
          "shorten it");
    }
  }

  private void requireRoom(
      Stage stage, int minutes, int planSeconds, long silence, double weights, long optional) {
    if (weights <= 0 || silence < LEAST_SILENCE_SHARE * planSeconds * TICKS) {
      note(
          stage.line(),
          String.format(
              Locale.ROOT,
              "%s leaves %.1f s of %d s for silence, less than 40 %%",
              name(stage, minutes),
              weights > 0 ? Math.max(0, (double) silence / TICKS) : 0.0,
              planSeconds),
          "say less, add a silence or give the stage more time");
    } else if (SILENCE_STRETCH * silence < optional) {
      note(
          stage.line(),
          String.format(
              Locale.ROOT,
              "%s has %.1f s of optional prompts, more than 0.6 of its %.1f s of silence",
              name(stage, minutes),
              (double) optional / TICKS,
              (double) silence / TICKS),
          "write some of them with \"say\" or remove them");
    }
  }

  /** Rounds the ends of the silences, not their lengths, so that nothing is lost between them. */
  private List<ScriptItem> items(Stage stage, int minutes, List<Line> lines, double perWeight) {
    List<ScriptItem> items = new ArrayList<>();
    double weightSoFar = 0;
    long silenceSoFar = 0;
    double elapsed = 0;
    for (Line line : lines) {
      Prompt prompt = line.prompt();
      double seconds = SpeakingPace.seconds(line.text());
      if (prompt.kind() == PromptKind.SILENCE) {
        weightSoFar += prompt.weight();
        long end = Math.round(weightSoFar * perWeight);
        seconds = (double) (end - silenceSoFar) / TICKS;
        silenceSoFar = end;
        requireAudible(prompt, seconds, minutes);
      }
      elapsed += seconds;
      boolean late = stage.role() == Role.BASELINE && elapsed > SETTLE_SECONDS;
      if (late && prompt.kind() != PromptKind.SILENCE) {
        note(
            prompt.line(),
            name(stage, minutes) + " speaks after its first minute, into the baseline",
            "say it earlier or leave it out");
      }
      items.add(
          new ScriptItem(
              prompt.kind(),
              line.text(),
              seconds,
              line.wording().id(),
              prompt.needsPacer(),
              prompt.ease()));
    }
    return items;
  }

  private void requireAudible(Prompt silence, double seconds, int minutes) {
    if (seconds < SHORTEST_SILENCE_SECONDS) {
      note(
          silence.line(),
          String.format(
              Locale.ROOT,
              "this silence would last %.2f s in the %d minute script, less than 1 s",
              seconds,
              minutes),
          "give it more weight, remove it or say less in the stage");
    }
  }

  private static List<Cue> cues(Stage stage, int minutes, Posture posture, PromptKind kind) {
    return stage.cues().stream()
        .filter(cue -> cue.kind() == kind && cue.in(minutes, posture))
        .map(cue -> cue(kind, cue.longest(), cue.modality()))
        .toList();
  }

  private static Cue cue(PromptKind kind, Wording said, @Nullable Modality modality) {
    return new Cue(kind, said.text(), SpeakingPace.seconds(said.text()), said.id(), modality);
  }

  private static long ticks(List<Line> lines, @Nullable PromptKind kind) {
    return lines.stream()
        .filter(line -> kind == null || line.kind() == kind)
        .mapToLong(line -> SpeakingPace.ticks(line.text()))
        .sum();
  }

  private static String name(Stage stage, int minutes) {
    return "the stage " + Source.quoted(stage.id()) + " of the " + minutes + " minute script";
  }

  private void note(int line, String what, String remedy) {
    mistakes.add(source.mistake(line, what, remedy));
  }
}

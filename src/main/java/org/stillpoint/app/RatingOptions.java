package org.stillpoint.app;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.stillpoint.store.Ratings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options with which the person rates pain, tension, sleep and function, 0 to 10. */
final class RatingOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--pain-before",
      paramLabel = "N",
      description = "Pain before the session, 0 to 10.")
  private @Nullable Integer painBefore;

  @Option(
      names = "--pain-after",
      paramLabel = "N",
      description = "Pain after the session, 0 to 10.")
  private @Nullable Integer painAfter;

  @Option(
      names = "--tension-before",
      paramLabel = "N",
      description = "Tension before the session, 0 to 10.")
  private @Nullable Integer tensionBefore;

  @Option(
      names = "--tension-after",
      paramLabel = "N",
      description = "Tension after the session, 0 to 10.")
  private @Nullable Integer tensionAfter;

  @Option(
      names = "--sleep",
      paramLabel = "N",
      description = "How you slept last night, 0 (very badly) to 10 (very well).")
  private @Nullable Integer sleep;

  @Option(
      names = "--function",
      paramLabel = "N",
      description =
          "How well you could do this week what --function-words names, 0 (not at all) to 10"
              + " (without trouble).")
  private @Nullable Integer function;

  @Option(
      names = "--function-words",
      paramLabel = "TEXT",
      description =
          "What matters to you, in your own words, such as \"walk to the shop\". It is remembered.")
  private @Nullable String functionWords;

  /**
   * The ratings that were given; the others are absent.
   *
   * @param settings remembers the person's words for what matters to them
   * @throws picocli.CommandLine.ParameterException if one is not 0 to 10, or the words are missing
   */
  Ratings ratings(Settings settings) {
    if (functionWords != null) {
      settings.functionWords(functionWords.strip());
    }
    String words = settings.functionWords();
    if (function != null && words.isEmpty()) {
      throw Output.wrongUsage(
          command,
          "--function needs --function-words the first time, such as \"walk to the shop\"");
    }
    try {
      return new Ratings(
          optional(painBefore),
          optional(painAfter),
          optional(tensionBefore),
          optional(tensionAfter),
          optional(sleep),
          optional(function),
          function == null ? "" : words);
    } catch (IllegalArgumentException e) {
      throw Output.wrongUsage(command, String.valueOf(e.getMessage()));
    }
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}

package org.stillpoint.app;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.stillpoint.store.Ratings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options with which the person rates pain and tension, 0 to 10. */
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

  /**
   * The ratings that were given; the others are absent.
   *
   * @throws picocli.CommandLine.ParameterException if one is not 0 to 10
   */
  Ratings ratings() {
    try {
      return new Ratings(
          optional(painBefore),
          optional(painAfter),
          optional(tensionBefore),
          optional(tensionAfter));
    } catch (IllegalArgumentException e) {
      throw Output.wrongUsage(command, String.valueOf(e.getMessage()));
    }
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}

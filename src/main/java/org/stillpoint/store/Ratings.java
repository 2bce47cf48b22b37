package org.stillpoint.store;

import java.util.OptionalInt;

/**
 * The person's ratings, each 0 (none) to 10 (the worst imaginable); absent if the person gave none.
 *
 * @param painBefore pain before the session
 * @param painAfter pain after it
 * @param tensionBefore tension before the session
 * @param tensionAfter tension after it
 */
public record Ratings(
    OptionalInt painBefore,
    OptionalInt painAfter,
    OptionalInt tensionBefore,
    OptionalInt tensionAfter) {
  /** No ratings. */
  public static final Ratings NONE =
      new Ratings(
          OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

  /** Refuses values outside 0 to 10. */
  public Ratings {
    check(painBefore);
    check(painAfter);
    check(tensionBefore);
    check(tensionAfter);
  }

  private static void check(OptionalInt rating) {
    if (rating.isPresent() && (rating.getAsInt() < 0 || rating.getAsInt() > 10)) {
      throw new IllegalArgumentException("a rating is 0 to 10, not " + rating.getAsInt());
    }
  }
}

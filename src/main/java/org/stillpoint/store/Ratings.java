package org.stillpoint.store;

import java.util.OptionalInt;

/**
 * The person's ratings; absent if the person gave none. Pain and tension are 0 (none) to 10 (the
 * worst imaginable).
 *
 * @param painBefore pain before the session
 * @param painAfter pain after it
 * @param tensionBefore tension before the session
 * @param tensionAfter tension after it
 * @param sleep how the person slept last night, 0 (very badly) to 10 (very well)
 * @param function how well the person could do this week what they have named, 0 (not at all) to 10
 *     (without trouble)
 * @param functionWords what that is, in their own words; empty if they have named nothing
 */
public record Ratings(
    OptionalInt painBefore,
    OptionalInt painAfter,
    OptionalInt tensionBefore,
    OptionalInt tensionAfter,
    OptionalInt sleep,
    OptionalInt function,
    String functionWords) {
  /** A change of a rating that means something to people (of pain: Ostelo 2008). */
  public static final int MEANINGFUL_CHANGE = 2;

  private static final OptionalInt NO_ANSWER = OptionalInt.empty();

  /** No ratings. */
  public static final Ratings NONE =
      new Ratings(NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER, "");

  /** Refuses values outside 0 to 10. */
  public Ratings {
    check(painBefore);
    check(painAfter);
    check(tensionBefore);
    check(tensionAfter);
    check(sleep);
    check(function);
  }

  /** Ratings of pain and tension alone. */
  public static Ratings of(
      OptionalInt painBefore,
      OptionalInt painAfter,
      OptionalInt tensionBefore,
      OptionalInt tensionAfter) {
    return new Ratings(
        painBefore, painAfter, tensionBefore, tensionAfter, NO_ANSWER, NO_ANSWER, "");
  }

  /** Whether pain rose by two or more in the session. */
  public boolean painRose() {
    return painBefore.isPresent()
        && painAfter.isPresent()
        && painAfter.getAsInt() - painBefore.getAsInt() >= MEANINGFUL_CHANGE;
  }

  private static void check(OptionalInt rating) {
    if (rating.isPresent() && (rating.getAsInt() < 0 || rating.getAsInt() > 10)) {
      throw new IllegalArgumentException("a rating is 0 to 10, not " + rating.getAsInt());
    }
  }
}

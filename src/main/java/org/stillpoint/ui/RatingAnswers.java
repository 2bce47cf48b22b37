package org.stillpoint.ui;

import java.util.OptionalInt;
import org.stillpoint.store.Ratings;

/**
 * How the person rates pain and tension, each 0 (none) to 10.
 *
 * @param pain pain now; absent if not rated
 * @param tension tension now; absent if not rated
 */
public record RatingAnswers(OptionalInt pain, OptionalInt tension) {
  /** Nothing rated. */
  public static final RatingAnswers NONE =
      new RatingAnswers(OptionalInt.empty(), OptionalInt.empty());

  /** The ratings before and after a session. */
  public static Ratings ratings(RatingAnswers before, RatingAnswers after) {
    return Ratings.of(before.pain, after.pain, before.tension, after.tension);
  }
}

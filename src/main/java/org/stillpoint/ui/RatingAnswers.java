package org.stillpoint.ui;

import java.util.OptionalInt;

/**
 * What a person says of themselves, each 0 (none) to 10, or nothing.
 *
 * @param pain pain now
 * @param tension tension now
 */
public record RatingAnswers(OptionalInt pain, OptionalInt tension) {
  /** Nothing said. */
  public static final RatingAnswers NONE =
      new RatingAnswers(OptionalInt.empty(), OptionalInt.empty());
}

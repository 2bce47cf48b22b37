package org.stillpoint.programme;

import org.jspecify.annotations.Nullable;

/**
 * For whom and when a script is spoken: it decides which of its lines and wordings are said, and
 * nothing else. The same occasion always gives the same words.
 *
 * @param posture how the person lies or sits
 * @param number counts the person's sessions with the programme, from 1
 * @param focus what this week's practice is about; null outside a course
 */
public record Occasion(Posture posture, int number, @Nullable Focus focus) {

  /** Refuses numbers below 1. */
  public Occasion {
    if (number < 1) {
      throw new IllegalArgumentException("sessions are counted from 1, not " + number);
    }
  }

  /** The first session in a posture, outside a course. */
  public static Occasion first(Posture posture) {
    return new Occasion(posture, 1, null);
  }
}

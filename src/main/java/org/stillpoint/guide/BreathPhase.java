package org.stillpoint.guide;

/**
 * An in-breath or an out-breath of the breath pacer.
 *
 * @param seconds how long it lasts, above 0, at most 30
 * @param in whether it is the in-breath
 */
public record BreathPhase(double seconds, boolean in) {
  private static final double MOST_SECONDS = 30;

  /** Refuses lengths that are 0, negative or above 30 s. */
  public BreathPhase {
    if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
      throw new IllegalArgumentException("half a breath lasts up to 30 s, not " + seconds);
    }
  }
}

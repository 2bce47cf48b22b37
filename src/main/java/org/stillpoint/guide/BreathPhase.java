package org.stillpoint.guide;

/**
 * Half a breath that the person is led through.
 *
 * @param seconds how long it lasts, above 0
 * @param in whether it is the in-breath
 */
public record BreathPhase(double seconds, boolean in) {
  private static final double MOST_SECONDS = 30;

  /** Refuses a breath without a length. */
  public BreathPhase {
    if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
      throw new IllegalArgumentException("half a breath lasts up to 30 s, not " + seconds);
    }
  }
}

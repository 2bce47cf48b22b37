package org.stillpoint.programme;

/**
 * What the breath pacer aims at during a stage.
 *
 * @param target whose rate it is
 * @param breathsPerMinute the rate of {@link PacerTarget#RATE}; for {@link PacerTarget#RESONANCE}
 *     the one to take for a person whose own has not been measured; {@value #SLOWEST} to {@value
 *     #FASTEST}
 */
public record Pacer(PacerTarget target, double breathsPerMinute) {
  /** No pacer is slower than this, in breaths a minute. */
  public static final double SLOWEST = 4.5;

  /** No pacer aims at more than this, in breaths a minute. */
  public static final double FASTEST = 6.5;

  /** The resonance rate of most adults is near this one (Vaschillo 2006). */
  public static final double USUAL_RESONANCE = 6;

  /** Refuses rates that the pacer does not offer. */
  public Pacer {
    if (!(breathsPerMinute >= SLOWEST && breathsPerMinute <= FASTEST)) {
      throw new IllegalArgumentException("no rate of the pacer: " + breathsPerMinute);
    }
  }

  /** Whose rate. */
  public enum PacerTarget {
    /** The person's measured resonance rate, if there is one. */
    RESONANCE,
    /** Exactly the rate that the script names. */
    RATE
  }
}

package org.stillpoint.programme;

/**
 * The rate that the breath pacer leads to during a stage.
 *
 * @param target whose rate it is
 * @param breathsPerMinute the rate of {@link PacerTarget#RATE}; for {@link PacerTarget#RESONANCE}
 *     the one for a person whose own has not been measured; {@value #SLOWEST} to {@value #FASTEST}
 */
public record Pacer(PacerTarget target, double breathsPerMinute) {
  /** The slowest rate of a pacer, in breaths a minute. */
  public static final double SLOWEST = 4.5;

  /** The fastest rate that a pacer leads to, in breaths a minute. */
  public static final double FASTEST = 6.5;

  /** The resonance rate of most adults is near this one, in breaths a minute (Vaschillo 2006). */
  public static final double USUAL_RESONANCE = 6;

  /** Refuses rates that the pacer does not offer. */
  public Pacer {
    if (!(breathsPerMinute >= SLOWEST && breathsPerMinute <= FASTEST)) {
      throw new IllegalArgumentException("not a rate of the pacer: " + breathsPerMinute);
    }
  }

  /** Whose rate it is. */
  public enum PacerTarget {
    /** The person's measured resonance rate, if there is one. */
    RESONANCE,
    /** Exactly the rate that the script names. */
    RATE
  }
}

package org.stillpoint.session;

import org.stillpoint.programme.Pacer;

/**
 * How the breath pacer is set.
 *
 * @param targetPerMinute the rate it leads to, in breaths a minute; limited to 4.5 to 6.5
 * @param inhaleShare share of a breath that is breathing in, at the target; limited to 0.3 to 0.5
 */
public record PacerSettings(double targetPerMinute, double inhaleShare) {
  /** Slowest target. */
  public static final double SLOWEST = Pacer.SLOWEST;

  /** Fastest target. */
  public static final double FASTEST = Pacer.FASTEST;

  /** For a person whose resonance rate is not known: six a minute, four seconds in and six out. */
  public static final PacerSettings USUAL = new PacerSettings(Pacer.USUAL_RESONANCE, 0.4);

  /** Limits both values to what is safe and useful. */
  public PacerSettings {
    targetPerMinute = Math.max(SLOWEST, Math.min(FASTEST, targetPerMinute));
    inhaleShare = Math.max(0.3, Math.min(0.5, inhaleShare));
  }
}

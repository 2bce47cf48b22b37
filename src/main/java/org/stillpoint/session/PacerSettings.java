package org.stillpoint.session;

import org.stillpoint.programme.Pacer;

/**
 * How the breath pacer is set.
 *
 * @param targetPerMinute where it leads to; held within 4.5 to 6.5
 * @param inhaleShare share of a breath that leads in, at the target; held within 0.3 to 0.5
 */
public record PacerSettings(double targetPerMinute, double inhaleShare) {
  /** Slowest rate that anybody is led to. */
  public static final double SLOWEST = Pacer.SLOWEST;

  /** Fastest target. */
  public static final double FASTEST = Pacer.FASTEST;

  /** For who does not know their resonance rate: six a minute, four seconds in and six out. */
  public static final PacerSettings USUAL = new PacerSettings(Pacer.USUAL_RESONANCE, 0.4);

  /** Holds both within what is safe and useful. */
  public PacerSettings {
    targetPerMinute = Math.max(SLOWEST, Math.min(FASTEST, targetPerMinute));
    inhaleShare = Math.max(0.3, Math.min(0.5, inhaleShare));
  }
}

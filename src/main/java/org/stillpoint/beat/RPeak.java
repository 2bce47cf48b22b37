package org.stillpoint.beat;

import java.util.List;

/**
 * Finds the time of the dominant deflection of a complex, which is the R peak in most leads.
 *
 * <p>The polarity of the complexes is learned from where they bend most, and kept: in leads whose
 * two deflections are about equal, the time must not jump from one to the other. The time is where
 * the wave, smoothed over +-24 ms, is level; the smoothing removes 96 % of mains hum. Belongs to
 * one thread.
 */
final class RPeak {
  /** Largest distance of the deflection from the peak of energy, in grid steps: 50 ms. */
  private static final int REACH = 10;

  private static final long HALF_WIDTH_NANOS = 24_000_000L;

  /**
   * Largest distance of the level place from the greatest bend on the grid; {@code FINE_NANOS} is
   * the resolution of the search.
   */
  private static final long SPAN_NANOS = 15_000_000L;

  private static final long FINE_NANOS = 2_500_000L;

  /**
   * Share of the polarity estimate that remains after each beat; {@code FIRMEST} limits its
   * magnitude.
   */
  private static final double KEPT = 0.9;

  private static final double FIRMEST = 3;

  /** Magnitude of an opposite polarity estimate from which the polarity is reversed. */
  private static final double CHANGED = 1;

  private final SampleRing samples;
  private final ComplexTrack track;
  private final SlopeKernel kernel = new SlopeKernel(HALF_WIDTH_NANOS);

  /** Polarity estimate, a fading sum of the balances: positive if the complexes point up. */
  private double upright;

  /** 1 if the complexes point up, -1 if down; 0 before training. */
  private int sign;

  RPeak(SampleRing samples, ComplexTrack track) {
    this.samples = samples;
    this.track = track;
  }

  void restart() {
    upright = 0;
    sign = 0;
  }

  /** Learns the polarity of the complexes from the first beats. */
  void learn(List<Rise> beats) {
    beats.forEach(this::note);
    sign = upright >= 0 ? 1 : -1;
  }

  /** Updates the polarity estimate with a complex. */
  void note(Rise rise) {
    upright = Math.max(-FIRMEST, Math.min(FIRMEST, KEPT * upright + balance(rise)));
    if (-sign * upright >= CHANGED) {
      sign = -sign;
    }
  }

  /** Time of the deflection in the usual direction. */
  long timeNanos(Rise rise) {
    return level(extreme(rise, sign) * ComplexTrack.STEP_NANOS);
  }

  /** The polarity of a complex, from -1 (down) to 1 (up). */
  private double balance(Rise rise) {
    double up = Math.max(0, -track.bend(extreme(rise, 1)));
    double down = Math.max(0, track.bend(extreme(rise, -1)));
    return up + down > 0 ? (up - down) / (up + down) : 0;
  }

  /** Grid number where the wave bends most: over a peak for side 1, under a trough for side -1. */
  private long extreme(Rise rise, int side) {
    long from = Math.max(track.firstBend(), rise.grid() - REACH);
    long to = Math.min(track.lastBend(), rise.grid() + REACH);
    long best = rise.grid();
    for (long i = from; i <= to; i++) {
      if (side * track.bend(i) < side * track.bend(best)) {
        best = i;
      }
    }
    return best;
  }

  /**
   * The level place nearest to a time, at a peak or trough of the usual polarity; the given time if
   * there is none.
   */
  private long level(long around) {
    long best = around;
    long distance = Long.MAX_VALUE;
    double before = Double.NaN;
    for (long t = around - SPAN_NANOS; t <= around + SPAN_NANOS; t += FINE_NANOS) {
      double now = sign * slope(t);
      if (before > 0 && now <= 0) {
        long zero = t - FINE_NANOS + Math.round(FINE_NANOS * (before / (before - now)));
        if (Math.abs(zero - around) < distance) {
          distance = Math.abs(zero - around);
          best = zero;
        }
      }
      before = now;
    }
    return best;
  }

  /** Slope at a time; NaN where the samples do not reach far enough. */
  private double slope(long timeNanos) {
    long from = samples.atOrAfter(timeNanos - HALF_WIDTH_NANOS + 1) - 1;
    boolean inside =
        from >= samples.first() && samples.time(samples.end() - 1) >= timeNanos + HALF_WIDTH_NANOS;
    return inside ? kernel.slope(samples, from, timeNanos) : Double.NaN;
  }
}

package org.stillpoint.beat;

import java.util.List;

/**
 * Finds the moment of the dominant deflection of a complex, the R peak of most leads.
 *
 * <p>Which way the complexes point is learned from where they are bent most, and kept: leads whose
 * two deflections are about equal must not jump from one to the other. The moment is where the
 * wave, smoothed over +-24 ms, is level; the smoothing takes 96 % off mains hum. Belongs to one
 * thread.
 */
final class RPeak {
  /** How far from the peak of energy the deflection is sought, in grid steps: 50 ms. */
  private static final int REACH = 10;

  private static final long HALF_WIDTH_NANOS = 24_000_000L;

  /** How far from the greatest bend on the grid the level place is sought, and how finely. */
  private static final long SPAN_NANOS = 15_000_000L;

  private static final long FINE_NANOS = 2_500_000L;

  /** What a beat leaves of the opinion about the polarity, and how firm that can become. */
  private static final double KEPT = 0.9;

  private static final double FIRMEST = 3;

  /** How far the opinion must go the other way to be changed. */
  private static final double CHANGED = 1;

  private final SampleRing samples;
  private final ComplexTrack track;
  private final SlopeKernel kernel = new SlopeKernel(HALF_WIDTH_NANOS);

  /** Sum of the latest balances: positive when the complexes point up. */
  private double upright;

  /** 1 when the complexes point up, -1 when down; 0 before learning. */
  private int sign;

  RPeak(SampleRing samples, ComplexTrack track) {
    this.samples = samples;
    this.track = track;
  }

  void restart() {
    upright = 0;
    sign = 0;
  }

  /** Learns from the first beats which way complexes point. */
  void learn(List<Rise> beats) {
    beats.forEach(this::note);
    sign = upright >= 0 ? 1 : -1;
  }

  /** Takes note of which way a complex points. */
  void note(Rise rise) {
    upright = Math.max(-FIRMEST, Math.min(FIRMEST, KEPT * upright + balance(rise)));
    if (-sign * upright >= CHANGED) {
      sign = -sign;
    }
  }

  /** The moment of the deflection in the usual direction. */
  long timeNanos(Rise rise) {
    return level(extreme(rise, sign) * ComplexTrack.STEP_NANOS);
  }

  /** Which way the complex points, from -1, down, to 1, up. */
  private double balance(Rise rise) {
    double up = Math.max(0, -track.bend(extreme(rise, 1)));
    double down = Math.max(0, track.bend(extreme(rise, -1)));
    return up + down > 0 ? (up - down) / (up + down) : 0;
  }

  /** Where the wave is bent most: over a peak, side 1, or under a trough, side -1. */
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

  /** The level place nearest to a moment, with the peak or trough there; else the moment itself. */
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

  /** Not a number where the samples do not reach far enough. */
  private double slope(long timeNanos) {
    long from = samples.atOrAfter(timeNanos - HALF_WIDTH_NANOS + 1) - 1;
    boolean inside =
        from >= samples.first() && samples.time(samples.end() - 1) >= timeNanos + HALF_WIDTH_NANOS;
    return inside ? kernel.slope(samples, from, timeNanos) : Double.NaN;
  }
}

package org.stillpoint.beat;

import java.util.List;

/**
 * Rates how strong a peak of energy is as a beat: its energy, weighted by how much it looks like a
 * beat.
 *
 * <p>A peak with the shape of the usual beat, or with one of the rarer shapes seen more than once
 * (ectopic beats), counts in full. Any other peak counts for a share of its energy. The share is
 * large when the signal is quiet, because a strong deflection is then a beat of a new shape, and
 * small in noise. Belongs to one thread.
 */
final class ComplexShapes {
  /** Number of rarer shapes that are remembered. */
  private static final int OTHERS = 3;

  /** Similarity from which two beats are of the same rarer shape. */
  private static final double SAME = 0.9;

  /** Number of beats after which a rarer shape is known. */
  private static final int KNOWN = 2;

  /** Weight of a rarer shape relative to the usual one. */
  private static final double RARER = 0.9;

  /** Share that an unknown shape counts for when the signal is quiet and when it is loud. */
  private static final double QUIET_SHARE = 0.8;

  private static final double LOUD_SHARE = 0.2;

  /**
   * Noise, as a share of the usual strength, up to which a signal is quiet and from which it is
   * loud.
   */
  private static final double QUIET = 0.06;

  private static final double LOUD = 0.12;

  /** The energy of an unknown shape is limited to this multiple of the usual strength. */
  private static final double LARGEST_UNKNOWN = 1.5;

  private final ComplexTrack track;
  private final ShapeMemory usual = new ShapeMemory();
  private final ShapeTemplate[] others = new ShapeTemplate[OTHERS];
  private final long[] lastUsed = new long[OTHERS];

  ComplexShapes(ComplexTrack track) {
    this.track = track;
    for (int i = 0; i < OTHERS; i++) {
      others[i] = new ShapeTemplate();
    }
  }

  void clear() {
    usual.clear();
    for (ShapeTemplate other : others) {
      other.clear();
    }
  }

  void learn(List<Rise> beats) {
    usual.learn(track.slopes(), beats);
  }

  /** The peak with its likeness to the usual beat, and its energy weighted by its shape. */
  Rise weighed(Rise peak, double usualStrength) {
    double likeness = usual.similarity(track.slopes(), peak);
    double known = Math.max(0, Math.max(likeness, RARER * rarer(peak)));
    double unknown = share(usualStrength) * (1 - known);
    double strength =
        known * peak.slope() + unknown * Math.min(peak.slope(), LARGEST_UNKNOWN * usualStrength);
    return peak.weighing(strength, likeness);
  }

  /** Notes a beat and returns how similar it is to the beats before it, -1 to 1. */
  double compare(Rise beat) {
    double similarity = usual.compare(track.slopes(), beat, rarer(beat), isQuiet(beat.slope()));
    if (similarity < SAME) {
      remember(beat);
    }
    return similarity;
  }

  /** How similar the peak is to the best of the known rarer shapes, 0 to 1; 0 without one. */
  double rarer(Rise peak) {
    double best = 0;
    for (ShapeTemplate other : others) {
      if (other.beats() >= KNOWN) {
        best = Math.max(best, other.similarity(track.slopes(), peak));
      }
    }
    return best;
  }

  /** How similar the latest beats are to each other, -1 to 1; 0 with fewer than two. */
  double trust() {
    return usual.trust();
  }

  /** Whether the noise is small compared with complexes of the given strength. */
  boolean isQuiet(double strength) {
    return track.noise() < LOUD * strength;
  }

  private double share(double usualStrength) {
    double noise = track.noise() / usualStrength;
    double loudness = Math.max(0, Math.min(1, (noise - QUIET) / (LOUD - QUIET)));
    return QUIET_SHARE + (LOUD_SHARE - QUIET_SHARE) * loudness;
  }

  private void remember(Rise beat) {
    int place = 0;
    double best = 0;
    for (int i = 0; i < OTHERS; i++) {
      double similarity = others[i].similarity(track.slopes(), beat);
      if (similarity >= SAME && similarity > best) {
        best = similarity;
        place = i;
      } else if (best == 0 && lastUsed[i] < lastUsed[place]) {
        place = i;
      }
    }
    if (best == 0) {
      others[place].clear();
    }
    others[place].add(track.slopes(), beat);
    lastUsed[place] = beat.grid();
  }
}

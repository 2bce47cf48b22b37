package org.stillpoint.beat;

import java.util.List;

/**
 * Says how strong a peak of energy is as a beat: its energy, as far as it looks like one.
 *
 * <p>What has the shape of the usual beat, or of one of the rarer shapes seen more than once
 * (ectopic beats), counts in full. The rest counts for a share: a large one where the signal is
 * quiet, for there a strong deflection is a beat of a new shape; a small one in noise. Belongs to
 * one thread.
 */
final class ComplexShapes {
  /** Rarer shapes remembered. */
  private static final int OTHERS = 3;

  /** Similarity from which two beats are of the same rarer shape. */
  private static final double SAME = 0.9;

  /** Beats that make a rarer shape known. */
  private static final int KNOWN = 2;

  /** Worth of a rarer shape against the usual one. */
  private static final double RARER = 0.9;

  /** Share that counts of an unknown shape where the signal is quiet, and in noise. */
  private static final double QUIET_SHARE = 0.8;

  private static final double LOUD_SHARE = 0.2;

  /** Noise, as a share of the usual strength, up to which a signal is quiet, from which loud. */
  private static final double QUIET = 0.06;

  private static final double LOUD = 0.12;

  /** An unknown shape counts at most as this multiple of the usual strength. */
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

  /** The peak with its likeness, and its energy as far as that goes. */
  Rise weighed(Rise peak, double usualStrength) {
    double likeness = usual.similarity(track.slopes(), peak);
    double known = Math.max(0, Math.max(likeness, RARER * rarer(peak)));
    double unknown = share(usualStrength) * (1 - known);
    double strength =
        known * peak.slope() + unknown * Math.min(peak.slope(), LARGEST_UNKNOWN * usualStrength);
    return peak.weighing(strength, likeness);
  }

  /** Takes note of a beat and says how much it looks like those before it, -1 to 1. */
  double compare(Rise beat) {
    double similarity = usual.compare(track.slopes(), beat, rarer(beat));
    if (similarity < SAME) {
      remember(beat);
    }
    return similarity;
  }

  /** How much it looks like one of the rarer shapes that are known, 0 to 1. */
  double rarer(Rise peak) {
    double best = 0;
    for (ShapeTemplate other : others) {
      if (other.beats() >= KNOWN) {
        best = Math.max(best, other.similarity(track.slopes(), peak));
      }
    }
    return best;
  }

  /** How much the latest beats look like each other, -1 to 1; 0 without two beats. */
  double trust() {
    return usual.trust();
  }

  /** Whether there is little but complexes of the strength. */
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

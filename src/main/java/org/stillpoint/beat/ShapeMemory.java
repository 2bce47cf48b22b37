package org.stillpoint.beat;

import java.util.List;

/**
 * Knows how beats have looked, and how far that knowledge can be trusted.
 *
 * <p>A beat is compared with the template of earlier good beats (Orphanidou et al. 2015). One noise
 * bump in many looks like a beat; but in noise most do not look like each other, so the middle one
 * of the latest similarities counts as well. Belongs to one thread.
 */
final class ShapeMemory {
  /** Below this a beat is no example for others. */
  private static final double EXEMPLARY = 0.9;

  /** Similarities remembered: five good beats win the trust back. */
  private static final int MEMORY = 9;

  /** The latest of them, which tell of noise before the others do. */
  private static final int LATEST = 3;

  /** With fewer similarities there is doubt: two bumps of noise may look alike. */
  private static final int FEWEST = 3;

  /** What the doubt takes off; only two all but equal beats can be fair then. */
  private static final double DOUBT = 0.1;

  /**
   * Beats in a row that agree with each other, but not with the template, before they replace it.
   */
  private static final int RIVALS = 4;

  private final ShapeTemplate usual = new ShapeTemplate();
  private final ShapeTemplate rival = new ShapeTemplate();
  private final RunningMedian similarities = new RunningMedian(MEMORY);
  private final RunningMedian latest = new RunningMedian(LATEST);
  private long learnedTo;

  void clear() {
    usual.clear();
    rival.clear();
    forget();
  }

  /** Learns the first template; each beat is compared with the others only. */
  void learn(SlopeTrack track, List<Rise> beats) {
    clear();
    learnedTo = beats.isEmpty() ? Long.MIN_VALUE : beats.get(beats.size() - 1).grid();
    for (Rise left : beats) {
      usual.clear();
      beats.stream().filter(beat -> !beat.equals(left)).forEach(beat -> usual.add(track, beat));
      remember(usual.similarity(track, left), 0);
    }
    usual.clear();
    beats.forEach(beat -> usual.add(track, beat));
  }

  /** How much something looks like the beats so far, -1 to 1; takes no note of it. */
  double similarity(SlopeTrack track, Rise rise) {
    return usual.similarity(track, rise);
  }

  /**
   * Takes note of a beat and says how much it looks like those before it, -1 to 1.
   *
   * @param other how much it looks like something else that is known, 0 for nothing
   */
  double compare(SlopeTrack track, Rise rise, double other) {
    double similarity = usual.similarity(track, rise);
    if (rise.grid() <= learnedTo) {
      return similarity;
    }
    if (rival.similarity(track, rise) < EXEMPLARY) {
      rival.clear();
    }
    rival.add(track, rise);
    if (similarity >= EXEMPLARY) {
      usual.add(track, rise);
    } else if (rival.beats() >= RIVALS) {
      usual.copyFrom(rival);
      forget();
      similarity = usual.similarity(track, rise);
    }
    remember(similarity, other);
    return similarity;
  }

  /** How much beats look like each other as a rule, -1 to 1; 0 without two beats. */
  double usualSimilarity() {
    return similarities.size() < 2 ? 0 : similarities.value() - doubt();
  }

  /** The same, unless the very latest look less like those before them, or anything known. */
  double trust() {
    return similarities.size() < 2 ? 0 : Math.min(similarities.value(), latest.value()) - doubt();
  }

  private double doubt() {
    return similarities.size() < FEWEST ? DOUBT : 0;
  }

  private void remember(double similarity, double other) {
    similarities.add(similarity);
    latest.add(Math.max(similarity, other));
  }

  private void forget() {
    similarities.clear();
    latest.clear();
  }
}

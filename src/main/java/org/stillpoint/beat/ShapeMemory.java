package org.stillpoint.beat;

import java.util.List;

/**
 * Remembers the shape of beats, and how far that shape can be trusted.
 *
 * <p>A beat is compared with the template of earlier good beats (Orphanidou et al. 2015). A few
 * noise bumps look like a beat, but most noise bumps do not look like each other. The median of the
 * latest similarities therefore counts as well. Belongs to one thread.
 */
final class ShapeMemory {
  /** Similarity below which a beat is not added to the template. */
  private static final double EXEMPLARY = 0.9;

  /** Number of similarities remembered: five good beats restore the trust. */
  private static final int MEMORY = 9;

  /** Number of the latest similarities, which reveal noise before the others do. */
  private static final int LATEST = 3;

  /** Number of similarities below which the result is doubtful: two noise bumps may look alike. */
  private static final int FEWEST = 3;

  /** Deduction for doubt; with it only two almost equal beats can be fair. */
  private static final double DOUBT = 0.1;

  /**
   * Number of consecutive beats that agree with each other, but not with the template, before they
   * replace it.
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

  /** Learns the first template. Each beat is compared with the template of the other beats. */
  void learn(SlopeTrack track, List<Rise> beats) {
    clear();
    learnedTo = beats.isEmpty() ? Long.MIN_VALUE : beats.get(beats.size() - 1).grid();
    for (Rise left : beats) {
      usual.clear();
      beats.stream().filter(beat -> !beat.equals(left)).forEach(beat -> usual.add(track, beat));
      remember(usual.similarity(track, left), 0, true);
    }
    usual.clear();
    beats.forEach(beat -> usual.add(track, beat));
  }

  /** Similarity of a rise to the beats so far, -1 to 1; does not change what is remembered. */
  double similarity(SlopeTrack track, Rise rise) {
    return usual.similarity(track, rise);
  }

  /**
   * Remembers a beat and returns its similarity to the beats before it, -1 to 1.
   *
   * @param other similarity to another known shape; 0 for none
   * @param quiet whether there is so little noise that the other shape is one of the heart
   */
  double compare(SlopeTrack track, Rise rise, double other, boolean quiet) {
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
    remember(similarity, other, quiet);
    return similarity;
  }

  /** The same for a kind of wave whose beats have only one shape. */
  double compare(SlopeTrack track, Rise rise) {
    return compare(track, rise, 0, true);
  }

  /** Usual similarity of beats to each other, -1 to 1; 0 with fewer than two. */
  double usualSimilarity() {
    return similarities.size() < 2 ? 0 : similarities.value() - doubt();
  }

  /**
   * The usual similarity, or that of the very latest beats if they are less similar to those before
   * them and to any other known shape.
   */
  double trust() {
    return similarities.size() < 2 ? 0 : Math.min(similarities.value(), latest.value()) - doubt();
  }

  private double doubt() {
    return similarities.size() < FEWEST ? DOUBT : 0;
  }

  private void remember(double similarity, double other, boolean quiet) {
    similarities.add(quiet ? Math.max(similarity, other) : similarity);
    latest.add(Math.max(similarity, other));
  }

  private void forget() {
    similarities.clear();
    latest.clear();
  }
}

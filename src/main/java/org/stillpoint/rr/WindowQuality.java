package org.stillpoint.rr;

/**
 * How far a window of intervals can be trusted: Q = coverage x (1 - artefact share).
 *
 * @param coverage time with usable signal divided by the length of the window, 0 to 1
 * @param artefactShare artefacts, corrected or not, divided by all intervals of the usable signal,
 *     0 to 1
 * @param longestHoleSeconds the longest gap: time without usable signal
 * @param largeShare largest share of large changes between intervals among twenty consecutive ones,
 *     0 to 1; see {@link RhythmGuard}
 * @param earlyShare share of the intervals of the usable signal that an early beat changed, 0 to 1;
 *     a part of the artefact share
 */
public record WindowQuality(
    double coverage,
    double artefactShare,
    double longestHoleSeconds,
    double largeShare,
    double earlyShare) {
  /** Least Q with which a window counts for the start. */
  public static final double LIVE = 0.90;

  /** Below this Q, pacing holds. */
  public static final double HOLD_BELOW = 0.88;

  /** From this Q on, pacing that holds goes on. */
  public static final double RELEASE_FROM = 0.92;

  /** Least Q with which numbers are shown. */
  public static final double SHOWN = 0.80;

  /** With a longer gap, no number is shown. */
  public static final double LONGEST_HOLE_SECONDS = 10;

  /** Creates the quality of a window with a regular rhythm. */
  public WindowQuality(double coverage, double artefactShare, double longestHoleSeconds) {
    this(coverage, artefactShare, longestHoleSeconds, 0);
  }

  /** Creates the quality of a window without early beats. */
  public WindowQuality(
      double coverage, double artefactShare, double longestHoleSeconds, double largeShare) {
    this(coverage, artefactShare, longestHoleSeconds, largeShare, 0);
  }

  /** Whether the rhythm is too irregular for its variability to be meaningful. */
  public boolean irregular() {
    return largeShare > RhythmGuard.MOST_LARGE;
  }

  /** The quality Q, 0 to 1. */
  public double q() {
    return coverage * (1 - artefactShare);
  }

  /**
   * What the quality Q would be if early beats were no artefacts, 0 to 1: they are beats of the
   * heart, and not the sensor's fault.
   */
  public double qOfSignal() {
    return coverage * (1 - artefactShare + earlyShare);
  }

  /** Whether numbers may be shown. */
  public boolean shown() {
    return q() >= SHOWN && !irregular() && longestHoleSeconds <= LONGEST_HOLE_SECONDS;
  }

  /** Whether pacing holds whatever was before. */
  public boolean holds() {
    return q() < HOLD_BELOW || irregular() || longestHoleSeconds > LONGEST_HOLE_SECONDS;
  }

  /** Whether the window is good enough to count for the start. */
  public boolean live() {
    return q() >= LIVE && !irregular() && longestHoleSeconds <= LONGEST_HOLE_SECONDS;
  }
}

package org.stillpoint.rr;

/**
 * How far a window of intervals can be trusted: Q = coverage x (1 - artefact share).
 *
 * @param coverage seconds with usable signal over seconds, 0 to 1
 * @param artefactShare artefacts, corrected or not, over all intervals of the usable signal, 0 to 1
 * @param longestHoleSeconds the longest time without usable signal
 * @param largeShare largest share of large changes from one interval to the next among twenty in a
 *     row, 0 to 1; see {@link RhythmGuard}
 */
public record WindowQuality(
    double coverage, double artefactShare, double longestHoleSeconds, double largeShare) {
  /** At least this and the index is live. */
  public static final double LIVE = 0.90;

  /** At least this and numbers are shown. */
  public static final double SHOWN = 0.80;

  /** A longer hole than this and no number is shown. */
  public static final double LONGEST_HOLE_SECONDS = 10;

  /** A window with an even rhythm. */
  public WindowQuality(double coverage, double artefactShare, double longestHoleSeconds) {
    this(coverage, artefactShare, longestHoleSeconds, 0);
  }

  /** Whether the rhythm is too irregular for its variability to mean anything. */
  public boolean irregular() {
    return largeShare > RhythmGuard.MOST_LARGE;
  }

  /** The Q of science: 0 to 1. */
  public double q() {
    return coverage * (1 - artefactShare);
  }

  /** Whether numbers may be shown. */
  public boolean shown() {
    return q() >= SHOWN && !irregular() && longestHoleSeconds <= LONGEST_HOLE_SECONDS;
  }

  /** Whether the index is live, so that pacing may follow it. */
  public boolean live() {
    return q() >= LIVE && !irregular() && longestHoleSeconds <= LONGEST_HOLE_SECONDS;
  }
}

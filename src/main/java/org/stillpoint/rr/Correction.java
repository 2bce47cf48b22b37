package org.stillpoint.rr;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A whole series of intervals, classified and mended after Lipponen and Tarvainen (2019), J Med Eng
 * Technol 43:173-181. Immutable.
 *
 * @param classes class of each interval as it was given; a later pass does not change them
 * @param intervals the series after mending, from time 0; as long in all as the one given. What
 *     could not be mended is neither normal nor usable.
 * @param irregular whether the rhythm is too irregular for its variability to mean anything
 */
public record Correction(List<RrLabel> classes, List<RrInterval> intervals, boolean irregular) {

  /** With more artefacts than this the rest is no sound sample of the rhythm. */
  private static final double MOST_ARTEFACTS = 0.25;

  /** Keeps its own copies. */
  public Correction {
    classes = List.copyOf(classes);
    intervals = List.copyOf(intervals);
  }

  /**
   * Classifies and mends, and looks again at what was mended as long as fewer artefacts are left.
   * What was right as measured stays as measured in every pass: thresholds fall with each artefact
   * that goes, and would otherwise eat the variability of a healthy heart.
   *
   * @param rrMillis intervals in their order, positive, without gaps between them; may be empty
   */
  public static Correction of(double[] rrMillis) {
    List<RrLabel> classes = Arrays.asList(ArtefactClassifier.classify(rrMillis));
    List<RrInterval> judged = inARow(rrMillis, classes);
    List<RrInterval> best = judged;
    long artefacts = Long.MAX_VALUE;
    long left = judged.stream().filter(i -> !i.normal()).count();
    while (left > 0 && left < artefacts) {
      artefacts = left;
      best = Mender.mend(judged, 0);
      judged = judgedAgain(best);
      left = judged.stream().filter(i -> !i.usable()).count();
    }
    return new Correction(classes, best, RhythmGuard.irregular(best));
  }

  private static List<RrInterval> inARow(double[] rr, List<RrLabel> labels) {
    double[] end = {0};
    return IntStream.range(0, rr.length)
        .mapToObj(
            i -> {
              end[0] += rr[i];
              return new RrInterval(Math.round(end[0] * 1e6), rr[i], labels.get(i), i > 0);
            })
        .toList();
  }

  /** What is still suspect after mending is open to be mended again. */
  private static List<RrInterval> judgedAgain(List<RrInterval> mended) {
    RrLabel[] labels =
        ArtefactClassifier.classify(mended.stream().mapToDouble(RrInterval::millis).toArray());
    return IntStream.range(0, labels.length)
        .mapToObj(
            i -> {
              RrInterval piece = mended.get(i);
              boolean again = piece.mended() && labels[i] != RrLabel.NORMAL;
              return again ? piece.labelled(labels[i]) : piece;
            })
        .toList();
  }

  /** Share of the intervals given that are artefacts, 0 to 1; 0 of none. */
  public double artefactShare() {
    long artefacts = classes.stream().filter(c -> c != RrLabel.NORMAL).count();
    return classes.isEmpty() ? 0 : (double) artefacts / classes.size();
  }

  /** Whether variability may be measured of it. */
  public boolean analysable() {
    return !irregular && artefactShare() <= MOST_ARTEFACTS;
  }

  /** Lengths after mending, ms. */
  public double[] correctedMillis() {
    return intervals.stream().mapToDouble(RrInterval::millis).toArray();
  }
}

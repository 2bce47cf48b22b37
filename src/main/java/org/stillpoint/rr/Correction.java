package org.stillpoint.rr;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A whole series of intervals, classified and corrected after Lipponen and Tarvainen (2019), J Med
 * Eng Technol 43:173-181. Immutable.
 *
 * @param classes class of each interval as it was given; a later pass does not change them
 * @param intervals the series after correcting, from time 0; as long in all as the one given. What
 *     could not be corrected is neither normal nor usable.
 * @param irregularShare share of the intervals that lie where the rhythm is too irregular for its
 *     variability to mean anything, 0 to 1; they are not usable
 */
public record Correction(List<RrLabel> classes, List<RrInterval> intervals, double irregularShare) {

  /** With more artefacts than this the rest is no sound sample of the rhythm. */
  private static final double MOST_ARTEFACTS = 0.25;

  /** With more irregular rhythm than this the rest is none either. */
  private static final double MOST_IRREGULAR = 0.20;

  /** Keeps its own copies. */
  public Correction {
    classes = List.copyOf(classes);
    intervals = List.copyOf(intervals);
  }

  /**
   * Classifies and corrects, and looks again at what was corrected as long as fewer artefacts are
   * left. What was right as measured stays as measured in every pass: thresholds fall with each
   * artefact that goes, and would otherwise eat the variability of a healthy heart.
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
      best = IntervalCorrector.correct(judged, 0);
      judged = judgedAgain(best);
      left = judged.stream().filter(i -> !i.usable()).count();
    }
    BitSet irregular = RhythmGuard.irregular(best);
    List<RrInterval> kept = best;
    List<RrInterval> told =
        IntStream.range(0, best.size())
            .mapToObj(i -> irregular.get(i) ? doubted(kept.get(i)) : kept.get(i))
            .toList();
    double share = best.isEmpty() ? 0 : (double) irregular.cardinality() / best.size();
    return new Correction(classes, told, share);
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

  private static RrInterval doubted(RrInterval interval) {
    return new RrInterval(
        interval.endNanos(), interval.millis(), RrLabel.UNTRUSTED, interval.continues());
  }

  /** What is still suspect after correcting is open to be corrected again. */
  private static List<RrInterval> judgedAgain(List<RrInterval> corrected) {
    RrLabel[] labels =
        ArtefactClassifier.classify(corrected.stream().mapToDouble(RrInterval::millis).toArray());
    return IntStream.range(0, labels.length)
        .mapToObj(
            i -> {
              RrInterval piece = corrected.get(i);
              boolean again = piece.corrected() && labels[i] != RrLabel.NORMAL;
              return again ? piece.labelled(labels[i]) : piece;
            })
        .toList();
  }

  /** Share of the intervals given that are artefacts, 0 to 1; 0 of none. */
  public double artefactShare() {
    long artefacts = classes.stream().filter(c -> c != RrLabel.NORMAL).count();
    return classes.isEmpty() ? 0 : (double) artefacts / classes.size();
  }

  /** How many intervals were corrected, or moved beside one that was. */
  public int corrected() {
    return (int) intervals.stream().filter(RrInterval::corrected).count();
  }

  /** How many intervals cannot be used: artefacts that could not be corrected, irregular rhythm. */
  public int unusable() {
    return (int) intervals.stream().filter(i -> !i.usable()).count();
  }

  /** Whether much of the rhythm is too irregular for its variability to mean anything. */
  public boolean irregular() {
    return irregularShare > MOST_IRREGULAR;
  }

  /** Whether variability may be measured of it. */
  public boolean analysable() {
    return !irregular()
        && artefactShare() <= MOST_ARTEFACTS
        && touchedShare() <= MOST_ARTEFACTS + MOST_IRREGULAR;
  }

  /** Share of the intervals that are not as measured or not usable, 0 to 1. */
  public double touchedShare() {
    long touched = intervals.stream().filter(i -> !i.normal()).count();
    return intervals.isEmpty() ? 0 : (double) touched / intervals.size();
  }

  /** Lengths of the NN intervals, corrected ones among them, ms; what is not usable is left out. */
  public double[] nnMillis() {
    return intervals.stream().filter(RrInterval::usable).mapToDouble(RrInterval::millis).toArray();
  }

  /** Lengths after correcting, ms, all of them: together as long as the series given. */
  public double[] correctedMillis() {
    return intervals.stream().mapToDouble(RrInterval::millis).toArray();
  }
}

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
 * @param intervals the series after correction, from time 0, with the same total duration as the
 *     series given. What could not be corrected is neither normal nor usable.
 * @param irregularShare share of the intervals in parts where the rhythm is too irregular for its
 *     variability to be meaningful, 0 to 1; they are not usable
 */
public record Correction(List<RrLabel> classes, List<RrInterval> intervals, double irregularShare) {

  /** Largest share of artefacts; with more, the rest is not a sound sample of the rhythm. */
  private static final double MOST_ARTEFACTS = 0.25;

  /** Largest share of irregular rhythm; with more, the rest is not a sound sample either. */
  private static final double MOST_IRREGULAR = 0.20;

  /** Keeps its own copies of the lists. */
  public Correction {
    classes = List.copyOf(classes);
    intervals = List.copyOf(intervals);
  }

  /**
   * Classifies and corrects a series, and examines the corrected intervals again as long as fewer
   * artefacts remain. An interval that was plausible as measured stays as measured in every pass:
   * thresholds fall with each artefact that is corrected, and would otherwise remove the
   * variability of a healthy heart.
   *
   * @param rrMillis intervals in time order, positive, without gaps between them; may be empty
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
    List<RrInterval> marked =
        IntStream.range(0, best.size())
            .mapToObj(i -> irregular.get(i) ? doubted(kept.get(i)) : kept.get(i))
            .toList();
    double share = best.isEmpty() ? 0 : (double) irregular.cardinality() / best.size();
    return new Correction(classes, marked, share);
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

  /** Labels the corrected intervals that are still suspect, so that they can be corrected again. */
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

  /** Share of the given intervals that are artefacts, 0 to 1; 0 for an empty series. */
  public double artefactShare() {
    long artefacts = classes.stream().filter(c -> c != RrLabel.NORMAL).count();
    return classes.isEmpty() ? 0 : (double) artefacts / classes.size();
  }

  /**
   * Number of intervals that were corrected, including those that were moved together with an
   * artefact.
   */
  public int corrected() {
    return (int) intervals.stream().filter(RrInterval::corrected).count();
  }

  /**
   * Number of intervals that cannot be used: artefacts that could not be corrected, and irregular
   * rhythm.
   */
  public int unusable() {
    return (int) intervals.stream().filter(i -> !i.usable()).count();
  }

  /** Whether so much of the rhythm is irregular that its variability is not meaningful. */
  public boolean irregular() {
    return irregularShare > MOST_IRREGULAR;
  }

  /** Whether variability can be measured from the series. */
  public boolean analysable() {
    return !irregular()
        && artefactShare() <= MOST_ARTEFACTS
        && touchedShare() <= MOST_ARTEFACTS + MOST_IRREGULAR;
  }

  /**
   * Share of the intervals that were corrected or are not usable, 0 to 1; 0 for an empty series.
   */
  public double touchedShare() {
    long touched = intervals.stream().filter(i -> !i.normal()).count();
    return intervals.isEmpty() ? 0 : (double) touched / intervals.size();
  }

  /** The NN intervals in ms, including corrected ones; unusable intervals are left out. */
  public double[] nnMillis() {
    return intervals.stream().filter(RrInterval::usable).mapToDouble(RrInterval::millis).toArray();
  }

  /** All intervals after correction, ms; their sum is that of the series given. */
  public double[] correctedMillis() {
    return intervals.stream().mapToDouble(RrInterval::millis).toArray();
  }
}

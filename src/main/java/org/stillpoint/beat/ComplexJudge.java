package org.stillpoint.beat;

import java.util.List;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.SignalQuality.Level;
import org.stillpoint.signal.SignalQuality.Reason;

/**
 * Turns an ECG complex into a beat: its time, its height and its quality. Belongs to one thread.
 */
final class ComplexJudge {
  /** Similarity from which a shape is right; clean complexes reach 0.95 or more. */
  private static final double ALIKE = 0.85;

  /** Similarity below which a shape is wrong. */
  private static final double UNLIKE = 0.7;

  /** The same for the median similarity of several beats. */
  private static final double MOSTLY_UNLIKE = 0.8;

  /**
   * Noise as a share of the energy of the complex, up to which a complex is good ({@code QUIET}) or
   * fair ({@code LOUD}).
   */
  private static final double QUIET = 0.2;

  private static final double LOUD = 0.35;

  /**
   * Ratio to the usual height, upwards or downwards, up to which a beat is good ({@code
   * SIMILAR_SIZE}) or fair ({@code OTHER_SIZE}).
   */
  private static final double SIMILAR_SIZE = 2.5;

  private static final double OTHER_SIZE = 4;

  /**
   * Share of the height of a complex by which the level after it may differ from the level before
   * it.
   */
  private static final double BACK = 0.4;

  /**
   * Grid steps before and after the complex between which the levels are compared: 125 and 100 ms.
   */
  private static final int FROM = 25;

  private static final int TO = 20;

  /** Grid steps on each side beyond which the wave only drifts: 65 ms. */
  private static final int EDGE = 13;

  /** A complex extends no further than this from its fiducial point, in ns. */
  private static final long EXTENT_NANOS = 60_000_000L;

  /** Longest hole in a complex that leaves its time roughly right, in ns. */
  private static final long BRIDGED_NANOS = 20_000_000L;

  /** Within this time a spike changes more abruptly than a heart can, in ns. */
  private static final long ABRUPT_NANOS = 9_000_000L;

  /**
   * A complex this many times more abrupt than usual is a spike: an electrode, a muscle, a cable.
   */
  private static final double SPIKE = 1.6;

  /** Number of beats behind the usual height and abruptness. */
  private static final int HEIGHTS = 9;

  private final SampleRing samples;
  private final ComplexTrack track;
  private final ComplexShapes shapes;
  private final RPeak peak;
  private final WaveFaults faults;
  private final RunningMedian heights = new RunningMedian(HEIGHTS);
  private final RunningMedian abruptnesses = new RunningMedian(HEIGHTS);
  private final QualityAssessment verdict = new QualityAssessment();

  ComplexJudge(SampleRing samples, ComplexTrack track, ComplexShapes shapes) {
    this.samples = samples;
    this.track = track;
    this.shapes = shapes;
    this.peak = new RPeak(samples, track);
    this.faults = new WaveFaults(samples);
  }

  void restart() {
    peak.restart();
    heights.clear();
    abruptnesses.clear();
  }

  void learn(List<Rise> beats) {
    heights.clear();
    abruptnesses.clear();
    peak.learn(beats);
    for (Rise beat : beats) {
      long timeNanos = peak.timeNanos(beat);
      double height = height(timeNanos);
      heights.add(height);
      abruptnesses.add(abruptness(timeNanos, height));
    }
  }

  Beat judge(Rise rise) {
    verdict.clear();
    peak.note(rise);
    long timeNanos = peak.timeNanos(rise);
    double height = height(timeNanos);
    double similarity = judgeShape(rise);
    judgeReturn(rise, height, similarity);
    judgeSize(height);
    judgeAbruptness(timeNanos, height);
    judgeSamples(rise, timeNanos, height);
    return new Beat(timeNanos, height, verdict.quality());
  }

  private double judgeShape(Rise rise) {
    double rarer = shapes.rarer(rise);
    double similarity = shapes.compare(rise);
    double noise = track.noise() / track.energy(rise.grid());
    if (Math.max(similarity, rarer) < UNLIKE || shapes.trust() < MOSTLY_UNLIKE || noise > LOUD) {
      verdict.blame(Reason.ODD_SHAPE, Level.POOR);
    } else if (similarity < ALIKE || shapes.trust() < ALIKE || noise > QUIET) {
      verdict.blame(Reason.ODD_SHAPE, Level.FAIR);
    }
    return Math.max(similarity, rarer);
  }

  /**
   * Rejects a jump of the baseline, which a moving electrode causes and which does not return.
   * Drift does not return either, but it continues before and after the complex. A complex of a
   * known shape is no jump, even if its ST segment lies elsewhere.
   */
  private void judgeReturn(Rise rise, double height, double similarity) {
    long at = rise.grid();
    if (similarity >= ALIKE) {
      return;
    }
    double around = rise(at - FROM, at - EDGE) + rise(at + EDGE, at + TO);
    double inside = rise(at - EDGE, at + EDGE);
    double drift = around * 2 * EDGE / (FROM + TO - 2 * EDGE);
    if (Math.min(Math.abs(inside + around), Math.abs(inside - drift)) > BACK * height) {
      verdict.blame(Reason.ODD_SHAPE, Level.POOR);
    }
  }

  /** Rise of the wave between two grid steps, as far as slopes are kept, in units of the wave. */
  private double rise(long from, long to) {
    SlopeTrack slopes = track.slopes();
    double sum = 0;
    for (long i = Math.max(slopes.first(), from); i < Math.min(slopes.end(), to); i++) {
      sum += slopes.slope(i);
    }
    return sum * ComplexTrack.STEP_SECONDS;
  }

  private void judgeSize(double height) {
    double ratio = height / heights.value();
    double size = Math.max(ratio, 1 / ratio);
    // An odd shape as well: two signs that this is not a beat.
    if (size > OTHER_SIZE || (size > SIMILAR_SIZE && !verdict.isGood())) {
      verdict.blame(Reason.ODD_SIZE, Level.POOR);
    } else if (size > SIMILAR_SIZE) {
      verdict.blame(Reason.ODD_SIZE, Level.FAIR);
    }
    heights.add(height);
  }

  private void judgeAbruptness(long timeNanos, double height) {
    double abruptness = abruptness(timeNanos, height);
    if (abruptness > SPIKE * abruptnesses.value()) {
      verdict.blame(Reason.ODD_SHAPE, Level.POOR);
    }
    abruptnesses.add(abruptness);
  }

  /** Largest change of the complex within {@link #ABRUPT_NANOS}, as a share of its height. */
  private double abruptness(long timeNanos, double height) {
    double largest = 0;
    long end = samples.atOrAfter(timeNanos + EXTENT_NANOS);
    long from = samples.atOrAfter(timeNanos - EXTENT_NANOS);
    for (long i = from + 1; i < end; i++) {
      long before = i - 1;
      while (before > from && samples.time(before - 1) >= samples.time(i) - ABRUPT_NANOS) {
        before--;
      }
      largest = Math.max(largest, Math.abs(samples.value(i) - samples.value(before)));
    }
    return height > 0 ? largest / height : 0;
  }

  private void judgeSamples(Rise rise, long timeNanos, double height) {
    faults.examine(rise, height);
    if (faults.flat() && !verdict.isGood()) {
      // Not a fault by itself: between complexes a coarse converter shows no change.
      verdict.blame(Reason.FLAT, Level.POOR);
    }
    if (faults.clipped()) {
      verdict.blame(Reason.CLIPPED, Level.FAIR);
    }
    long hole = faults.longestHole(timeNanos - EXTENT_NANOS, timeNanos + EXTENT_NANOS);
    if (hole > 0) {
      verdict.blame(Reason.LOST_SAMPLES, hole > BRIDGED_NANOS ? Level.POOR : Level.FAIR);
    }
  }

  /** Difference between the highest and the lowest sample of the complex. */
  private double height(long timeNanos) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    long end = samples.atOrAfter(timeNanos + EXTENT_NANOS);
    for (long i = samples.atOrAfter(timeNanos - EXTENT_NANOS); i < end; i++) {
      low = Math.min(low, samples.value(i));
      high = Math.max(high, samples.value(i));
    }
    return high - low;
  }
}

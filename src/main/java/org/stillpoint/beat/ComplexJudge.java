package org.stillpoint.beat;

import java.util.List;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.SignalQuality.Level;
import org.stillpoint.signal.SignalQuality.Reason;

/** Makes a beat of an ECG complex: its moment, its height, its quality. Belongs to one thread. */
final class ComplexJudge {
  /** Similarity from which a shape is right; clean complexes have 0.95 and more. */
  private static final double ALIKE = 0.85;

  /** Similarity below which a shape is wrong. */
  private static final double UNLIKE = 0.7;

  /** The same for the middle one of several beats. */
  private static final double MOSTLY_UNLIKE = 0.8;

  /** Share of its energy that is there all the time, up to which a complex is good, and fair. */
  private static final double QUIET = 0.2;

  private static final double LOUD = 0.35;

  /** Height against the usual one, up and down, up to which a beat is good, and fair. */
  private static final double SIMILAR_SIZE = 2.5;

  private static final double OTHER_SIZE = 4;

  /** Share of its height by which a wave may lie elsewhere after a complex than before. */
  private static final double BACK = 0.4;

  /** Grid steps from before the complex to after it, about which that is asked: 125 and 100 ms. */
  private static final int FROM = 25;

  private static final int TO = 20;

  /** Grid steps to either side beyond which it only drifts: 65 ms. */
  private static final int EDGE = 13;

  /** A complex lies within this of its fiducial, in ns. */
  private static final long EXTENT_NANOS = 60_000_000L;

  /** Longest hole in a complex that leaves its time roughly right, in ns. */
  private static final long BRIDGED_NANOS = 20_000_000L;

  /** Beats that make the usual height. */
  private static final int HEIGHTS = 9;

  private final SampleRing samples;
  private final ComplexTrack track;
  private final ComplexShapes shapes;
  private final RPeak peak;
  private final WaveFaults faults;
  private final RunningMedian heights = new RunningMedian(HEIGHTS);
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
  }

  void learn(List<Rise> beats) {
    heights.clear();
    peak.learn(beats);
    beats.forEach(beat -> heights.add(height(peak.timeNanos(beat))));
  }

  Beat judge(Rise rise) {
    verdict.clear();
    peak.note(rise);
    long timeNanos = peak.timeNanos(rise);
    double height = height(timeNanos);
    judgeShape(rise);
    judgeReturn(rise, height);
    judgeSize(height);
    judgeSamples(rise, timeNanos, height);
    return new Beat(timeNanos, height, verdict.quality());
  }

  private void judgeShape(Rise rise) {
    double rarer = shapes.rarer(rise);
    double similarity = shapes.compare(rise);
    double noise = track.noise() / track.energy(rise.grid());
    if (Math.max(similarity, rarer) < UNLIKE || shapes.trust() < MOSTLY_UNLIKE || noise > LOUD) {
      verdict.blame(Reason.ODD_SHAPE, Level.POOR);
    } else if (similarity < ALIKE || shapes.trust() < ALIKE || noise > QUIET) {
      verdict.blame(Reason.ODD_SHAPE, Level.FAIR);
    }
  }

  /**
   * A jump of the baseline, as an electrode makes that moves, does not come back. Drift does not
   * either, but it goes on before and after as well.
   */
  private void judgeReturn(Rise rise, double height) {
    long at = rise.grid();
    double around = rise(at - FROM, at - EDGE) + rise(at + EDGE, at + TO);
    double inside = rise(at - EDGE, at + EDGE);
    double drift = around * 2 * EDGE / (FROM + TO - 2 * EDGE);
    if (Math.min(Math.abs(inside + around), Math.abs(inside - drift)) > BACK * height) {
      verdict.blame(Reason.ODD_SHAPE, Level.POOR);
    }
  }

  /** How far the wave rises between two grid steps, as far as it is there. */
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
    // Odd in shape as well: two signs that it is none.
    if (size > OTHER_SIZE || (size > SIMILAR_SIZE && !verdict.isGood())) {
      verdict.blame(Reason.ODD_SIZE, Level.POOR);
    } else if (size > SIMILAR_SIZE) {
      verdict.blame(Reason.ODD_SIZE, Level.FAIR);
    }
    heights.add(height);
  }

  private void judgeSamples(Rise rise, long timeNanos, double height) {
    faults.examine(rise, height);
    if (faults.flat() && !verdict.isGood()) {
      // Alone it is no fault: between complexes a coarse converter shows nothing.
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

  /** From the lowest to the highest sample of the complex. */
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

package org.stillpoint.beat;

import java.util.List;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.SignalQuality.Level;
import org.stillpoint.signal.SignalQuality.Reason;

/**
 * Turns a rise of a pulse wave into a beat by judging how far it can be trusted. Belongs to one
 * thread.
 */
final class QualityJudge {
  /** Similarity from which a shape is right; clean waves reach 0.95 or more. */
  private static final double ALIKE = 0.9;

  /** Similarity below which a shape is wrong; bumps of noise rarely reach it. */
  private static final double UNLIKE = 0.8;

  /**
   * The same for the median similarity of several beats, which hardly ever exceeds 0.8 in noise.
   */
  private static final double MOSTLY_UNLIKE = 0.87;

  /** Noise, as a share of the height, up to which a beat is good; clean waves have 0.1 or less. */
  private static final double QUIET = 0.2;

  /** Noise, as a share of the height, above which a beat is poor. */
  private static final double LOUD = 0.3;

  /**
   * Ratio to the usual height, upwards or downwards, up to which a beat is good; breathing and cold
   * hands cause that much.
   */
  private static final double SIMILAR_SIZE = 2.5;

  /** Ratio to the usual height, upwards or downwards, above which a beat is poor. */
  private static final double OTHER_SIZE = 4;

  /** Longest hole in a rise that leaves its time roughly right, in ns; about half a rise. */
  private static final long BRIDGED_NANOS = 70_000_000L;

  /** Number of beats behind the usual height. */
  private static final int HEIGHTS = 9;

  private final SlopeTrack track;
  private final WaveFaults faults;
  private final ShapeMemory shapes;
  private final RunningMedian heights = new RunningMedian(HEIGHTS);
  private final QualityAssessment verdict = new QualityAssessment();

  QualityJudge(SampleRing samples, SlopeTrack track, ShapeMemory shapes) {
    this.track = track;
    this.shapes = shapes;
    this.faults = new WaveFaults(samples);
  }

  void restart() {
    shapes.clear();
    heights.clear();
  }

  void learn(List<Rise> beats) {
    shapes.learn(track, beats);
    beats.forEach(beat -> heights.add(RiseExtent.around(track, beat).height()));
  }

  /**
   * Judges a beat.
   *
   * @param mayBeEcho whether it may be a diastolic wave
   */
  Beat judge(Rise rise, boolean mayBeEcho) {
    verdict.clear();
    if (mayBeEcho) {
      verdict.blame(Reason.ODD_SHAPE, Level.POOR);
    }
    RiseExtent extent = RiseExtent.around(track, rise);
    judgeShape(rise, extent);
    judgeSize(extent);
    judgeSamples(rise, extent);
    return new Beat(rise.timeNanos(), extent.height(), verdict.quality());
  }

  private void judgeShape(Rise rise, RiseExtent extent) {
    double similarity = shapes.compare(track, rise);
    double noise = noise(extent);
    if (similarity < UNLIKE || shapes.trust() < MOSTLY_UNLIKE || noise > LOUD) {
      verdict.blame(Reason.ODD_SHAPE, Level.POOR);
    } else if (similarity < ALIKE || shapes.trust() < ALIKE || noise > QUIET) {
      verdict.blame(Reason.ODD_SHAPE, Level.FAIR);
    }
  }

  private void judgeSize(RiseExtent extent) {
    double ratio = extent.height() / heights.value();
    double size = Math.max(ratio, 1 / ratio);
    if (size > OTHER_SIZE) {
      verdict.blame(Reason.ODD_SIZE, Level.POOR);
    } else if (size > SIMILAR_SIZE) {
      verdict.blame(Reason.ODD_SIZE, Level.FAIR);
    }
    heights.add(extent.height());
  }

  private void judgeSamples(Rise rise, RiseExtent extent) {
    faults.examine(rise, extent.height());
    if (faults.flat() && !verdict.isGood()) {
      // Not a fault by itself: between slow beats a coarse converter shows no change.
      verdict.blame(Reason.FLAT, Level.POOR);
    }
    if (faults.clipped()) {
      verdict.blame(Reason.CLIPPED, Level.FAIR);
    }
    long hole =
        faults.longestHole(
            extent.foot() * SlopeTrack.STEP_NANOS, extent.top() * SlopeTrack.STEP_NANOS);
    if (hole > 0) {
      verdict.blame(Reason.LOST_SAMPLES, hole > BRIDGED_NANOS ? Level.POOR : Level.FAIR);
    }
  }

  /** Scatter of the samples about the smoothed rise, as a share of its height. */
  private double noise(RiseExtent extent) {
    double sum = 0;
    for (long grid = extent.foot(); grid <= extent.top(); grid++) {
      sum += track.scatter(grid);
    }
    return Math.sqrt(sum / (extent.top() - extent.foot() + 1)) / extent.height();
  }
}

package org.stillpoint.beat;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the rises of the first seconds until their usual strength and rhythm are known, then picks
 * the beats among them as if both had been known from the beginning. Belongs to one thread.
 */
final class ThresholdTraining {
  /** Number of parts of the training time; even a slow heart beats in at least two of the three. */
  private static final int PARTS = 3;

  /** A rise belongs to a stronger one up to this time after it, in seconds. */
  private static final double LEADING_SECONDS = 0.28;

  /** Share of the stronger rise below which a rise is the weaker one. */
  private static final double LEADING_SHARE = 0.9;

  private final AdaptiveThreshold threshold;
  private final BeatPicker picker;
  private final WaveModel wave;
  private final List<Rise> rises = new ArrayList<>();
  private final RunningMedian steepest = new RunningMedian(PARTS);
  private long firstGrid;

  ThresholdTraining(AdaptiveThreshold threshold, BeatPicker picker, WaveModel wave) {
    this.threshold = threshold;
    this.picker = picker;
    this.wave = wave;
  }

  /** Discards all rises and starts again at the grid number. */
  void restart(long grid) {
    rises.clear();
    firstGrid = grid;
  }

  void add(Rise rise) {
    rises.add(rise);
  }

  /** Discards the rises before the grid number, which becomes the beginning. */
  void slide(long grid) {
    rises.removeIf(rise -> rise.grid() < grid);
    firstGrid = grid;
  }

  /** Grid steps since the beginning. */
  long length(long grid) {
    return grid - firstGrid;
  }

  /** Whether there was nothing to train on: the wave never rose. */
  boolean isEmpty() {
    return rises.isEmpty();
  }

  /**
   * Returns the beats in time order, and leaves threshold and picker in the state after the last
   * rise. A first pass finds strength and rhythm, a second one uses them.
   */
  List<Rise> beats(long endGrid) {
    threshold.restart(usualStrength(endGrid));
    pick();
    if (wave.diastolic().review(Double.NaN)) {
      threshold.restart(usualStrength(endGrid));
      pick();
    }
    threshold.restart(threshold.usualStrength(), threshold.usualIntervalSeconds());
    return pick();
  }

  private List<Rise> pick() {
    picker.clear();
    List<Rise> beats = new ArrayList<>();
    for (Rise rise : rises) {
      if (beats.isEmpty() && isLeadingEcho(rise)) {
        continue;
      }
      for (Rise beat = picker.due(rise.grid()); beat != null; beat = picker.due(rise.grid())) {
        beats.add(beat);
      }
      picker.offer(rise);
    }
    return beats;
  }

  /** Whether a rise is no beat to begin with, because a stronger one follows soon: a P wave. */
  private boolean isLeadingEcho(Rise rise) {
    return rises.stream()
        .anyMatch(
            later ->
                later.grid() > rise.grid()
                    && (later.grid() - rise.grid()) * wave.profile().stepSeconds() < LEADING_SECONDS
                    && rise.slope() < LEADING_SHARE * later.slope());
  }

  /** The median of the steepest rises of the parts, so that one part may be spoilt. */
  double usualStrength(long endGrid) {
    steepest.clear();
    for (int part = 0; part < PARTS; part++) {
      steepest.add(
          steepest(
              firstGrid + length(endGrid) * part / PARTS,
              firstGrid + length(endGrid) * (part + 1) / PARTS));
    }
    return steepest.value();
  }

  private double steepest(long from, long to) {
    double slope = 0;
    for (Rise rise : rises) {
      if (rise.grid() >= from && rise.grid() < to) {
        slope = Math.max(slope, rise.slope());
      }
    }
    return slope;
  }
}

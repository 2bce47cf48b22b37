package org.stillpoint.beat;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the rises of the first seconds until it is known what is usual in them, then picks the
 * beats among them as if it had been known from the beginning. Belongs to one thread.
 */
final class ThresholdTraining {
  /** In each third of the learning time even a slow heart beats, save perhaps in one. */
  private static final int PARTS = 3;

  private final AdaptiveThreshold threshold;
  private final BeatPicker picker;
  private final List<Rise> rises = new ArrayList<>();
  private final RunningMedian steepest = new RunningMedian(PARTS);
  private long firstGrid;

  ThresholdTraining(AdaptiveThreshold threshold, BeatPicker picker) {
    this.threshold = threshold;
    this.picker = picker;
  }

  /** Begins anew at the grid number. */
  void restart(long grid) {
    rises.clear();
    firstGrid = grid;
  }

  void add(Rise rise) {
    rises.add(rise);
  }

  /** Forgets what was before the grid number and has begun there. */
  void slide(long grid) {
    rises.removeIf(rise -> rise.grid() < grid);
    firstGrid = grid;
  }

  /** Grid steps since the beginning. */
  long length(long grid) {
    return grid - firstGrid;
  }

  /** Whether there was nothing to learn from: the wave never rose. */
  boolean isEmpty() {
    return rises.isEmpty();
  }

  /**
   * Leaves threshold and picker as after the last rise and returns the beats, in order. A first
   * pass finds steepness and rhythm, a second one uses them.
   */
  List<Rise> beats(long endGrid) {
    threshold.restart(usualStrength(endGrid));
    pick();
    threshold.restart(threshold.usualStrength(), threshold.usualIntervalSeconds());
    return pick();
  }

  private List<Rise> pick() {
    picker.clear();
    List<Rise> beats = new ArrayList<>();
    for (Rise rise : rises) {
      for (Rise beat = picker.due(rise.grid()); beat != null; beat = picker.due(rise.grid())) {
        beats.add(beat);
      }
      picker.offer(rise);
    }
    return beats;
  }

  /** The middle one of the steepest rises of each part, so that one part may be spoilt. */
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

package org.stillpoint.beat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Picks the beats among the rises. A rise that passes the threshold waits until the rest of its
 * shape has arrived. Then it and the rises after it are weighted by their shape. It is a beat if it
 * still passes the threshold and none of those rises weighs more. Belongs to one thread.
 */
final class BeatPicker {
  private final AdaptiveThreshold threshold;
  private final int holdSteps;
  private final UnaryOperator<Rise> weighing;

  /** Rises that passed the threshold, in time order. */
  private final List<Rise> waiting = new ArrayList<>();

  /**
   * Creates a picker without waiting rises.
   *
   * @param holdSteps how long a rise waits, in grid steps
   * @param weighing returns a rise with its strength as a beat; for a rise that has only just
   *     arrived it sees only the first part of the shape
   */
  BeatPicker(AdaptiveThreshold threshold, int holdSteps, UnaryOperator<Rise> weighing) {
    this.threshold = threshold;
    this.holdSteps = holdSteps;
    this.weighing = weighing;
  }

  /** Discards the waiting rises. */
  void clear() {
    waiting.clear();
  }

  /** Takes a new rise. Call {@link #due} first. */
  void offer(Rise rise) {
    if (rise.slope() >= threshold.at(rise.grid())) {
      waiting.add(rise);
    } else {
      threshold.missed(rise);
    }
  }

  /** The next beat that nothing after the grid number can replace; null if there is none. */
  @Nullable Rise due(long grid) {
    Rise beat = null;
    while (beat == null && !waiting.isEmpty() && grid >= waiting.get(0).grid() + holdSteps) {
      beat = decide();
    }
    return beat;
  }

  /** The next beat among the waiting rises, without further waiting; null if there is none. */
  @Nullable Rise release() {
    Rise beat = null;
    while (beat == null && !waiting.isEmpty()) {
      beat = decide();
    }
    return beat;
  }

  /** Weights the first waiting rise and returns it if it is a beat, otherwise null. */
  private @Nullable Rise decide() {
    Rise first = weighing.apply(waiting.remove(0));
    if (first.slope() < threshold.at(first.grid())) {
      threshold.missed(first);
      return null;
    }
    for (Rise rival : waiting) {
      if (rival.grid() <= first.grid() + holdSteps
          && weighing.apply(rival).slope() > first.slope()) {
        return null;
      }
    }
    threshold.accepted(first);
    return first;
  }
}

package org.stillpoint.beat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Picks the beats among the rises. A rise that passes the threshold waits until the rest of its
 * shape has arrived. Then it and the rises after it are weighted by their shape. It is a beat if it
 * still passes the threshold, none of those rises weighs more, and the wave is not just rising to
 * more: a P wave is followed by its complex. Belongs to one thread.
 */
final class BeatPicker {
  /** The wave must already be stronger by this factor for a rise that is not complete to count. */
  private static final double STRONGER = 1.1;

  private final AdaptiveThreshold threshold;
  private final int holdSteps;
  private final UnaryOperator<Rise> weighing;
  private final DoubleSupplier approaching;

  /** Rises that passed the threshold, in time order. */
  private final List<Rise> waiting = new ArrayList<>();

  /**
   * Creates a picker without waiting rises.
   *
   * @param holdSteps how long a rise waits, in grid steps
   * @param weighing returns a rise with its strength as a beat; for a rise that has only just
   *     arrived it sees only the first part of the shape
   * @param approaching the strength that the wave has reached by now, perhaps on the way to a
   *     stronger rise
   */
  BeatPicker(
      AdaptiveThreshold threshold,
      int holdSteps,
      UnaryOperator<Rise> weighing,
      DoubleSupplier approaching) {
    this.threshold = threshold;
    this.holdSteps = holdSteps;
    this.weighing = weighing;
    this.approaching = approaching;
  }

  /** Discards the waiting rises. */
  void clear() {
    waiting.clear();
  }

  /** Takes a new rise. Call {@link #due} first. */
  void offer(Rise rise) {
    if (threshold.passes(rise)) {
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
    if (!threshold.passes(first)) {
      threshold.missed(first);
      return null;
    }
    for (Rise rival : waiting) {
      if (rival.grid() <= first.grid() + holdSteps
          && weighing.apply(rival).slope() > first.slope()) {
        return null;
      }
    }
    if (approaching.getAsDouble() > STRONGER * first.slope()) {
      return null;
    }
    threshold.accepted(first);
    return first;
  }
}

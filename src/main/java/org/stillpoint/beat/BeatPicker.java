package org.stillpoint.beat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the beats among the rises. One that passes the threshold waits for a while; then it is
 * weighed by its shape, which has come in meanwhile, and so are those that came after it. It is a
 * beat if it still passes the threshold and none of them weighs more. Belongs to one thread.
 */
final class BeatPicker {
  private final AdaptiveThreshold threshold;
  private final int holdSteps;
  private final UnaryOperator<Rise> weighing;

  /** Those that passed the threshold, in order. */
  private final List<Rise> waiting = new ArrayList<>();

  /**
   * Creates an empty one.
   *
   * @param holdSteps how long a rise waits, in grid steps
   * @param weighing gives a rise its strength as a beat; of one that has just come it sees only the
   *     first part
   */
  BeatPicker(AdaptiveThreshold threshold, int holdSteps, UnaryOperator<Rise> weighing) {
    this.threshold = threshold;
    this.holdSteps = holdSteps;
    this.weighing = weighing;
  }

  /** Lets go of the rises that wait. */
  void clear() {
    waiting.clear();
  }

  /** Takes a new rise; ask {@link #due} first. */
  void offer(Rise rise) {
    if (rise.slope() >= threshold.at(rise.grid())) {
      waiting.add(rise);
    } else {
      threshold.missed(rise);
    }
  }

  /** The beat that nothing after the grid number can replace, if there is one. */
  @Nullable Rise due(long grid) {
    Rise beat = null;
    while (beat == null && !waiting.isEmpty() && grid >= waiting.get(0).grid() + holdSteps) {
      beat = decide();
    }
    return beat;
  }

  /** The next beat among those that wait, if any, without further waiting. */
  @Nullable Rise release() {
    Rise beat = null;
    while (beat == null && !waiting.isEmpty()) {
      beat = decide();
    }
    return beat;
  }

  /** Weighs the first one: a beat, or nothing. */
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

package org.stillpoint.beat;

import org.jspecify.annotations.Nullable;

/**
 * Chooses the beats among the rises. A rise that passes the bar is held for a moment, in which a
 * steeper one may take its place. Belongs to one thread.
 */
final class BeatPicker {
  /**
   * How long a rise of a pulse wave is held, in grid steps: 200 ms. With the half width of the bell
   * and half a grid step this stays below the promised 300 ms.
   */
  static final int HOLD_STEPS = 20;

  private final AdaptiveThreshold threshold;
  private final int holdSteps;
  private @Nullable Rise held;

  /**
   * Creates an empty one.
   *
   * @param holdSteps how long a rise is held, in grid steps
   */
  BeatPicker(AdaptiveThreshold threshold, int holdSteps) {
    this.threshold = threshold;
    this.holdSteps = holdSteps;
  }

  /** Lets go of the rise that is held. */
  void clear() {
    held = null;
  }

  /** Takes a new rise; ask {@link #due} first. */
  void offer(Rise rise) {
    Rise rival = held;
    if (rise.slope() >= threshold.at(rise.grid())
        && (rival == null || rise.slope() > rival.slope())) {
      held = rise;
    }
  }

  /** The held rise, if nothing after the grid number can replace it: a beat. */
  @Nullable Rise due(long grid) {
    Rise rise = held;
    return rise != null && grid >= rise.grid() + holdSteps ? release() : null;
  }

  /** The held rise, if any, without further waiting: a beat. */
  @Nullable Rise release() {
    Rise rise = held;
    if (rise != null) {
      threshold.accepted(rise);
      held = null;
    }
    return rise;
  }
}

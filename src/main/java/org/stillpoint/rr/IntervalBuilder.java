package org.stillpoint.rr;

import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;

/**
 * Makes labelled intervals of beats, or labels those that a device measured itself. No interval
 * crosses a gap. Belongs to one thread.
 */
public final class IntervalBuilder {
  private final PlausibilityLabeller labeller = new PlausibilityLabeller();
  private @Nullable Beat last;
  private boolean run;

  /**
   * Takes the next beat.
   *
   * @return the interval it ends; null for the first beat of a run
   */
  public @Nullable RrInterval beat(Beat beat) {
    Beat before = last;
    last = beat;
    if (before == null) {
      return null;
    }
    double millis = (beat.timeNanos() - before.timeNanos()) / 1e6;
    boolean trusted = beat.quality().usable() && before.quality().usable();
    return interval(beat.timeNanos(), millis, trusted);
  }

  /**
   * Takes an interval that a device measured.
   *
   * @param endNanos time of the beat that ends it
   * @param millis its length; NaN when the device does not know it, which begins a run
   * @return the labelled interval; null when the length is not known
   */
  public @Nullable RrInterval measured(long endNanos, double millis) {
    if (!(millis > 0)) {
      gap();
      return null;
    }
    return interval(endNanos, millis, true);
  }

  private RrInterval interval(long endNanos, double millis, boolean trusted) {
    RrLabel label = trusted ? labeller.label(millis) : RrLabel.UNTRUSTED;
    RrInterval interval = new RrInterval(endNanos, millis, label, run);
    run = true;
    return interval;
  }

  /** Ends the run: the next interval begins with the next beat. */
  public void gap() {
    last = null;
    run = false;
    labeller.restart();
  }
}

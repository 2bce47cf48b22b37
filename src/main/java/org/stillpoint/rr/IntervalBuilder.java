package org.stillpoint.rr;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;

/**
 * Makes intervals of beats, or takes those that a device measured itself. No interval crosses a
 * gap. They come out twice: at once, with what they are taken for at first sight, and a few beats
 * later as {@link LiveCorrector} judged and corrected them. Belongs to one thread.
 */
public final class IntervalBuilder {
  private final LiveCorrector corrector;
  private @Nullable Beat last;
  private boolean run;

  /**
   * Creates one.
   *
   * @param judged takes the intervals that have been judged, in order
   */
  public IntervalBuilder(Consumer<RrInterval> judged) {
    this.corrector = new LiveCorrector(judged);
  }

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
    RrLabel label = trusted ? RrLabel.NORMAL : RrLabel.UNTRUSTED;
    RrInterval interval = corrector.accept(new RrInterval(endNanos, millis, label, run));
    run = true;
    return interval;
  }

  /** Ends the run: the next interval begins with the next beat. What is held comes out. */
  public void gap() {
    last = null;
    run = false;
    corrector.flush();
  }

  /**
   * Time passes: when the next beat is overdue, what is held comes out.
   *
   * @param nowNanos since the recording began
   */
  public void advance(long nowNanos) {
    corrector.advance(nowNanos);
  }
}

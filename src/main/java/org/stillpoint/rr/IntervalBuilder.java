package org.stillpoint.rr;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;

/**
 * Computes intervals from beats, or takes those that a device measured itself. No interval spans a
 * gap. Each interval is delivered twice: at once, with its class at first sight, and a few beats
 * later as {@link LiveCorrector} judged and corrected it. Belongs to one thread.
 */
public final class IntervalBuilder {
  private final LiveCorrector corrector;
  private @Nullable Beat last;
  private boolean run;

  /**
   * Creates a builder.
   *
   * @param judged receives the judged intervals, in time order
   */
  public IntervalBuilder(Consumer<RrInterval> judged) {
    this.corrector = new LiveCorrector(judged);
  }

  /**
   * Takes the next beat.
   *
   * @return the interval that it ends, labelled at first sight; null for the first beat of a run
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
   * @param millis its length; NaN or not positive if the device does not know it, which begins a
   *     new run
   * @return the interval, labelled at first sight; null if the length is not known
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

  /**
   * Ends the run: the next interval begins with the next beat. Intervals that are held back are
   * delivered.
   */
  public void gap() {
    last = null;
    run = false;
    corrector.flush();
  }

  /**
   * Advances the time: if the next beat is overdue, the intervals that are held back are delivered.
   *
   * @param nowNanos since the recording began
   */
  public void advance(long nowNanos) {
    corrector.advance(nowNanos);
  }
}

package org.stillpoint.device;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Gap;

/**
 * Gives times to the intervals of a device without a clock, such as a strap behind a dongle: each
 * beat follows the previous one by its interval. Arrival times show what is missing: when beats
 * stay later than a busy host can explain, some were lost, and time continues after a gap. Late
 * intervals are held until it is clear whether they were lost or only delayed.
 */
final class CountedIntervals {
  /** More than a strap collects for one message. */
  private static final long LATE_NANOS = 3_000_000_000L;

  /**
   * Intervals that were only delayed arrive together; if they are still late after this time, some
   * were lost.
   */
  private static final long PATIENCE_NANOS = 1_500_000_000L;

  private record IntervalArrival(long hostNanos, double millis, boolean unknown) {}

  private final SignalHandler out;
  private final RecentLeast lag = new RecentLeast();
  private final ArrayDeque<IntervalArrival> held = new ArrayDeque<>();
  private boolean running;
  private boolean seen;
  private long lastNanos = -1;
  private long silentNanos;
  private boolean unknown;
  private Gap.@Nullable Cause broken;

  CountedIntervals(SignalHandler out) {
    this.out = out;
  }

  /** Takes the next beat. NaN as its interval begins a run; a negative host time means unknown. */
  void interval(long hostNanos, double millis) {
    IntervalArrival arrival = new IntervalArrival(hostNanos, millis, unknown);
    unknown = false;
    if (!running || Double.isNaN(millis)) {
      releaseHeld();
      begin(arrival);
      return;
    }
    held.add(arrival);
    if (hostNanos < 0 || !late(hostNanos - heldEnd())) {
      releaseHeld();
    } else if (hostNanos - held.getFirst().hostNanos > PATIENCE_NANOS) {
      goOnAfterAGap();
    }
  }

  private boolean late(long lateNanos) {
    long since = lateNanos - lag.least();
    return since > LATE_NANOS || since < -Timebase.LONGEST_JUMP_NANOS;
  }

  /** Time of the last held beat, if nothing is missing. */
  private long heldEnd() {
    long time = lastNanos;
    for (IntervalArrival a : held) {
      time += nanos(a.millis);
    }
    return time;
  }

  private static long nanos(double millis) {
    return Math.round(millis * 1e6);
  }

  private void begin(IntervalArrival first) {
    long place = lastNanos + silentNanos + (Double.isNaN(first.millis) ? 0 : nanos(first.millis));
    long time = Math.max(Math.max(first.hostNanos, place), lastNanos + 1);
    boolean away = running && silentNanos == 0 && time - lastNanos > Timebase.BEATLESS_NANOS;
    if (seen && (away || !running)) {
      out.gap(new Gap(lastNanos, time, broken == null ? Gap.Cause.SILENCE : broken));
    }
    running = true;
    silentNanos = 0;
    broken = null;
    lag.restart();
    tell(time, first);
  }

  private void releaseHeld() {
    for (IntervalArrival a : held) {
      tell(lastNanos + nanos(a.millis), a);
    }
    held.clear();
  }

  /** Places the last held beat at its arrival, and the others earlier by their intervals. */
  private void goOnAfterAGap() {
    long end = held.getLast().hostNanos - Math.max(0, lag.least());
    long time =
        Math.max(end - (heldEnd() - lastNanos) + nanos(held.getFirst().millis), lastNanos + 1);
    out.gap(new Gap(lastNanos, time, Gap.Cause.SILENCE));
    lag.restart();
    IntervalArrival first = held.removeFirst();
    tell(time, new IntervalArrival(first.hostNanos, Double.NaN, true));
    releaseHeld();
  }

  private void tell(long timeNanos, IntervalArrival a) {
    seen = true;
    lastNanos = timeNanos;
    if (a.hostNanos >= 0) {
      lag.add(a.hostNanos, a.hostNanos - timeNanos);
    }
    out.interval(timeNanos, a.unknown ? Double.NaN : a.millis);
  }

  void silence(long nanos) {
    silentNanos += nanos;
  }

  /** An interval is missing before the next one. */
  void lost() {
    unknown = true;
  }

  void interrupted(Gap.Cause cause) {
    finish();
    running = false;
    unknown = true;
    broken = broken == null ? cause : broken;
  }

  void finish() {
    releaseHeld();
  }

  boolean seen() {
    return seen;
  }

  long lagNanos() {
    return lag.least();
  }
}

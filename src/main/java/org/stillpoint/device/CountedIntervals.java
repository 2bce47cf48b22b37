package org.stillpoint.device;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Gap;

/**
 * Gives times to the intervals of a device without a clock, as straps behind a dongle send them:
 * each beat follows the one before by its interval. Arrival shows what is missing: beats that stay
 * later than a busy host explains mean that some were lost, so time goes on after a gap. Intervals
 * that are late are held until it is clear which of the two it is.
 */
final class CountedIntervals {
  /** More than a strap saves up for one message. */
  private static final long LATE_NANOS = 3_000_000_000L;

  /** What was only saved up comes at once; what is still late after this has lost something. */
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

  /** The next beat; NaN begins a run. A negative host time is not known. */
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

  /** When the last of those held beat, if nothing is missing. */
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

  /** The last held beat was when it arrived; those before it lie their intervals earlier. */
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

  /** Something is missing before the next interval. */
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

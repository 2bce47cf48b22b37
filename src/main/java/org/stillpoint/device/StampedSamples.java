package org.stillpoint.device;

import org.stillpoint.signal.Fault;

/**
 * Follows the time stamps that sketches take from {@code millis()} or {@code micros()} and print
 * beside each sample. The first steps show which of the two it is: samples of a pulse sensor are 1
 * to 100 ms apart, which is a step of 1 to 100 in milliseconds and of 500 to 100000 in
 * microseconds. Two steps in a row must agree, as the first line may be torn. Both clocks wrap at
 * 32 bits, after 49.7 days and 71.6 minutes. A stamp that is out of step is believed once the next
 * one follows it: alone it is a damaged line, together they show a restart or a long loss.
 */
final class StampedSamples {
  private static final long WRAP = 1L << 32;
  private static final long MOST_MILLIS = 100;
  private static final long LEAST_MICROS = 500;
  private static final long MOST_MICROS = 100_000;

  /** A loss longer than this needs a second line that agrees. */
  private static final long LONGEST_STEP_NANOS = 2_000_000_000L;

  /** A jump forward of more than a day is not a loss: the clock was set. */
  private static final long LONGEST_LOSS_NANOS = 86_400_000_000_000L;

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long NANOS_PER_MICRO = 1_000;

  private long unitNanos;
  private long likelyUnitNanos;
  private boolean started;
  private long lastStamp;
  private long nanos;
  private boolean doubted;
  private long doubtedStamp;
  private double doubtedValue;

  /** Takes the stamp and the value of a line. */
  void sample(long stamp, double value, FrameHandler out) {
    if (started && !doubted) {
      long step = step(lastStamp, stamp);
      if (step == 0) {
        out.fault(Fault.REPEATED_FRAME, 1);
      } else if (inStep(step)) {
        emit(stamp, step, value, out);
      } else {
        doubt(stamp, value);
      }
      return;
    }
    if (doubted && settle(stamp, out)) {
      emit(stamp, step(lastStamp, stamp), value, out);
      return;
    }
    if (started && inStep(step(lastStamp, stamp))) {
      doubted = false;
      out.fault(Fault.MALFORMED_LINE, 1);
      out.lost(1);
      emit(stamp, step(lastStamp, stamp), value, out);
      return;
    }
    if (doubted && unitNanos > 0) {
      out.fault(Fault.MALFORMED_LINE, 1);
    }
    doubt(stamp, value);
  }

  private void doubt(long stamp, double value) {
    doubted = true;
    doubtedStamp = stamp;
    doubtedValue = value;
  }

  /** Whether this line follows the doubtful line; if so, the doubtful one is passed on. */
  private boolean settle(long stamp, FrameHandler out) {
    long step = step(doubtedStamp, stamp);
    if (unitNanos == 0) {
      long likely = unitOf(step);
      unitNanos = likely == likelyUnitNanos ? likely : 0;
      likelyUnitNanos = likely;
    }
    if (unitNanos == 0 || !inStep(step)) {
      return false;
    }
    long jump = step(lastStamp, doubtedStamp);
    if (!started || jump < 0 || jump > LONGEST_LOSS_NANOS / unitNanos) {
      if (started) {
        out.restarted();
      }
      nanos = 0;
      jump = 0;
    }
    doubted = false;
    started = true;
    emit(doubtedStamp, jump, doubtedValue, out);
    return true;
  }

  private static long unitOf(long step) {
    if (step > 0 && step <= MOST_MILLIS) {
      return NANOS_PER_MILLI;
    }
    return step >= LEAST_MICROS && step <= MOST_MICROS ? NANOS_PER_MICRO : 0;
  }

  private boolean inStep(long step) {
    return step > 0 && unitNanos > 0 && step <= LONGEST_STEP_NANOS / unitNanos;
  }

  /** The step from one stamp to the next, with a 32-bit wrap undone. */
  private static long step(long from, long to) {
    long step = to - from;
    return step < -WRAP / 2 && from < WRAP ? step + WRAP : step;
  }

  private void emit(long stamp, long step, double value, FrameHandler out) {
    nanos += step * unitNanos;
    lastStamp = stamp;
    out.clockedSample(nanos, value);
  }
}

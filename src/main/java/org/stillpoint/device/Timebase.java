package org.stillpoint.device;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.PulseSample;

/**
 * Converts the device's own time into recording time. Arrival times are never part of an interval.
 * They only place the first sample, reveal losses, and show the sampling rate of a device without a
 * clock.
 *
 * <p>Belongs to one thread. Call {@link #arrived} before each chunk; a file that is read at once
 * has no arrival times.
 */
public final class Timebase implements FrameHandler {
  /**
   * A hole up to this long is bridged by the beat detector's local fit and costs no interval, as no
   * beat fits into it. A longer one is a gap.
   */
  static final long LONGEST_HOLE_NANOS = 50_000_000;

  /** For the drift, arrivals are compared over at least 45 s; two minutes of them are kept. */
  private static final double BIN_NANOS = 1e9;

  private static final int BINS = 120;

  /** Longer than a busy host delays what it reads. */
  static final long LONGEST_JUMP_NANOS = 15_000_000_000L;

  /** A beat with an unknown interval, this long after the previous beat, follows a gap. */
  static final long BEATLESS_NANOS = 5_000_000_000L;

  private static final double ENOUGH_FOR_DRIFT_NANOS = 45e9;

  private final SignalHandler out;
  private final CountedClock counted;
  private final CountedIntervals intervals;
  private LowerEnvelope arrivals = new LowerEnvelope(BIN_NANOS, BINS, 1);
  private final RecentLeast lag = new RecentLeast();
  private boolean hostKnown;
  private long hostNanos;
  private long offsetNanos;
  private boolean anchored;
  private long lastNanos = -1;
  private boolean unknownInterval;
  private Gap.@Nullable Cause broken;

  /** Passes everything on to {@code out}. */
  public Timebase(SignalHandler out) {
    this.out = out;
    this.counted = new CountedClock(out);
    this.intervals = new CountedIntervals(out);
  }

  /** The bytes that are decoded next arrived at this host time since the recording began. */
  public void arrived(long hostNanos) {
    this.hostKnown = true;
    this.hostNanos = hostNanos;
  }

  @Override
  public void clockedSample(long deviceNanos, double value) {
    if (anchored && deviceNanos + offsetNanos <= lastNanos) {
      out.fault(Fault.REPEATED_FRAME, 1); // time must advance between two samples
      return;
    }
    long time = place(deviceNanos, LONGEST_HOLE_NANOS);
    arrivals.add((double) deviceNanos, (double) hostNanos);
    out.sample(new PulseSample(time, value));
  }

  @Override
  public void interval(long deviceNanos, double millis) {
    long time = place(deviceNanos, Double.isNaN(millis) ? BEATLESS_NANOS : Long.MAX_VALUE);
    out.interval(time, unknownInterval ? Double.NaN : millis);
    unknownInterval = false;
  }

  @Override
  public void countedInterval(double millis) {
    intervals.interval(hostKnown ? hostNanos : -1, millis);
  }

  @Override
  public void silence(long nanos) {
    intervals.silence(nanos);
  }

  private void tellGap(long toNanos, Gap.Cause usually) {
    out.gap(new Gap(lastNanos, toNanos, broken == null ? usually : broken));
    broken = null;
  }

  @Override
  public void contact(boolean touching) {
    out.contact(touching);
  }

  /**
   * The connection to the device was broken, or the host was asleep: what arrives next follows a
   * gap.
   *
   * @param cause the cause of the gap
   */
  public void interrupted(Gap.Cause cause) {
    broken = broken == null ? cause : broken; // the first cause names the gap
    anchored = false;
    unknownInterval = true;
    counted.interrupted(cause);
    intervals.interrupted(cause);
  }

  private long place(long deviceNanos, long longestHole) {
    // Bytes cannot be early: a device that is suddenly this far ahead kept running while the host
    // slept. A clock that runs fast moves ahead slowly, and can be any distance away.
    long late = hostNanos - (deviceNanos + offsetNanos);
    if (anchored && hostKnown && lag.least() - late > LONGEST_JUMP_NANOS) {
      anchored = false;
    }
    if (!anchored) {
      anchored = true;
      // Never before what was already placed: after a restart the device follows its earlier
      // samples.
      offsetNanos = Math.max(hostNanos, lastNanos + 1) - deviceNanos;
      arrivals = new LowerEnvelope(BIN_NANOS, BINS, 1);
      lag.restart();
      if (lastNanos >= 0) {
        tellGap(deviceNanos + offsetNanos, Gap.Cause.RESET);
      }
      lastNanos = deviceNanos + offsetNanos;
    }
    long time = deviceNanos + offsetNanos;
    if (lastNanos >= 0 && time - lastNanos > longestHole) {
      boolean beats = longestHole == BEATLESS_NANOS;
      out.gap(new Gap(lastNanos, time, beats ? Gap.Cause.SILENCE : Gap.Cause.LOST_SAMPLES));
    }
    lag.add(hostNanos, hostNanos - time);
    lastNanos = time;
    return time;
  }

  @Override
  public void countedSample(double value) {
    counted.sample(hostNanos, value);
  }

  @Override
  public void lost(long count) {
    counted.lost(count);
    intervals.lost();
    unknownInterval = true;
    out.fault(Fault.LOST_SAMPLES, count);
  }

  @Override
  public void restarted() {
    anchored = false;
    counted.interrupted(Gap.Cause.RESET);
  }

  @Override
  public void identified(DeviceIdentity identity) {
    out.identified(identity);
  }

  @Override
  public void fault(Fault fault, long count) {
    out.fault(fault, count);
  }

  /**
   * How far the device's time is behind host time at present, in nanoseconds; negative when it is
   * ahead. A clock that runs slow or fast drifts away from the host's clock, at 0.1 % by one second
   * in a quarter of an hour. So a caller who asks for values "now" must use the device's present
   * time.
   */
  public long lagNanos() {
    return intervals.seen() ? intervals.lagNanos() : lag.least();
  }

  /** Ends the stream: passes on what was held back. */
  public void finish() {
    counted.finish();
    intervals.finish();
  }

  /**
   * Drift of the device's clock against the host's, in parts per million; positive when the
   * device's clock is fast. Empty before 45 s, for devices without a clock, and for devices that
   * send beats: these can be a quarter of a second late, which hides the drift for many minutes.
   */
  public OptionalDouble driftPpm() {
    LowerEnvelope.EnvelopeLine line =
        arrivals.spanNanos() < ENOUGH_FOR_DRIFT_NANOS ? null : arrivals.fit();
    return line == null ? OptionalDouble.empty() : OptionalDouble.of((1 / line.slope() - 1) * 1e6);
  }

  /** Fitted sampling rate of a device without a clock, in Hz; empty before it is known. */
  public OptionalDouble fittedRateHz() {
    return counted.rateHz();
  }
}

package org.stillpoint.device;

import java.util.ArrayDeque;
import java.util.OptionalDouble;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.PulseSample;

/**
 * Gives times to samples that carry none, such as those in the PulseSensor's text formats. The time
 * is the number of a sample times a period, which is fitted to the arrival times. The first two
 * seconds are held back until the period is known; later the period follows the fit without a jump.
 * When samples arrive too late and do not catch up, the number lost is computed from the delay and
 * a gap is reported. Belongs to one thread.
 */
final class CountedClock {
  private static final double LEARN_NANOS = 2e9;
  private static final int LEARN_SAMPLES = 40;
  private static final double BIN_NANOS = 0.5e9;

  /**
   * One minute of bins: long enough for an accuracy of 0.1 %, short enough to follow a crystal that
   * warms up.
   */
  private static final int BINS = 120;

  private static final double REFIT_NANOS = 1e9;

  /** After a pause this long, before the rate is known, the board was still booting. */
  private static final double BOOT_PAUSE_NANOS = 0.5e9;

  /** USB delivers bytes in batches of 16 ms, and a busy host sometimes reads them later. */
  private static final double LATE_NANOS = 120e6;

  private static final double CAUGHT_UP_NANOS = 60e6;
  private static final double MOST_EARLY_NANOS = 150e6;

  /** When samples have been late for this long, some were lost. */
  private static final double PATIENCE_NANOS = 500e6;

  /** Largest share by which times are stretched to follow the host: 0.4 ms per beat. */
  private static final double MOST_STEERING = 0.0005;

  private static final double STEERING_NANOS = 10e9;

  private record SampleArrival(double number, long hostNanos, double value) {}

  private final SignalHandler out;
  private final ArrayDeque<SampleArrival> held = new ArrayDeque<>();
  private LowerEnvelope envelope = freshEnvelope();
  private LowerEnvelope.@org.jspecify.annotations.Nullable EnvelopeLine line;
  private double number;
  private double lastNumber;
  private double timeNanos;
  private long lastSampleNanos = -1;
  private double nextFitNanos;
  private double lateSince = Double.NaN;
  private Gap.Cause gapCause = Gap.Cause.LOST_SAMPLES;

  CountedClock(SignalHandler out) {
    this.out = out;
  }

  private static LowerEnvelope freshEnvelope() {
    return new LowerEnvelope(BIN_NANOS, BINS, 0);
  }

  void lost(long count) {
    number += count;
  }

  void sample(long hostNanos, double value) {
    number++;
    SampleArrival arrival = new SampleArrival(number, hostNanos, value);
    if (line == null) {
      learn(arrival);
    } else {
      follow(arrival, line);
    }
  }

  private void learn(SampleArrival arrival) {
    if (!held.isEmpty() && arrival.hostNanos - held.getLast().hostNanos > BOOT_PAUSE_NANOS) {
      held.clear();
      envelope = freshEnvelope();
    }
    held.add(arrival);
    double span = arrival.hostNanos - held.getFirst().hostNanos;
    if (span < LEARN_NANOS || held.size() < LEARN_SAMPLES) {
      return;
    }
    double roughPeriod = span / (arrival.number - held.getFirst().number);
    envelope.expect(roughPeriod);
    for (SampleArrival a : held) {
      envelope.add(a.number, (double) a.hostNanos);
    }
    LowerEnvelope.EnvelopeLine fitted = envelope.fit();
    if (fitted == null || !(fitted.slope() > 0)) {
      held.clear();
      envelope = freshEnvelope();
      return;
    }
    line = fitted;
    long before = lastSampleNanos;
    anchor(held.getFirst(), fitted);
    if (before >= 0) {
      long after = Math.max(before, Math.round(timeNanos + fitted.slope()));
      out.gap(new Gap(before, after, gapCause));
      lastSampleNanos = after - 1;
    }
    gapCause = Gap.Cause.LOST_SAMPLES;
    nextFitNanos = arrival.hostNanos + REFIT_NANOS;
    release(fitted);
  }

  private void anchor(SampleArrival first, LowerEnvelope.EnvelopeLine fitted) {
    double at = Math.max(fitted.host(first.number), lastSampleNanos + 1.0);
    timeNanos = Math.max(at, 0) - fitted.slope();
    lastNumber = first.number - 1;
  }

  private void follow(SampleArrival arrival, LowerEnvelope.EnvelopeLine fitted) {
    double lag = arrival.hostNanos - fitted.host(arrival.number);
    held.add(arrival);
    if (lag < -MOST_EARLY_NANOS) {
      relearn();
      return;
    }
    if (Double.isNaN(lateSince)) {
      if (lag > LATE_NANOS) {
        lateSince = arrival.hostNanos;
      }
    } else if (lag < CAUGHT_UP_NANOS) {
      lateSince = Double.NaN;
    } else if (arrival.hostNanos - lateSince > PATIENCE_NANOS) {
      lateSince = Double.NaN;
      accountForLoss(fitted);
    }
    if (Double.isNaN(lateSince)) {
      for (SampleArrival a : held) {
        envelope.add(a.number, (double) a.hostNanos);
      }
      LowerEnvelope.EnvelopeLine now = refit(arrival, line == null ? fitted : line);
      release(now);
    }
  }

  private LowerEnvelope.EnvelopeLine refit(
      SampleArrival arrival, LowerEnvelope.EnvelopeLine before) {
    if (arrival.hostNanos < nextFitNanos) {
      return before;
    }
    nextFitNanos = arrival.hostNanos + REFIT_NANOS;
    LowerEnvelope.EnvelopeLine fitted = envelope.fit();
    if (fitted == null || !(fitted.slope() > 0)) {
      return before;
    }
    envelope.expect(fitted.slope());
    line = fitted;
    return fitted;
  }

  /**
   * Samples cannot arrive before they were taken. So an assumed loss was only a delay, and the
   * numbering is wrong: the rate is learnt again from the last sample, after a gap.
   */
  private void relearn() {
    SampleArrival last = held.getLast();
    forget();
    held.add(last);
  }

  private void forget() {
    line = null;
    envelope = freshEnvelope();
    lateSince = Double.NaN;
    held.clear();
  }

  /** The connection was broken: passes on the held samples and learns the rate again. */
  void interrupted(Gap.Cause cause) {
    finish();
    forget();
    gapCause = gapCause == Gap.Cause.LOST_SAMPLES ? cause : gapCause;
  }

  /**
   * The held samples stay late: the samples before them are lost, and time continues after a gap.
   */
  private void accountForLoss(LowerEnvelope.EnvelopeLine fitted) {
    double leastLag = Double.POSITIVE_INFINITY;
    for (SampleArrival a : held) {
      leastLag = Math.min(leastLag, a.hostNanos - fitted.host(a.number));
    }
    long missing = Math.max(1, Math.round(leastLag / fitted.slope()));
    ArrayDeque<SampleArrival> renumbered = new ArrayDeque<>();
    for (SampleArrival a : held) {
      renumbered.add(new SampleArrival(a.number + missing, a.hostNanos, a.value));
    }
    held.clear();
    held.addAll(renumbered);
    number += missing;
    long before = lastSampleNanos;
    anchor(held.getFirst(), fitted);
    out.fault(Fault.LOST_SAMPLES, missing);
    long after = Math.max(before, Math.round(timeNanos + fitted.slope()));
    out.gap(new Gap(before, after, Gap.Cause.LOST_SAMPLES));
    lastSampleNanos = after - 1; // the gap has been reported
  }

  private void release(LowerEnvelope.EnvelopeLine fitted) {
    for (SampleArrival a : held) {
      double steps = a.number - lastNumber;
      double error = fitted.host(a.number) - (timeNanos + steps * fitted.slope());
      double steering = Math.max(-MOST_STEERING, Math.min(MOST_STEERING, error / STEERING_NANOS));
      timeNanos += steps * fitted.slope() * (1 + steering);
      lastNumber = a.number;
      emit(a.value);
    }
    held.clear();
  }

  private void emit(double value) {
    long time = Math.max(Math.round(timeNanos), lastSampleNanos + 1);
    if (lastSampleNanos >= 0
        && time - lastSampleNanos > Timebase.LONGEST_HOLE_NANOS
        && line != null
        && time - lastSampleNanos > 2.5 * line.slope()) {
      out.gap(new Gap(lastSampleNanos, time, Gap.Cause.LOST_SAMPLES));
    }
    lastSampleNanos = time;
    out.sample(new PulseSample(time, value));
  }

  void finish() {
    if (line != null) {
      release(line);
    }
  }

  OptionalDouble rateHz() {
    LowerEnvelope.EnvelopeLine now = line;
    return now == null ? OptionalDouble.empty() : OptionalDouble.of(1e9 / now.slope());
  }
}

package org.stillpoint.monitor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.beat.BeatDetector;
import org.stillpoint.beat.PlacementCoach;
import org.stillpoint.device.DeviceIdentity;
import org.stillpoint.device.SignalHandler;
import org.stillpoint.hrv.BreathTracker;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.HrvWindow;
import org.stillpoint.rr.IntervalBuilder;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/**
 * Computes the measures of the last minute from samples or intervals, and counts what goes wrong on
 * the way. Belongs to the chain's thread.
 */
final class SignalChain implements SignalHandler {
  private static final long FAULT_STEP_NANOS = 1_000_000_000;

  /** Longer than the slowest heart and the busiest host need for the next beat. */
  private static final long SILENT_NANOS = 3_000_000_000L;

  private final Consumer<RecordingEvent> out;
  private final SampleListener samples;
  private BeatDetector detector = new BeatDetector(SensorKind.PPG);
  private final PlacementCoach coach = new PlacementCoach();
  private final MovementWatch movement = new MovementWatch();
  private final IntervalBuilder intervals = new IntervalBuilder(this::judged);
  private final HrvWindow window = new HrvWindow();
  private BreathTracker breathing = new BreathTracker(SensorKind.PPG);
  private final Map<Fault, Long> pendingFaults = new EnumMap<>(Fault.class);
  private @Nullable DeviceIdentity identity;
  private SensorKind kind = SensorKind.PPG;
  private long sampleCount;
  private long firstSampleNanos;
  private long lastSampleNanos;
  private long lastBeatNanos;
  private long beats;
  private long intervalCount;
  private long setAside;
  private long lostSamples;
  private long gaps;
  private double gapSeconds;
  private boolean touching = true;
  private long looseSinceNanos = -1;
  private long nextFaultNanos;

  SignalChain(Consumer<RecordingEvent> out, SampleListener samples) {
    this.out = out;
    this.samples = samples;
  }

  /** Sets the kind of wave; another kind has another detector, which trains anew. */
  void kind(SensorKind kind) {
    if (kind != this.kind) {
      this.kind = kind;
      detector = new BeatDetector(kind);
      intervals.gap();
      breathing = new BreathTracker(kind);
    }
    coach.kind(kind);
  }

  @Override
  public void sample(PulseSample sample) {
    if (sampleCount == 0) {
      firstSampleNanos = sample.timeNanos();
    }
    sampleCount++;
    lastSampleNanos = sample.timeNanos();
    samples.sample(sample);
    coach.accept(sample);
    if (touching) {
      touchedAgain(sample.timeNanos());
      breathing.sample(sample);
      detector.accept(sample, this::beat);
    }
    if (!pendingFaults.isEmpty() && sample.timeNanos() >= nextFaultNanos) {
      flushFaults(sample.timeNanos());
    }
  }

  private void beat(Beat beat) {
    breathing.beat(beat);
    RrInterval interval = intervals.beat(beat);
    movement.beat(beat, interval);
    seen(beat.timeNanos(), beat, interval);
  }

  /** Whether the wave and the heart rate show that the person has moved; true once for each. */
  boolean moved() {
    return movement.moved(lastBeatNanos);
  }

  @Override
  public void interval(long timeNanos, double millis) {
    lastSampleNanos = timeNanos;
    coach.interval(timeNanos);
    if (!touching) {
      return;
    }
    touchedAgain(timeNanos);
    seen(timeNanos, null, intervals.measured(timeNanos, millis));
  }

  private void seen(long timeNanos, @Nullable Beat beat, @Nullable RrInterval interval) {
    beats++;
    lastBeatNanos = timeNanos;
    double quality = window.quality(timeNanos, timeNanos).q();
    out.accept(new RecordingEvent.BeatSeen(timeNanos, beat, interval, quality));
  }

  private void judged(RrInterval interval) {
    window.add(interval);
    breathing.interval(interval);
    intervalCount++;
    setAside += interval.normal() ? 0 : 1;
  }

  @Override
  public void gap(Gap gap) {
    detector.restart(this::beat);
    intervals.gap();
    breathing.gap();
    if (!touching) {
      return; // within the time without contact, which is one gap
    }
    gaps++;
    gapSeconds += gap.seconds();
    out.accept(new RecordingEvent.GapSeen(gap));
  }

  /** The wave without contact is shown but not used: a loose lead produces false beats. */
  @Override
  public void contact(boolean touches) {
    if (touching && !touches) {
      detector.restart(this::beat);
      intervals.gap();
      breathing.gap();
      looseSinceNanos = lastSampleNanos;
    }
    touching = touches;
    coach.contact(touches);
  }

  /** Sends the gap that ends with the first signal after contact returns. */
  private void touchedAgain(long timeNanos) {
    if (looseSinceNanos >= 0) {
      long since = looseSinceNanos;
      looseSinceNanos = -1;
      gap(new Gap(Math.min(since, timeNanos), timeNanos, Gap.Cause.NO_CONTACT));
    }
  }

  @Override
  public void identified(DeviceIdentity identity) {
    this.identity = identity;
    kind(identity.kind());
    identity.bits().ifPresent(bits -> coach.range(0, Math.pow(2, bits) - 1));
  }

  @Override
  public void fault(Fault fault, long count) {
    if (fault == Fault.LOST_SAMPLES) {
      lostSamples += count;
    }
    if (pendingFaults.isEmpty()) {
      nextFaultNanos = lastSampleNanos + FAULT_STEP_NANOS;
    }
    pendingFaults.merge(fault, count, Long::sum);
  }

  void flushFaults(long timeNanos) {
    pendingFaults.forEach(
        (fault, count) -> out.accept(new RecordingEvent.FaultSeen(timeNanos, fault, count)));
    pendingFaults.clear();
  }

  /** Sends the time since the last sample as a gap; called at the end of the recording. */
  void silentUntil(long timeNanos) {
    intervals.gap();
    if (!touching) {
      touching = true;
      touchedAgain(Math.max(timeNanos, lastSampleNanos));
      lastSampleNanos = Math.max(timeNanos, lastSampleNanos);
    } else if (lastSampleNanos > 0 && timeNanos - lastSampleNanos > SILENT_NANOS) {
      gap(new Gap(lastSampleNanos, timeNanos, Gap.Cause.SILENCE));
      lastSampleNanos = timeNanos; // the gap is part of the time over which the rate is counted
    }
  }

  /** Sends the last beats at the end of the signal. */
  void finish() {
    detector.restart(this::beat);
  }

  /**
   * The measures at a moment of the device's time.
   *
   * @param timeNanos host time less the device's lag
   */
  HrvMetrics measures(long timeNanos) {
    intervals.advance(timeNanos);
    return window.at(timeNanos, lastBeatNanos, breathing);
  }

  /** The judged intervals of the last five minutes, oldest first. */
  List<RrInterval> recentIntervals() {
    return window.intervals();
  }

  Optional<DeviceIdentity> identity() {
    return Optional.ofNullable(identity);
  }

  SensorKind kind() {
    return kind;
  }

  /** Whether the sensor touches the skin, as far as the device reports it. */
  boolean touching() {
    return touching;
  }

  /** Whether any sample or beat has arrived yet. */
  boolean sensing() {
    return sampleCount > 0 || beats > 0;
  }

  long lastSampleNanos() {
    return lastSampleNanos;
  }

  long lastBeatNanos() {
    return lastBeatNanos;
  }

  long beats() {
    return beats;
  }

  /** Share of the intervals that are artefacts, corrected or not; 0 without intervals. */
  double setAsideShare() {
    return intervalCount == 0 ? 0 : (double) setAside / intervalCount;
  }

  long lostSamples() {
    return lostSamples;
  }

  /** Number of gaps so far. */
  long gaps() {
    return gaps;
  }

  /**
   * How the sensor sits.
   *
   * @param timeNanos host time less the device's lag
   */
  Placement placement(long timeNanos) {
    return coach.placement(timeNanos);
  }

  double gapSeconds() {
    return gapSeconds;
  }

  /** Mean rate of the samples by their own times, without the gaps; absent with fewer than two. */
  OptionalDouble meanRateHz() {
    double seconds = (lastSampleNanos - firstSampleNanos) / 1e9 - gapSeconds;
    return sampleCount < 2 || seconds <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sampleCount - 1) / seconds);
  }
}

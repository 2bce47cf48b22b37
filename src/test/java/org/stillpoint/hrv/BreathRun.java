package org.stillpoint.hrv;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.stillpoint.beat.BeatDetector;
import org.stillpoint.participant.Breathing;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.rr.IntervalBuilder;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/**
 * Runs a wave through the real components of the chain: the detector, the intervals, and two
 * trackers, one of which receives the intervals only. Estimates every 5 s from the end of the first
 * minute.
 */
final class BreathRun {
  private static final long STEP_NANOS = 5_000_000_000L;
  private static final double RATE_HZ = 100;

  /**
   * The estimates of both trackers at one time.
   *
   * @param seconds the time
   * @param truth true number of breaths in the minute before; NaN if not known
   * @param wave estimate from intervals and wave together
   * @param rr estimate from the intervals alone
   */
  record Point(double seconds, double truth, BreathEstimate wave, BreathEstimate rr) {}

  /** Changes a sample before it reaches the host. */
  interface Disturbance {
    PulseSample of(double seconds, double value, Random random);
  }

  private final BeatDetector detector;
  private final BreathTracker wave;
  private final BreathTracker rr = new BreathTracker(SensorKind.INTERVALS);
  private final IntervalBuilder builder = new IntervalBuilder(this::judged);
  private final List<Point> points = new ArrayList<>();
  private long dueNanos = Math.round(BreathTracker.SECONDS * 1e9);

  private BreathRun(SensorKind kind) {
    detector = new BeatDetector(kind);
    wave = new BreathTracker(kind);
  }

  /** Runs a recorded wave; the true rate is not known. */
  static List<Point> of(List<PulseSample> samples, SensorKind kind) {
    BreathRun run = new BreathRun(kind);
    for (PulseSample sample : samples) {
      run.ask(sample.timeNanos(), Double.NaN);
      run.take(sample);
    }
    run.detector.restart(run::beat);
    long last = samples.get(samples.size() - 1).timeNanos();
    run.ask(last + Math.round(1e9 / RATE_HZ), Double.NaN);
    return run.points;
  }

  /** Runs the pulse wave of a virtual person at 100 samples per second. */
  static List<Point> of(long seed, Breathing breathing, double seconds, Disturbance disturbance) {
    VirtualPerson person = new VirtualPerson(Family.RESPONDER, seed, breathing, beat -> {});
    BreathRun run = new BreathRun(SensorKind.PPG);
    Random random = new Random(seed);
    List<Double> breaths = new ArrayList<>();
    for (int i = 0; i <= seconds * RATE_HZ; i++) {
      double at = i / RATE_HZ;
      PulseSample sample = disturbance.of(at, person.sample(at), random);
      breaths.add(person.breaths());
      int minuteAgo = i - (int) (60 * RATE_HZ);
      run.ask(sample.timeNanos(), minuteAgo < 0 ? 0 : person.breaths() - breaths.get(minuteAgo));
      run.take(sample);
    }
    return run.points;
  }

  static PulseSample undisturbed(double seconds, double value, Random random) {
    return new PulseSample(Math.round(seconds * 1e9), value);
  }

  /** Runs intervals alone, judged as they arrive. */
  static List<BreathEstimate> of(double[] rrMillis) {
    BreathTracker tracker = new BreathTracker(SensorKind.INTERVALS);
    IntervalBuilder builder = new IntervalBuilder(tracker::interval);
    List<BreathEstimate> estimates = new ArrayList<>();
    long due = Math.round(BreathTracker.SECONDS * 1e9);
    double millis = 0;
    for (double each : rrMillis) {
      millis += each;
      long end = Math.round(millis * 1e6);
      for (; due < end; due += STEP_NANOS) {
        estimates.add(tracker.at(due));
      }
      builder.measured(end, each);
    }
    return estimates;
  }

  private void take(PulseSample sample) {
    wave.sample(sample);
    detector.accept(sample, this::beat);
  }

  private void beat(Beat beat) {
    wave.beat(beat);
    builder.beat(beat);
  }

  private void judged(RrInterval interval) {
    wave.interval(interval);
    rr.interval(interval);
  }

  private void ask(long nanos, double truth) {
    for (; dueNanos <= nanos; dueNanos += STEP_NANOS) {
      points.add(new Point(dueNanos / 1e9, truth, wave.at(dueNanos), rr.at(dueNanos)));
    }
  }
}

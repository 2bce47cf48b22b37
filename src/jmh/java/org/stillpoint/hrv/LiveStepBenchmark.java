package org.stillpoint.hrv;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stillpoint.beat.BeatDetector;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.rr.IntervalBuilder;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/**
 * Measures one live step: a beat arrives, is judged together with those before it, and all live
 * measures of the last minutes are computed, including breathing from wave and intervals. The chain
 * computes the measures only every five seconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LiveStepBenchmark {
  private static final int RATE_HZ = 100;
  private static final int SECONDS = 330;

  private final HrvWindow window = new HrvWindow();
  private final BreathTracker breathing = new BreathTracker(SensorKind.PPG);
  private final IntervalBuilder builder = new IntervalBuilder(this::judged);
  private final List<Beat> beats = new ArrayList<>();
  private int next;
  private long shift;
  private long last;

  private void judged(RrInterval interval) {
    window.add(interval);
    breathing.interval(interval);
  }

  @Setup
  public void watchFiveMinutes() {
    VirtualPerson person = new VirtualPerson(Family.RESPONDER, 3, beat -> {});
    BeatDetector detector = new BeatDetector(SensorKind.PPG);
    for (int i = 0; i < SECONDS * RATE_HZ; i++) {
      double at = (double) i / RATE_HZ;
      PulseSample sample = new PulseSample(Math.round(at * 1e9), person.sample(at));
      breathing.sample(sample);
      detector.accept(sample, this::learn);
    }
  }

  private void learn(Beat beat) {
    breathing.beat(beat);
    builder.beat(beat);
    beats.add(beat);
    last = beat.timeNanos();
  }

  @Benchmark
  public HrvMetrics beatAndAllMeasures() {
    if (next == 0) {
      shift = last - beats.get(0).timeNanos() + 900_000_000L; // repeat the same minutes
    }
    Beat known = beats.get(next);
    next = (next + 1) % beats.size();
    Beat beat = new Beat(known.timeNanos() + shift, known.amplitude(), known.quality());
    breathing.beat(beat);
    builder.beat(beat);
    last = beat.timeNanos();
    return window.at(last, last, breathing);
  }
}

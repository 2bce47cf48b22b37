package org.stillpoint.beat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.EcgWaves;
import org.stillpoint.testkit.PulseWaves;

/** Samples per second through a detector: five minutes of a noisy wave at 500 Hz. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DetectorBenchmark {
  private static final int RATE_HZ = 500;
  private static final int SECONDS = 300;

  @Param({"PPG", "ECG"})
  public SensorKind kind = SensorKind.PPG;

  private List<PulseSample> samples = List.of();

  @Setup
  public void make() {
    samples =
        kind == SensorKind.ECG
            ? new EcgWaves(RATE_HZ).seconds(SECONDS).noise(0.03).samples()
            : new PulseWaves(RATE_HZ).seconds(SECONDS).noise(0.03).samples();
  }

  @Benchmark
  @OperationsPerInvocation(RATE_HZ * SECONDS)
  public void samples(Blackhole hole) {
    BeatDetector detector = new BeatDetector(kind);
    for (PulseSample sample : samples) {
      detector.accept(sample, hole::consume);
    }
    detector.restart(hole::consume);
  }
}

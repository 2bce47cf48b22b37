package org.stillpoint.hrv;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stillpoint.rr.Correction;

/** Computes all measures of a whole series: five minutes, an hour, a day. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AnalysisBenchmark {
  /** Number of intervals: five minutes, an hour, and a Holter record of 22 hours. */
  @Param({"340", "4700", "105923"})
  public int intervals;

  private double[] rr = new double[0];

  @org.openjdk.jmh.annotations.Setup
  public void make() {
    rr = Series.person(intervals, 1);
  }

  @Benchmark
  public HrvAnalysis allMeasures() {
    return HrvAnalysis.of(rr);
  }

  @Benchmark
  public Correction correction() {
    return Correction.of(rr);
  }
}

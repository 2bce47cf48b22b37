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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Compares sample entropy by rows of bits with a plain comparison of every run with every other.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class EntropyBenchmark {
  @Param({"1000", "20000", "105923"})
  public int intervals;

  private double[] rr = new double[0];
  private double tolerance;

  @Setup
  public void make() {
    rr = Series.person(intervals, 1);
    tolerance = 0.2 * TimeDomain.of(rr).sdnn();
  }

  @Benchmark
  public SampleEntropy rowsOfBits() {
    return SampleEntropy.of(rr, tolerance);
  }

  /** The plain quadratic scan, with the early exit of the usual implementations. */
  @Benchmark
  public double allWithAll() {
    long two = 0;
    long three = 0;
    int runs = rr.length - 2;
    for (int i = 0; i < runs; i++) {
      for (int j = i + 1; j < runs; j++) {
        if (Math.abs(rr[i] - rr[j]) <= tolerance && Math.abs(rr[i + 1] - rr[j + 1]) <= tolerance) {
          two++;
          if (Math.abs(rr[i + 2] - rr[j + 2]) <= tolerance) {
            three++;
          }
        }
      }
    }
    return -Math.log((double) three / two);
  }
}

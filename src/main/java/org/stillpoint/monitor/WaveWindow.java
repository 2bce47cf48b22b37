package org.stillpoint.monitor;

import java.util.Arrays;

/** The last seconds of the pulse wave and the beats in it. Immutable. */
public final class WaveWindow {
  /** A window without samples. */
  public static final WaveWindow EMPTY = new WaveWindow(new long[0], new double[0], new long[0]);

  private final long[] timeNanos;
  private final double[] values;
  private final long[] beatNanos;

  WaveWindow(long[] timeNanos, double[] values, long[] beatNanos) {
    this.timeNanos = timeNanos;
    this.values = values;
    this.beatNanos = beatNanos;
  }

  /** The number of samples. */
  public int size() {
    return timeNanos.length;
  }

  /** Time of a sample in nanoseconds since the recording began. */
  public long timeNanos(int i) {
    return timeNanos[i];
  }

  /** Value of a sample in the sensor's units. */
  public double value(int i) {
    return values[i];
  }

  /** Times of the beats in nanoseconds since the recording began, oldest first. */
  public long[] beatNanos() {
    return Arrays.copyOf(beatNanos, beatNanos.length);
  }
}

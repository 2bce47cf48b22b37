package org.stillpoint.device;

import java.util.Arrays;

/**
 * A stream of numbers is recognised as a pulse sensor when its lines arrive at the rate of such a
 * sensor and their values over the last seconds have the shape of a pulse ({@link WaveShape}). A
 * sensor without a finger is recognised when the finger is put on. A device that sends its own time
 * must keep pace with host time.
 */
final class PulseEvidence implements Evidence {
  private static final double LEAST_HZ = 20;

  /** The fastest converter loop that 115200 baud can carry. */
  private static final double MOST_HZ = 1000;

  private static final double SHORTEST_NANOS = 1.4e9;
  private static final double LONGEST_NANOS = 4e9;
  private static final int STEP = 8;
  private static final int MOST_VALUES = (int) (2 * MOST_HZ * LONGEST_NANOS / 1e9);

  /** No heart is faster, not even a child's; whatever swings faster is an engine or hum. */
  private static final double MOST_RISES_PER_SECOND = 4.5;

  /** Steepest rise of a pulse, in shares of its range per second: a rise takes at least 50 ms. */
  private static final double STEEPEST_PER_SECOND = 20;

  /** What noise can add to a step, as a share of the range. */
  private static final double LEAST_STEP_SHARE = 0.1;

  /**
   * Share by which device time may differ from host time, because of batches at both ends of the
   * window.
   */
  private static final double MOST_ASTRAY = 0.25;

  /**
   * Lengths of the pieces into which a file of unknown rate is split: a few beats at 50 to 500 Hz.
   */
  private static final int[] PIECES = {128, 512, 2048};

  private final double[] values = new double[MOST_VALUES];
  private final long[] hosts = new long[MOST_VALUES];
  private final long[] devices = new long[MOST_VALUES];
  private int count;
  private long seen;
  private long hostNanos;
  private final boolean bare;
  private boolean clocked;
  private boolean convinced;

  /**
   * Starts without samples.
   *
   * @param bare whether lines are single numbers: then a file without arrival times could equally
   *     hold intervals, and only a wave that is smoother than intervals is recognised
   */
  PulseEvidence(boolean bare) {
    this.bare = bare;
  }

  @Override
  public void arrived(long hostNanos) {
    this.hostNanos = hostNanos;
  }

  @Override
  public void sample(double value) {
    add(0, value);
  }

  @Override
  public void clockedSample(long deviceNanos, double value) {
    clocked = true;
    add(deviceNanos, value);
  }

  private void add(long deviceNanos, double value) {
    seen++;
    if (seen == 1) {
      return; // its line may be torn, so that 512 reads as 12
    }
    if (count == MOST_VALUES) {
      forget(MOST_VALUES / 2);
    }
    values[count] = value;
    hosts[count] = hostNanos;
    devices[count] = deviceNanos;
    count++;
    if (seen % STEP == 0) {
      convinced |= judge();
    }
  }

  private void forget(int oldest) {
    System.arraycopy(values, oldest, values, 0, count - oldest);
    System.arraycopy(hosts, oldest, hosts, 0, count - oldest);
    System.arraycopy(devices, oldest, devices, 0, count - oldest);
    count -= oldest;
  }

  private boolean judge() {
    int first = Arrays.binarySearch(hosts, 0, count, hostNanos - Math.round(LONGEST_NANOS));
    int from = first < 0 ? -first - 1 : first;
    // The first arrivals may have waited together in a buffer and would raise the rate.
    while (from + 1 < count && hosts[from + 1] == hosts[from]) {
      from++;
    }
    double nanos = hostNanos - hosts[from];
    double rate = (count - 1 - from) / nanos * 1e9;
    if (nanos < SHORTEST_NANOS || rate < LEAST_HZ || rate > MOST_HZ) {
      return false;
    }
    double astray = Math.abs(devices[count - 1] - devices[from] - nanos);
    if (clocked && astray > MOST_ASTRAY * nanos) {
      return false;
    }
    WaveShape shape = new WaveShape(values, from, count);
    double step = Math.min(WaveShape.LARGEST_STEP, LEAST_STEP_SHARE + STEEPEST_PER_SECOND / rate);
    return shape.pulse(step) && shape.rises() <= MOST_RISES_PER_SECOND * nanos / 1e9;
  }

  @Override
  public boolean convincing() {
    return convinced;
  }

  @Override
  public boolean convincingWithoutTime() {
    return looksLikePulses(values, count) && (!bare || noIntervals(values, count));
  }

  /** Whether a series of numbers is a smooth wave and so cannot be a series of intervals. */
  static boolean noIntervals(double[] values, int count) {
    int pieces = 0;
    int smooth = 0;
    for (int from = 0; from + PIECES[0] <= count; from += PIECES[0]) {
      pieces++;
      smooth += new WaveShape(values, from, from + PIECES[0]).smootherThanIntervals() ? 1 : 0;
    }
    return 2 * smooth > pieces;
  }

  /** Whether most pieces of a series of numbers look like pulses, at one of the likely rates. */
  private static boolean looksLikePulses(double[] values, int count) {
    for (int length : PIECES) {
      int pieces = 0;
      int pulses = 0;
      for (int from = 0; from + Math.min(length, PIECES[0]) <= count; from += length) {
        pieces++;
        pulses +=
            new WaveShape(values, from, Math.min(count, from + length))
                    .pulse(WaveShape.LARGEST_STEP)
                ? 1
                : 0;
      }
      if (2 * pulses > pieces) {
        return true;
      }
    }
    return false;
  }
}

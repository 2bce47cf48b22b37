package org.stillpoint.beat;

import org.stillpoint.signal.PulseSample;

/**
 * The latest five seconds of raw samples, addressed by their number in the run. Its capacity grows
 * as the sampling rate requires; after that nothing is allocated. Belongs to one thread.
 */
final class SampleRing {
  /** Must cover training, one look-ahead and the wave before the first beat. */
  private static final long KEPT_NANOS = 5_000_000_000L;

  private static final int FIRST_CAPACITY = 256;

  private long[] times = new long[FIRST_CAPACITY];
  private double[] values = new double[FIRST_CAPACITY];
  private long first;
  private long end;

  void add(PulseSample sample) {
    while (first < end && time(first) < sample.timeNanos() - KEPT_NANOS) {
      first++;
    }
    if (end - first == times.length) {
      grow();
    }
    int slot = slot(end);
    times[slot] = sample.timeNanos();
    values[slot] = sample.value();
    end++;
  }

  void clear() {
    first = 0;
    end = 0;
  }

  boolean isEmpty() {
    return first == end;
  }

  /** Number of the oldest sample kept. */
  long first() {
    return first;
  }

  /** One more than the number of the newest sample. */
  long end() {
    return end;
  }

  long time(long number) {
    return times[slot(number)];
  }

  double value(long number) {
    return values[slot(number)];
  }

  /**
   * Number of the first kept sample that is not before the time; {@link #end()} if there is none.
   */
  long atOrAfter(long timeNanos) {
    long low = first;
    long high = end;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (time(middle) < timeNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The capacity is a power of two, so the low bits of the number are its place. */
  private int slot(long number) {
    return (int) (number & (times.length - 1));
  }

  private void grow() {
    long[] widerTimes = new long[2 * times.length];
    double[] widerValues = new double[2 * values.length];
    int mask = widerTimes.length - 1;
    for (long i = first; i < end; i++) {
      widerTimes[(int) (i & mask)] = time(i);
      widerValues[(int) (i & mask)] = value(i);
    }
    times = widerTimes;
    values = widerValues;
  }
}

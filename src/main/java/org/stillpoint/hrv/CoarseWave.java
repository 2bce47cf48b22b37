package org.stillpoint.hrv;

/**
 * The last ten seconds of a wave as means over 20 ms, for any sampling rate: the straight lines
 * between samples are integrated over each step. Allocates nothing. Belongs to one thread.
 */
final class CoarseWave {
  /** Length of a step. */
  static final long STEP_NANOS = 20_000_000;

  /** Number of steps kept, ten seconds; a power of two. */
  private static final int CAPACITY = 512;

  /** Longer than two samples at 25 Hz; across a longer hole there is no wave. */
  private static final long LONGEST_HOLE_NANOS = 100_000_000;

  private final double[] means = new double[CAPACITY];
  private long first;
  private long end;
  private double area;
  private boolean whole;
  private boolean running;
  private long lastNanos;
  private double lastValue;

  /**
   * Takes the next sample. A sample that is not finite, or not later than the one before it, is
   * skipped.
   */
  void add(long timeNanos, double value) {
    if (!Double.isFinite(value) || (running && timeNanos <= lastNanos)) {
      return;
    }
    if (!running || timeNanos - lastNanos > LONGEST_HOLE_NANOS) {
      begin(timeNanos);
    } else {
      integrate(timeNanos, value);
    }
    lastNanos = timeNanos;
    lastValue = value;
  }

  private void begin(long timeNanos) {
    long step = step(timeNanos);
    if (!running || step - end >= CAPACITY || step < end) {
      first = step;
      end = step;
    }
    while (end < step) {
      push(Double.NaN);
    }
    running = true;
    whole = false;
    area = 0;
  }

  private void integrate(long timeNanos, double value) {
    double slope = (value - lastValue) / (timeNanos - lastNanos);
    long from = lastNanos;
    double before = lastValue;
    for (long edge = (end + 1) * STEP_NANOS; edge <= timeNanos; edge += STEP_NANOS) {
      double at = lastValue + slope * (edge - lastNanos);
      area += 0.5 * (before + at) * (edge - from);
      push(whole ? area / STEP_NANOS : Double.NaN);
      whole = true;
      area = 0;
      from = edge;
      before = at;
    }
    area += 0.5 * (before + value) * (timeNanos - from);
  }

  private void push(double mean) {
    means[(int) (end & (CAPACITY - 1))] = mean;
    end++;
    first = Math.max(first, end - CAPACITY);
  }

  /** Forgets everything. */
  void clear() {
    running = false;
  }

  /** The step that contains a time. */
  static long step(long timeNanos) {
    return Math.floorDiv(timeNanos, STEP_NANOS);
  }

  /**
   * Mean of a step; NaN where there was no wave, or where it is not complete yet or no longer kept.
   */
  double mean(long step) {
    return running && step >= first && step < end
        ? means[(int) (step & (CAPACITY - 1))]
        : Double.NaN;
  }

  /** Mean between two times; NaN where samples are missing between them. */
  double mean(long fromNanos, long toNanos) {
    long from = step(fromNanos);
    long to = step(toNanos);
    double sum = 0;
    for (long i = from; i < to; i++) {
      sum += mean(i);
    }
    return sum / (to - from);
  }
}

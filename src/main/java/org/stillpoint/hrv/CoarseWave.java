package org.stillpoint.hrv;

/**
 * The last seconds of a wave as means over 20 ms, whatever its rate: the straight lines between its
 * samples are integrated over every step. Allocates nothing. Belongs to one thread.
 */
final class CoarseWave {
  /** Length of a step. */
  static final long STEP_NANOS = 20_000_000;

  /** Ten seconds; a power of two. */
  private static final int CAPACITY = 512;

  /** Longer than two samples at 25 Hz: there was no wave. */
  private static final long LONGEST_HOLE_NANOS = 100_000_000;

  private final double[] means = new double[CAPACITY];
  private long first;
  private long end;
  private double area;
  private boolean whole;
  private boolean running;
  private long lastNanos;
  private double lastValue;

  /** Takes the next sample; one that is not after the last, or not finite, is left out. */
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

  /** The step that holds a moment. */
  static long step(long timeNanos) {
    return Math.floorDiv(timeNanos, STEP_NANOS);
  }

  /** Mean of a step; NaN where there was no wave, or not yet, or no more. */
  double mean(long step) {
    return running && step >= first && step < end
        ? means[(int) (step & (CAPACITY - 1))]
        : Double.NaN;
  }

  /** Mean between two moments; NaN where the wave has a hole there. */
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

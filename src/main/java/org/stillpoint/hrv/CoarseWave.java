package org.stillpoint.hrv;

/**
 * The last ten seconds of a wave as means over steps of 20 ms or less, for any sampling rate: the
 * straight lines between samples are integrated over each step. Allocates nothing while it runs.
 * Belongs to one thread.
 */
final class CoarseWave {
  /** Length of a step for the shape of a pulse. */
  static final long PULSE_STEP_NANOS = 20_000_000;

  /** Length of a step for the shape of an ECG complex. */
  static final long COMPLEX_STEP_NANOS = 5_000_000;

  private static final long KEPT_NANOS = 10_000_000_000L;

  /** Longer than two samples at 25 Hz; across a longer hole there is no wave. */
  private static final long LONGEST_HOLE_NANOS = 100_000_000;

  private final long stepNanos;
  private final double[] means;
  private long first;
  private long end;
  private double area;
  private boolean whole;
  private boolean running;
  private long lastNanos;
  private double lastValue;

  /**
   * Creates a wave without samples.
   *
   * @param stepNanos length of a step, more than 0
   */
  CoarseWave(long stepNanos) {
    this.stepNanos = stepNanos;
    means = new double[(int) (2 * Long.highestOneBit(KEPT_NANOS / stepNanos))]; // a power of two
  }

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
    if (!running || step - end >= means.length || step < end) {
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
    for (long edge = (end + 1) * stepNanos; edge <= timeNanos; edge += stepNanos) {
      double at = lastValue + slope * (edge - lastNanos);
      area += 0.5 * (before + at) * (edge - from);
      push(whole ? area / stepNanos : Double.NaN);
      whole = true;
      area = 0;
      from = edge;
      before = at;
    }
    area += 0.5 * (before + value) * (timeNanos - from);
  }

  private void push(double mean) {
    means[(int) (end & (means.length - 1))] = mean;
    end++;
    first = Math.max(first, end - means.length);
  }

  /** Forgets everything. */
  void clear() {
    running = false;
  }

  /** The step that contains a time. */
  long step(long timeNanos) {
    return Math.floorDiv(timeNanos, stepNanos);
  }

  /**
   * Mean of a step; NaN where there was no wave, or where it is not complete yet or no longer kept.
   */
  double mean(long step) {
    return running && step >= first && step < end
        ? means[(int) (step & (means.length - 1))]
        : Double.NaN;
  }

  /** Length of a step. */
  long stepNanos() {
    return stepNanos;
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

package org.stillpoint.device;

import java.util.Arrays;

/**
 * Numbers are intervals between beats when their lines arrive as far apart as the numbers say. A
 * barometer may send 1013 every second. But a heart is not a metronome: the times between lines
 * must vary by more than the delays of the host, and the numbers must vary with them. A heart that
 * hardly varies needs more lines ({@link PaceRun}).
 *
 * <p>The time stamps of an interval file are computed from its intervals and agree to the
 * microsecond, unlike those of any device. Before there are stamps, a file is judged by its numbers
 * alone: a counter or a pulse wave can be distinguished from intervals, but other numbers of the
 * size of intervals cannot.
 */
final class PaceEvidence implements Evidence {
  /** Two lines this far apart did not arrive in one batch; no heart has intervals below 200 ms. */
  private static final long PAUSE_NANOS = 150_000_000;

  /** USB batches of 16 ms and a busy host, at both ends. */
  private static final double LATE_NANOS = 45e6;

  /** More than the spread that batches cause in lines sent every second. */
  private static final double LEAST_SPREAD_NANOS = 25e6;

  /**
   * Largest share of the variance of the times between lines that the numbers may leave
   * unexplained.
   */
  private static final double MOST_UNEXPLAINED = 0.5;

  private static final double EXACT_NANOS = 1000;
  private static final int ENOUGH = 2;
  private static final int ENOUGH_TO_HOPE = 3;
  private static final int MOST_VALUES = 1 << 12;
  private static final int ENOUGH_TO_SEE_A_COUNTER = 20;

  private final double[] values = new double[MOST_VALUES];
  private int count;
  private long lastArrivalNanos = Long.MIN_VALUE;
  private long lineNanos = Long.MIN_VALUE;
  private long lineBeforeNanos = Long.MIN_VALUE;
  private long judgedNanos = Long.MIN_VALUE;
  private int kept;
  private int exact;
  private double shortest;
  private double longest;
  private double gapSum;
  private double gapSquares;
  private double offSum;
  private double offSquares;
  private final PaceRun run = new PaceRun();
  private boolean convinced;

  @Override
  public void arrived(long hostNanos) {
    if (lastArrivalNanos == Long.MIN_VALUE || hostNanos - lastArrivalNanos > PAUSE_NANOS) {
      lineBeforeNanos = lineNanos;
      lineNanos = hostNanos;
    }
    lastArrivalNanos = hostNanos;
  }

  @Override
  public void interval(double millis) {
    if (Double.isNaN(millis)) {
      return;
    }
    if (count < MOST_VALUES) {
      values[count++] = millis;
    }
    if (lineBeforeNanos == Long.MIN_VALUE) {
      return;
    }
    if (lineNanos == judgedNanos) {
      kept = 0; // the decoder held an interval back: only the last one belongs to this line
      exact = 0;
    }
    judgedNanos = lineNanos;
    double nanos = lineNanos - lineBeforeNanos;
    double off = Math.abs(nanos - millis * 1e6);
    exact = off <= EXACT_NANOS ? exact + 1 : 0;
    if (off > LATE_NANOS) {
      kept = 0;
      return;
    }
    if (kept == 0) {
      gapSum = 0;
      gapSquares = 0;
      offSum = 0;
      offSquares = 0;
      run.begin();
    }
    shortest = kept == 0 ? nanos : Math.min(shortest, nanos);
    longest = kept == 0 ? nanos : Math.max(longest, nanos);
    kept++;
    add(nanos / 1e6, nanos / 1e6 - millis);
    convinced |= kept >= ENOUGH && longest - shortest >= LEAST_SPREAD_NANOS && explained();
    run.add(nanos / 1e6, millis);
    convinced |= exact >= ENOUGH || run.sure();
  }

  private void add(double gap, double off) {
    gapSum += gap;
    gapSquares += gap * gap;
    offSum += off;
    offSquares += off * off;
  }

  /** Whether the numbers vary with the times between lines: otherwise both vary by chance. */
  private boolean explained() {
    double gaps = gapSquares - gapSum * gapSum / kept;
    double offs = offSquares - offSum * offSum / kept;
    return offs <= MOST_UNEXPLAINED * gaps;
  }

  @Override
  public boolean convincing() {
    return convinced;
  }

  @Override
  public boolean promising() {
    return kept >= ENOUGH_TO_HOPE;
  }

  @Override
  public boolean convincingWithoutTime() {
    return !counter() && !PulseEvidence.noIntervals(values, count);
  }

  private boolean counter() {
    double[] seen = Arrays.copyOf(values, count);
    int ups = 0;
    int downs = 0;
    for (int i = 1; i < seen.length; i++) {
      ups += seen[i] > seen[i - 1] ? 1 : 0;
      downs += seen[i] < seen[i - 1] ? 1 : 0;
    }
    return count >= ENOUGH_TO_SEE_A_COUNTER && (ups == 0) != (downs == 0);
  }
}

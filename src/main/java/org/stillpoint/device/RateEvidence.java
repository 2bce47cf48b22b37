package org.stillpoint.device;

/**
 * A format with a structure of its own is recognised without a pulse, but its lines must arrive at
 * the rate of a pulse sensor: a climate sensor can also send three numbers every second, and a
 * scale an S. In a file without arrival times the structure alone is enough.
 */
final class RateEvidence implements Evidence {
  /** A pulse wave with fewer samples per second cannot be used. */
  private static final double LEAST_HZ = 20;

  /** The fastest converter loop that 115200 baud can carry. */
  private static final double MOST_HZ = 1000;

  /** A dozen lines of the slowest sketch, and many batches of a USB adapter. */
  private static final long WINDOW_NANOS = 250_000_000;

  private long hostNanos;
  private long fromNanos = Long.MIN_VALUE;
  private int lines;
  private boolean convinced;

  @Override
  public void arrived(long hostNanos) {
    this.hostNanos = hostNanos;
  }

  @Override
  public void sample(double value) {
    if (fromNanos == Long.MIN_VALUE) {
      fromNanos = hostNanos;
    }
    if (hostNanos == fromNanos) {
      return; // the first lines may have waited together in a buffer and would raise the rate
    }
    lines++;
    double nanos = hostNanos - fromNanos;
    if (nanos < WINDOW_NANOS) {
      return;
    }
    // Judged at the first line of an arrival, not after all its lines, so it errs on the slow side.
    double rate = lines / nanos * 1e9;
    convinced |= rate >= LEAST_HZ && rate <= MOST_HZ;
    fromNanos = hostNanos;
    lines = 0;
  }

  @Override
  public boolean convincing() {
    return convinced;
  }

  @Override
  public boolean convincingWithoutTime() {
    return true;
  }
}

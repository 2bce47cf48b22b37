package org.stillpoint.serial;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Delivers the bytes of a recorded or virtual source at the pace of their stamps, multiplied by a
 * speed. The stamps remain those of the source, so the speed does not change any result.
 */
public final class PacedSource implements ByteSource {
  private static final long LONGEST_WAIT_NANOS = 100_000_000;

  private final ByteSource source;
  private final double speed;
  private final LongSupplier nanoClock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private long startNanos;
  private byte[] held = new byte[0];
  private int heldCount;
  private boolean ended;
  private long hostNanos;

  /**
   * Starts to play the source now.
   *
   * @param source the source to play; its stamps begin near 0
   * @param speed 1 for the true pace, 10 for ten times as fast; above 0
   * @param nanoClock the computer's monotonic clock
   */
  public PacedSource(ByteSource source, double speed, LongSupplier nanoClock) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be above 0: " + speed);
    }
    this.source = source;
    this.speed = speed;
    this.nanoClock = nanoClock;
    this.startNanos = nanoClock.getAsLong();
  }

  /** The source that is played. */
  public ByteSource source() {
    return source;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    if (held.length != buffer.length) {
      held = new byte[buffer.length];
    }
    if (heldCount == 0 && !ended) {
      heldCount = source.read(held);
      ended = heldCount < 0;
    }
    if (ended) {
      return -1;
    }
    long dueNanos = startNanos + (long) (source.hostNanos() / speed);
    long waitNanos = dueNanos - nanoClock.getAsLong();
    if (waitNanos > 0 && await(Math.min(waitNanos, LONGEST_WAIT_NANOS))) {
      return -1;
    }
    if (waitNanos > LONGEST_WAIT_NANOS) {
      hostNanos = Math.max(hostNanos, (long) ((nanoClock.getAsLong() - startNanos) * speed));
      hostNanos = Math.min(hostNanos, source.hostNanos());
      return 0;
    }
    hostNanos = source.hostNanos();
    int count = heldCount;
    System.arraycopy(held, 0, buffer, 0, count);
    heldCount = 0;
    return count;
  }

  /** Waits; returns true if the source was closed or the thread interrupted meanwhile. */
  private boolean await(long nanos) {
    try {
      return closed.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public boolean restart() {
    if (!source.restart()) {
      return false;
    }
    startNanos = nanoClock.getAsLong();
    heldCount = 0;
    ended = false;
    hostNanos = 0;
    return true;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    source.write(bytes);
  }

  @Override
  public long hostNanos() {
    return hostNanos;
  }

  @Override
  public String description() {
    return source.description();
  }

  @Override
  public void close() {
    closed.countDown();
    source.close();
  }
}

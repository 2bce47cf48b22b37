package org.stillpoint.ui;

import java.util.function.LongSupplier;

/** A clock whose speed can be changed while it runs. For any thread. */
final class LivedClock implements LongSupplier {
  private double speed;
  private long realNanos = System.nanoTime();
  private double livedNanos;

  LivedClock(double speed) {
    this.speed = speed;
  }

  @Override
  public synchronized long getAsLong() {
    long now = System.nanoTime();
    livedNanos += speed * (now - realNanos);
    realNanos = now;
    return (long) livedNanos;
  }

  synchronized void speed(double wanted) {
    getAsLong();
    speed = wanted;
  }
}

package org.stillpoint.ui;

import java.util.function.LongSupplier;

/**
 * A clock whose speed can be changed while it runs. Somebody who watches it can hold it on a leash,
 * so that on a busy machine no more time is lived between two glances than they meant. For any
 * thread.
 */
final class LivedClock implements LongSupplier {
  private static final double NO_LEASH = Double.POSITIVE_INFINITY;

  private double speed;
  private long realNanos = System.nanoTime();
  private double livedNanos;
  private double untilNanos = NO_LEASH;

  LivedClock(double speed) {
    this.speed = speed;
  }

  @Override
  public synchronized long getAsLong() {
    long now = System.nanoTime();
    livedNanos = Math.max(livedNanos, Math.min(livedNanos + speed * (now - realNanos), untilNanos));
    realNanos = now;
    return (long) livedNanos;
  }

  synchronized void speed(double wanted) {
    getAsLong();
    speed = wanted;
    untilNanos = NO_LEASH;
  }

  /** Lets no more than this time pass until the next glance or change of speed. */
  synchronized void glance(double leashSeconds) {
    untilNanos = getAsLong() + leashSeconds * 1e9;
  }
}

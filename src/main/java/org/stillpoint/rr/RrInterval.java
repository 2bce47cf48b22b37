package org.stillpoint.rr;

/**
 * The time from one beat to the next.
 *
 * @param endNanos time of the beat that ends it, since the recording began
 * @param millis its length, positive
 * @param label what it is taken for
 * @param continues whether it begins with the beat that ended the interval before it, so that the
 *     two may be compared; false after a gap
 */
public record RrInterval(long endNanos, double millis, RrLabel label, boolean continues) {
  /** A pause longer than this is no interval of a person at rest: beats were not seen. */
  static final double LONGEST_MILLIS = 2000;

  /** Intervals below this (200 per minute) are no rhythm of a person at rest. */
  static final double SHORTEST_MILLIS = 300;

  /** When it began. */
  public long startNanos() {
    return endNanos - Math.round(millis * 1e6);
  }

  /** Whether it is used in measures. */
  public boolean normal() {
    return label == RrLabel.NORMAL;
  }

  /** Whether the signal was usable while it lasted, whatever the interval itself is taken for. */
  public boolean covers() {
    return label != RrLabel.UNTRUSTED && millis <= LONGEST_MILLIS;
  }
}

package org.stillpoint.rr;

/**
 * The time from one beat to the next.
 *
 * @param endNanos time of the beat that ends it, since the recording began
 * @param millis its length, positive
 * @param label what it is taken for; an artefact keeps its class when it is corrected
 * @param continues whether it begins with the beat that ended the interval before it, so that the
 *     two may be compared; false after a gap
 * @param corrected whether its length is not as measured but corrected for an artefact
 */
public record RrInterval(
    long endNanos, double millis, RrLabel label, boolean continues, boolean corrected) {
  /** A pause longer than this is no interval of a person at rest: beats were not seen. */
  static final double LONGEST_MILLIS = 2000;

  /** Intervals below this (200 per minute) are no rhythm of a person at rest. */
  static final double SHORTEST_MILLIS = 300;

  /** An interval as measured. */
  public RrInterval(long endNanos, double millis, RrLabel label, boolean continues) {
    this(endNanos, millis, label, continues, false);
  }

  /** When it began. */
  public long startNanos() {
    return endNanos - Math.round(millis * 1e6);
  }

  /** Whether it is plausible as measured. */
  public boolean normal() {
    return label == RrLabel.NORMAL && !corrected;
  }

  /** Whether it is one of the NN intervals: plausible as measured, or corrected. */
  public boolean usable() {
    return normal() || corrected;
  }

  /** Whether the signal was usable while it lasted, whatever the interval itself is taken for. */
  public boolean covers() {
    return label != RrLabel.UNTRUSTED && millis <= LONGEST_MILLIS;
  }

  /** The same interval, taken for something else. */
  RrInterval labelled(RrLabel other) {
    return new RrInterval(endNanos, millis, other, continues, false);
  }
}

package org.stillpoint.rr;

/**
 * The time from one beat to the next.
 *
 * @param endNanos time of the beat that ends it, since the recording began
 * @param millis its length, positive
 * @param label its class; an artefact keeps its class after correction
 * @param continues whether it begins with the beat that ended the interval before it, so that the
 *     two may be compared; false after a gap
 * @param corrected whether its length was not measured but corrected for an artefact
 */
public record RrInterval(
    long endNanos, double millis, RrLabel label, boolean continues, boolean corrected) {
  /** A longer interval is not that of a person at rest: beats were not detected. */
  static final double LONGEST_MILLIS = 2000;

  /** A shorter interval (more than 200 per minute) is not that of a person at rest. */
  static final double SHORTEST_MILLIS = 300;

  /** Creates an interval as measured. */
  public RrInterval(long endNanos, double millis, RrLabel label, boolean continues) {
    this(endNanos, millis, label, continues, false);
  }

  /** Time of the beat that begins it, since the recording began. */
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

  /** Whether the signal was usable while it lasted, whatever the class of the interval. */
  public boolean covers() {
    return label != RrLabel.UNTRUSTED && millis <= LONGEST_MILLIS;
  }

  /** The same interval with another class, not corrected. */
  RrInterval labelled(RrLabel other) {
    return new RrInterval(endNanos, millis, other, continues, false);
  }
}

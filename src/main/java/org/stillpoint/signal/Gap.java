package org.stillpoint.signal;

/**
 * A stretch of time without usable samples. No interval crosses a gap, and detectors start again
 * after it.
 *
 * @param fromNanos the last moment before the gap, since the recording began
 * @param toNanos the first moment after the gap; not before {@code fromNanos}
 * @param cause what caused the gap
 */
public record Gap(long fromNanos, long toNanos, Cause cause) {

  /** What caused a gap. */
  public enum Cause {
    /** Samples that the device sent did not arrive. */
    LOST_SAMPLES,
    /** The device restarted. */
    RESET,
    /** The device sent nothing. */
    SILENCE,
    /** The connection to the device was broken, by a pulled plug or a lost radio dongle. */
    UNPLUGGED,
    /** The device reported that it has no contact with the skin. */
    NO_CONTACT,
    /** The computer was asleep. */
    SLEEP
  }

  /** Checks that the gap does not end before it begins. */
  public Gap {
    if (toNanos < fromNanos) {
      throw new IllegalArgumentException(
          "gap ends before it begins: " + fromNanos + ", " + toNanos);
    }
  }

  /** Length in seconds. */
  public double seconds() {
    return (toNanos - fromNanos) / 1e9;
  }
}

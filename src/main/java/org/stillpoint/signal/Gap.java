package org.stillpoint.signal;

/**
 * A stretch of time without usable samples. No interval crosses it and detectors start anew after
 * it.
 *
 * @param fromNanos the last moment before it, since the recording began
 * @param toNanos the first moment after it; not before {@code fromNanos}
 * @param cause what made it
 */
public record Gap(long fromNanos, long toNanos, Cause cause) {

  /** What made the gap. */
  public enum Cause {
    /** Samples that the device sent did not arrive. */
    LOST_SAMPLES,
    /** The device started again. */
    RESET,
    /** The device was silent. */
    SILENCE,
    /** The line to the device was broken: a pulled plug, a radio dongle that went away. */
    UNPLUGGED,
    /** The device said that it does not touch the skin. */
    NO_CONTACT,
    /** The computer slept. */
    SLEEP
  }

  /** Checks the order of the two ends. */
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

package org.stillpoint.device;

import org.stillpoint.signal.Fault;

/**
 * Receives what a decoder has decoded, in the order of the bytes. Device times count from an
 * arbitrary zero of the device and are already unwrapped. Called on the thread of the decoder.
 */
public interface FrameHandler {

  /** A sample of a device that has a clock. */
  void clockedSample(long deviceNanos, double value);

  /** A sample of a device without a clock: its time follows from its number. */
  void countedSample(double value);

  /**
   * An interval between beats, which the device found itself.
   *
   * @param deviceNanos time of the beat that ends it
   * @param millis its length; NaN when the device does not know it (the first beat after a silence)
   */
  void interval(long deviceNanos, double millis);

  /**
   * An interval of a device without a clock: its beat follows the previous beat by its length.
   *
   * @param millis its length; NaN for a beat that begins a run, at the time of its arrival
   */
  void countedInterval(double millis);

  /** A device without a clock reports that this time passed without a beat. */
  void silence(long nanos);

  /** The device reports whether it has skin contact; called when that changes or is first known. */
  void contact(boolean touching);

  /** This many samples (or intervals) are missing before the next one. */
  void lost(long count);

  /** The device restarted: its clock and its count begin again. */
  void restarted();

  /** The device reported what it is. */
  void identified(DeviceIdentity identity);

  /** This many faults of a kind occurred. */
  void fault(Fault fault, long count);
}

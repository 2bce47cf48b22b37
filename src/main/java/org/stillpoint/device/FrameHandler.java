package org.stillpoint.device;

import org.stillpoint.signal.Fault;

/**
 * Takes what a decoder understood, in the order of the bytes. Device times count from an arbitrary
 * zero of the device and are already unwrapped.
 */
public interface FrameHandler {

  /** A sample of a device that has a clock. */
  void clockedSample(long deviceNanos, double value);

  /** A sample of a device without a clock: its time follows from its number. */
  void countedSample(double value);

  /**
   * An interval between beats that the device found itself.
   *
   * @param deviceNanos time of the beat that ends it
   * @param millis its length; NaN when the device does not know it (the first beat after a pause)
   */
  void interval(long deviceNanos, double millis);

  /**
   * An interval of a device without a clock: its beat follows the one before by its length.
   *
   * @param millis its length; NaN for a beat that begins a run, at the time of its arrival
   */
  void countedInterval(double millis);

  /** A device without a clock says that so much time passed without a beat. */
  void silence(long nanos);

  /** The device says whether it touches the skin; told when it changes or is first known. */
  void contact(boolean touching);

  /** So many samples (or intervals) are missing before the next one. */
  void lost(long count);

  /** The device started again: its clock and count begin anew. */
  void restarted();

  /** The device said what it is. */
  void identified(DeviceIdentity identity);

  /** So many things of this kind were wrong. */
  void fault(Fault fault, long count);
}

package org.stillpoint.signal;

/**
 * Something wrong with the bytes that a sensor sent. Faults are counted and shown, never thrown.
 */
public enum Fault {
  /** A frame whose checksum does not match its content. */
  CRC_ERROR("frames with a wrong checksum"),
  /** A line that does not follow the sensor's format. */
  MALFORMED_LINE("malformed lines"),
  /** A line far longer than any line of the sensor's format. */
  OVERLONG_LINE("overlong lines"),
  /** A frame whose time is not later than that of the previous frame. */
  REPEATED_FRAME("repeated frames"),
  /** Samples that the sensor sent but that did not arrive. */
  LOST_SAMPLES("samples lost in transmission"),
  /** Samples that the sensor itself had to drop. */
  SENSOR_OVERRUN("samples dropped by the sensor");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** What is counted, as a plural that follows a number. */
  public String words() {
    return words;
  }
}

package org.stillpoint.signal;

/**
 * Something wrong with the bytes that a sensor sent. Faults are counted and shown, never thrown.
 */
public enum Fault {
  /** A frame whose checksum does not match its content. */
  CRC_ERROR("frame with a wrong checksum", "frames with a wrong checksum"),
  /** A line that does not follow the sensor's format. */
  MALFORMED_LINE("malformed line", "malformed lines"),
  /** A line far longer than any line of the sensor's format. */
  OVERLONG_LINE("overlong line", "overlong lines"),
  /** A frame whose time is not later than that of the previous frame. */
  REPEATED_FRAME("repeated frame", "repeated frames"),
  /** Samples that the sensor sent but that did not arrive. */
  LOST_SAMPLES("sample lost in transmission", "samples lost in transmission"),
  /** Samples that the sensor itself had to drop. */
  SENSOR_OVERRUN("sample dropped by the sensor", "samples dropped by the sensor");

  private final String one;
  private final String many;

  Fault(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /** The words that follow a count. */
  public String words(long count) {
    return count == 1 ? one : many;
  }
}

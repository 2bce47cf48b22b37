package org.stillpoint.signal;

/** Something that was wrong with what a sensor sent. Counted and shown, never thrown. */
public enum Fault {
  /** A frame whose check value does not match its content. */
  CRC_ERROR("frames with a wrong checksum"),
  /** A line that is not of the sensor's format. */
  MALFORMED_LINE("malformed lines"),
  /** A line far longer than any of the sensor's. */
  OVERLONG_LINE("overlong lines"),
  /** A frame whose time does not follow from the one before. */
  REPEATED_FRAME("repeated frames"),
  /** Samples that the sensor sent and that did not arrive. */
  LOST_SAMPLES("samples lost in transmission"),
  /** Samples the sensor itself had to drop. */
  SENSOR_OVERRUN("samples dropped by the sensor");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** What is counted, in words that follow a number. */
  public String words() {
    return words;
  }
}

package org.stillpoint.participant;

/** What runs on a virtual board: it samples the person and sends lines. */
interface VirtualFirmware {

  /** A line and the time at which its last byte was sent. */
  final class Message {
    private final long sentNanos;
    private final byte[] bytes;

    Message(long sentNanos, byte[] bytes) {
      this.sentNanos = sentNanos;
      this.bytes = bytes;
    }

    long sentNanos() {
      return sentNanos;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /** The next line, later than the one before; an empty one when nothing is sent until then. */
  Message next();

  /**
   * The host said something. What follows from it comes with the next messages.
   *
   * @param nanos when it arrived
   */
  default void heard(long nanos, byte[] bytes) {}
}

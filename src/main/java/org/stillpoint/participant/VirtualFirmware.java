package org.stillpoint.participant;

/** The firmware of a virtual board: it samples the person and sends messages. */
interface VirtualFirmware {

  /** A message and the time at which its last byte was sent. */
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

  /** The next message, later than the one before; it has no bytes if nothing is sent until then. */
  Message next();

  /**
   * Takes bytes from the host. The answer comes with the next messages.
   *
   * @param nanos when it arrived
   */
  default void heard(long nanos, byte[] bytes) {}
}

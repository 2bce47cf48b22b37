package org.stillpoint.participant;

/** Bytes that reach the host at a certain time. */
public final class Chunk {
  private final long hostNanos;
  private final byte[] bytes;

  Chunk(long hostNanos, byte[] bytes) {
    this.hostNanos = hostNanos;
    this.bytes = bytes;
  }

  /** When they arrive, in nanoseconds from time 0 of the sensor. */
  public long hostNanos() {
    return hostNanos;
  }

  /** The bytes; the caller must not change them. */
  public byte[] bytes() {
    return bytes;
  }
}

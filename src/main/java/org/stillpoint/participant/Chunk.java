package org.stillpoint.participant;

/** Bytes that reach the host at a certain time. */
public final class Chunk {
  private final long hostNanos;
  private final byte[] bytes;

  Chunk(long hostNanos, byte[] bytes) {
    this.hostNanos = hostNanos;
    this.bytes = bytes;
  }

  /** When they arrive, since the person lay down. */
  public long hostNanos() {
    return hostNanos;
  }

  /** What arrives; to be read only. */
  public byte[] bytes() {
    return bytes;
  }
}

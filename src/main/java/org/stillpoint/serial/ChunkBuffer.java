package org.stillpoint.serial;

/** Holds the rest of a chunk that was too large for the reader's buffer. Belongs to one thread. */
public final class ChunkBuffer {
  private byte[] chunk = new byte[0];
  private int at;

  /** Whether all bytes have been taken. */
  public boolean empty() {
    return at == chunk.length;
  }

  /** Sets the next chunk; all bytes of the previous one must have been taken. Keeps the array. */
  public void fill(byte[] next) {
    chunk = next;
    at = 0;
  }

  /**
   * Copies as many bytes as fit.
   *
   * @return the number of bytes copied
   */
  public int take(byte[] into) {
    int count = Math.min(into.length, chunk.length - at);
    System.arraycopy(chunk, at, into, 0, count);
    at += count;
    return count;
  }
}

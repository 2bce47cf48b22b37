package org.stillpoint.serial;

/** What is left of a chunk when the reader's buffer was too small for it. Belongs to one thread. */
public final class ChunkBuffer {
  private byte[] chunk = new byte[0];
  private int at;

  /** Whether everything was taken. */
  public boolean empty() {
    return at == chunk.length;
  }

  /** Takes the next chunk; the one before must be empty. */
  public void fill(byte[] next) {
    chunk = next;
    at = 0;
  }

  /**
   * Copies as much as fits.
   *
   * @return how many bytes
   */
  public int take(byte[] into) {
    int count = Math.min(into.length, chunk.length - at);
    System.arraycopy(chunk, at, into, 0, count);
    at += count;
    return count;
  }
}

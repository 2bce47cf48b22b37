package org.stillpoint.device;

import java.util.Arrays;

/**
 * Cuts a stream into ANT messages, however it arrives. Where a message is damaged the search for
 * the next one begins at the byte after its first, so that a wrong length swallows no other.
 */
public final class AntFrames {

  /** Takes what was found, in order. */
  public interface Messages {
    /** A message with the right check value. */
    void message(AntMessage message);

    /** Something with the shape of a message and a wrong check value. */
    default void damaged() {}

    /** Bytes after a message that belong to none; told once until the next message. */
    default void stray() {}
  }

  private final byte[] held = new byte[AntMessage.MOST_DATA + AntMessage.OVERHEAD];
  private int size;
  private boolean clean;

  /** Reads the next bytes. */
  public void accept(byte[] bytes, int count, Messages out) {
    for (int i = 0; i < count; i++) {
      held[size++] = bytes[i];
      while (size > 0 && cut(out)) {
        // another look at what is left
      }
    }
  }

  /** Takes something off the front; false when it may become a message. */
  private boolean cut(Messages out) {
    if ((held[0] & 0xFF) != AntMessage.SYNC) {
      stray(held[0] != 0, out); // zeros may pad messages
      return true;
    }
    if (size < 2) {
      return false;
    }
    int length = held[1] & 0xFF;
    if (length == 0 || length > AntMessage.MOST_DATA) {
      stray(true, out);
      return true;
    }
    int whole = length + AntMessage.OVERHEAD;
    if (size < whole) {
      return false;
    }
    if (AntMessage.xor(held, whole) != 0) { // of all bytes with their own XOR
      clean = false;
      drop(1);
      out.damaged();
      return true;
    }
    AntMessage message = new AntMessage(held[2] & 0xFF, Arrays.copyOfRange(held, 3, 3 + length));
    clean = true;
    drop(whole);
    out.message(message);
    return true;
  }

  private void stray(boolean counts, Messages out) {
    drop(1);
    if (counts && clean) {
      clean = false;
      out.stray();
    }
  }

  private void drop(int count) {
    size -= count;
    System.arraycopy(held, count, held, 0, size);
  }
}

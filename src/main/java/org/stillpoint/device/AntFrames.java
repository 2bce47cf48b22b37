package org.stillpoint.device;

import java.util.Arrays;

/**
 * Splits a stream into ANT messages, whatever the chunks in which it arrives. When a message is
 * damaged, the search for the next one begins at its second byte, so that a wrong length does not
 * swallow other messages. Belongs to one thread.
 */
public final class AntFrames {

  /** Receives what was found, in order. */
  public interface Messages {
    /** A message with a correct checksum. */
    void message(AntMessage message);

    /** Bytes with the form of a message but a wrong checksum. */
    default void damaged() {}

    /** Bytes after a message that belong to no message; reported once until the next message. */
    default void stray() {}
  }

  private final byte[] held = new byte[AntMessage.MOST_DATA + AntMessage.OVERHEAD];
  private int size;
  private boolean clean;

  /** Reads the next bytes, from 0 to {@code count}, exclusive. */
  public void accept(byte[] bytes, int count, Messages out) {
    for (int i = 0; i < count; i++) {
      held[size++] = bytes[i];
      while (size > 0 && cut(out)) {
        // try again with what is left
      }
    }
  }

  /** Removes something from the front; returns false when more bytes may complete a message. */
  private boolean cut(Messages out) {
    if ((held[0] & 0xFF) != AntMessage.SYNC) {
      stray(held[0] != 0, out); // zeros can pad messages
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
    if (AntMessage.xor(held, whole) != 0) { // the XOR includes the checksum itself
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

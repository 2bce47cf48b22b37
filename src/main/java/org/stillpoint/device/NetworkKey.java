package org.stillpoint.device;

import java.util.Arrays;

/**
 * The key of the radio network on which ANT+ straps send: 8 bytes, licensed, supplied by the
 * person. It leaves this class only on its way to the stick; no text made here contains any of it.
 * Immutable.
 */
public final class NetworkKey {
  /** No key: a stick can be recognised, but a strap cannot be received. */
  public static final NetworkKey NONE = new NetworkKey(new byte[0]);

  private static final int BYTES = 8;

  private final byte[] bytes;

  private NetworkKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a key of 16 hexadecimal digits; spaces, line ends, colons and hyphens are ignored.
   *
   * @throws IllegalArgumentException if the text is not a key, with one sentence that quotes none
   *     of it
   */
  public static NetworkKey parse(String text) {
    byte[] bytes = new byte[BYTES];
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == ':' || c == '-') {
        continue;
      }
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw new IllegalArgumentException(
            "The ANT+ network key has something other than a hexadecimal digit at character "
                + (i + 1)
                + ": write its 8 bytes as 16 digits from 0 to 9 and A to F.");
      }
      if (digits < 2 * BYTES) {
        bytes[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
      }
      digits++;
    }
    if (digits != 2 * BYTES) {
      Arrays.fill(bytes, (byte) 0);
      throw new IllegalArgumentException(
          "The ANT+ network key has "
              + digits
              + " hexadecimal digits: write its 8 bytes as 16 digits.");
    }
    return new NetworkKey(bytes);
  }

  /** Whether there is a key. */
  public boolean present() {
    return bytes.length == BYTES;
  }

  /** The data of the command that sets the key for a network of the stick. */
  int[] command(int network) {
    int[] data = new int[1 + bytes.length];
    data[0] = network;
    for (int i = 0; i < bytes.length; i++) {
      data[1 + i] = bytes[i] & 0xFF;
    }
    return data;
  }

  /** Says only whether there is a key. */
  @Override
  public String toString() {
    return present() ? "a network key" : "no network key";
  }
}

package org.stillpoint.device;

import java.util.Arrays;

/**
 * The key of the radio network that ANT+ straps send on: 8 bytes, licensed, brought by the person.
 * It leaves this class on the way to the stick alone; no text that is made here holds any of it.
 */
public final class NetworkKey {
  /** No key at hand: a stick can be recognised, a strap cannot be heard. */
  public static final NetworkKey NONE = new NetworkKey(new byte[0]);

  private static final int BYTES = 8;

  private final byte[] bytes;

  private NetworkKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a key of 16 hexadecimal digits; blanks, line ends, colons and hyphens between them are
   * passed over.
   *
   * @throws IllegalArgumentException with one sentence that quotes nothing of the text
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

  /** Whether there is one. */
  public boolean present() {
    return bytes.length == BYTES;
  }

  /** The data of the command that sets it on a network of the stick. */
  int[] command(int network) {
    int[] data = new int[1 + bytes.length];
    data[0] = network;
    for (int i = 0; i < bytes.length; i++) {
      data[1 + i] = bytes[i] & 0xFF;
    }
    return data;
  }

  /** Says only whether there is one. */
  @Override
  public String toString() {
    return present() ? "a network key" : "no network key";
  }
}

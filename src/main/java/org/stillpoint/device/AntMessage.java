package org.stillpoint.device;

import java.util.Arrays;

/**
 * A whole message between host and ANT stick: A4, number of data bytes, id, data, and the XOR of
 * all these ("ANT Message Protocol and Usage", message structure). Numbers of two bytes come with
 * the low byte first.
 */
public final class AntMessage {
  /** Begins every message. */
  public static final int SYNC = 0xA4;

  /** Start, length, id and check value. */
  static final int OVERHEAD = 4;

  /** More data than any message to or from a stick that we can meet. */
  static final int MOST_DATA = 24;

  private final int id;
  private final byte[] data;

  AntMessage(int id, byte[] data) {
    this.id = id;
    this.data = data;
  }

  /** What kind of message. */
  public int id() {
    return id;
  }

  /** How many data bytes. */
  public int length() {
    return data.length;
  }

  /** A data byte, 0 to 255. */
  public int at(int index) {
    return data[index] & 0xFF;
  }

  /** Two data bytes, 0 to 65535. */
  public int word(int index) {
    return at(index) | at(index + 1) << 8;
  }

  /** Whether another one says the same. */
  boolean same(AntMessage other) {
    return id == other.id && Arrays.equals(data, other.data);
  }

  /** The bytes of a message. */
  public static byte[] frame(int id, int... data) {
    byte[] frame = new byte[data.length + OVERHEAD];
    frame[0] = (byte) SYNC;
    frame[1] = (byte) data.length;
    frame[2] = (byte) id;
    for (int i = 0; i < data.length; i++) {
      frame[3 + i] = (byte) data[i];
    }
    frame[frame.length - 1] = xor(frame, frame.length - 1);
    return frame;
  }

  static byte xor(byte[] bytes, int count) {
    int check = 0;
    for (int i = 0; i < count; i++) {
      check ^= bytes[i];
    }
    return (byte) check;
  }
}

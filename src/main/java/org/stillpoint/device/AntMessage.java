package org.stillpoint.device;

import java.util.Arrays;

/**
 * A complete message between host and ANT stick: A4, number of data bytes, id, data, and the XOR of
 * all these as checksum ("ANT Message Protocol and Usage", message structure). Numbers of two bytes
 * have the low byte first.
 */
public final class AntMessage {
  /** Begins every message. */
  public static final int SYNC = 0xA4;

  /** Start, length, id and checksum. */
  static final int OVERHEAD = 4;

  /** At least the data of any message to or from a stick that can occur here. */
  static final int MOST_DATA = 24;

  private final int id;
  private final byte[] data;

  AntMessage(int id, byte[] data) {
    this.id = id;
    this.data = data;
  }

  /** The id, which says what kind of message it is. */
  public int id() {
    return id;
  }

  /** Number of data bytes. */
  public int length() {
    return data.length;
  }

  /** A data byte, 0 to 255, by its index from 0. */
  public int at(int index) {
    return data[index] & 0xFF;
  }

  /** The number in two data bytes, 0 to 65535, by the index of its low byte. */
  public int word(int index) {
    return at(index) | at(index + 1) << 8;
  }

  /** Whether another message has the same id and data. */
  boolean same(AntMessage other) {
    return id == other.id && Arrays.equals(data, other.data);
  }

  /** The bytes of a complete message with this id and data. */
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

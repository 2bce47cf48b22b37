package org.stillpoint.device;

import java.util.Arrays;

/**
 * A complete packet from a BGAPI dongle: an event, or the response to a command. Fields of several
 * bytes are little-endian. Source: Bluegiga Bluetooth Smart Software API reference, BGAPI packet
 * format.
 */
final class BgapiPacket {
  static final int HEADER = 4;

  // Event or response, class and command in one number.
  static final int BOOT = 0x80_00_00;
  static final int CONNECTIONS = 0x00_00_06;
  static final int INFO = 0x00_00_08;
  static final int DISCONNECTING = 0x00_03_00;
  static final int CONNECTION_STATUS = 0x80_03_00;
  static final int DISCONNECTED = 0x80_03_04;
  static final int READING_GROUPS = 0x00_04_01;
  static final int FINDING_INFORMATION = 0x00_04_03;
  static final int WRITING = 0x00_04_05;
  static final int PROCEDURE_COMPLETED = 0x80_04_01;
  static final int GROUP_FOUND = 0x80_04_02;
  static final int INFORMATION_FOUND = 0x80_04_04;
  static final int ATTRIBUTE_VALUE = 0x80_04_05;
  static final int DISCOVERING = 0x00_06_02;
  static final int CONNECTING = 0x00_06_03;
  static final int PROCEDURE_ENDED = 0x00_06_04;
  static final int SCAN_PARAMETERS_SET = 0x00_06_07;
  static final int SCAN_RESPONSE = 0x80_06_00;

  private static final int KNOWN_CLASSES = 10;
  private static final int MOST_COMMANDS = 32;

  private final int key;
  private final byte[] payload;

  private BgapiPacket(int key, byte[] payload) {
    this.key = key;
    this.payload = payload;
  }

  /** The packet in the first {@code count} bytes, header included. */
  static BgapiPacket of(byte[] bytes, int count) {
    return new BgapiPacket(keyOf(bytes), Arrays.copyOfRange(bytes, HEADER, count));
  }

  private static int keyOf(byte[] header) {
    return (header[0] & 0x80) << 16 | (header[2] & 0xFF) << 8 | (header[3] & 0xFF);
  }

  /**
   * Number of bytes after the header; -1 for a header that no packet of this dongle has. A packet
   * has neither a start mark nor a checksum, so its length is compared with the lengths that its
   * command allows.
   */
  static int payloadLength(byte[] header) {
    int first = header[0] & 0xFF;
    int length = header[1] & 0xFF; // the three high bits are 0: nothing here is longer than 255
    if (first != 0 && first != 0x80) {
      return -1;
    }
    boolean fits =
        switch (keyOf(header)) {
          case BOOT, INFO -> length == 12;
          case CONNECTIONS -> length == 1;
          case DISCONNECTING,
              READING_GROUPS,
              FINDING_INFORMATION,
              WRITING,
              CONNECTING,
              DISCONNECTED ->
              length == 3;
          case DISCOVERING, PROCEDURE_ENDED, SCAN_PARAMETERS_SET -> length == 2;
          case CONNECTION_STATUS -> length == 16;
          case PROCEDURE_COMPLETED -> length == 5;
          case GROUP_FOUND -> length >= 8 && length <= 22;
          case INFORMATION_FOUND -> length >= 6 && length <= 20;
          case ATTRIBUTE_VALUE -> length >= 5 && length <= 32;
          case SCAN_RESPONSE -> length >= 11 && length <= 42;
          default ->
              (header[2] & 0xFF) < KNOWN_CLASSES
                  && (header[3] & 0xFF) < MOST_COMMANDS
                  && length <= 64;
        };
    return fits ? length : -1;
  }

  /** Whether the inner lengths and the fields have values that this packet allows. */
  boolean sound() {
    return switch (key) {
      case BOOT, INFO -> soundVersion();
      case CONNECTION_STATUS -> u8(0) < 8 && u8(8) <= 3;
      case GROUP_FOUND -> u8(0) < 8 && arrayFills(5) && u16(1) <= u16(3);
      case INFORMATION_FOUND -> u8(0) < 8 && arrayFills(3);
      case ATTRIBUTE_VALUE -> u8(0) < 8 && u8(3) <= 5 && arrayFills(4);
      case SCAN_RESPONSE -> u8(1) <= 6 && u8(8) <= 3 && arrayFills(10);
      default -> true;
    };
  }

  /** All dongles ever sold have software 1.x and protocol 1; the other numbers are small. */
  private boolean soundVersion() {
    return u16(0) == 1 && u16(2) < 32 && u16(4) < 256 && u16(8) < 256 && u8(10) == 1 && u8(11) < 16;
  }

  private boolean arrayFills(int at) {
    return u8(at) == payload.length - at - 1;
  }

  /**
   * Whether this is the header of an answer or event that rarely occurs in other bytes, so that
   * reading can begin there.
   */
  static boolean recognisable(byte[] header) {
    return switch (keyOf(header)) {
      case BOOT,
          INFO,
          CONNECTION_STATUS,
          DISCONNECTED,
          PROCEDURE_COMPLETED,
          GROUP_FOUND,
          INFORMATION_FOUND,
          ATTRIBUTE_VALUE,
          SCAN_RESPONSE ->
          true;
      default -> false;
    };
  }

  /** Event or response, class and command, for comparison with the constants. */
  int key() {
    return key;
  }

  /** An unsigned byte of the payload. */
  int u8(int at) {
    return payload[at] & 0xFF;
  }

  /** An unsigned 16-bit number of the payload. */
  int u16(int at) {
    return u8(at) | u8(at + 1) << 8;
  }

  /** The bytes of the payload from an index to its end. */
  byte[] from(int at) {
    return Arrays.copyOfRange(payload, at, payload.length);
  }

  /** The bytes of the payload from one index to another, exclusive. */
  byte[] bytes(int from, int to) {
    return Arrays.copyOfRange(payload, from, to);
  }
}

package org.stillpoint.device;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The heart rate straps that are advertising, with their signal strengths. */
final class NearbyStraps {

  /** A strap, identified by its address. */
  static final class NearbyStrap {
    private final byte[] address;
    private final int type;

    private NearbyStrap(byte[] address, int type) {
      this.address = address;
      this.type = type;
    }

    /**
     * The strap in a connection status, whose fields are connection, flags, address and address
     * type.
     */
    static NearbyStrap connected(BgapiPacket packet) {
      return new NearbyStrap(packet.bytes(2, 8), packet.u8(8));
    }

    /** Six bytes, in the order that the dongle uses. */
    byte[] address() {
      return address;
    }

    /** 0 public, 1 random. */
    int type() {
      return type;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof NearbyStrap that
          && type == that.type
          && Arrays.equals(address, that.address);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(address);
    }
  }

  private static final int SERVICE = 0x180D;

  /** Parts of an advertisement that list 16-bit services: an incomplete and a complete list. */
  private static final int SOME_SERVICES = 2;

  private static final int ALL_SERVICES = 3;

  /** An advertisement that allows connections, and the answer to an active scan. */
  private static final int CONNECTABLE = 0;

  private static final int ANSWER = 4;

  private final Map<NearbyStrap, Integer> strengths = new LinkedHashMap<>();

  void clear() {
    strengths.clear();
  }

  /**
   * Takes a scan response event, whose fields are signal strength, kind, address and address type,
   * bond, data.
   */
  void heard(BgapiPacket packet) {
    int kind = packet.u8(1);
    if ((kind == CONNECTABLE || kind == ANSWER) && lists(packet.from(11))) {
      int dbm = (byte) packet.u8(0);
      strengths.merge(new NearbyStrap(packet.bytes(2, 8), packet.u8(8)), dbm, Math::max);
    }
  }

  /**
   * Whether the data list the heart rate service. They consist of parts with length, type and
   * content (Bluetooth Core, Vol 3 Part C 11).
   */
  private static boolean lists(byte[] data) {
    for (int at = 0; at + 1 < data.length; ) {
      int end = Math.min(data.length, at + 1 + (data[at] & 0xFF));
      int type = data[at + 1];
      if (type == SOME_SERVICES || type == ALL_SERVICES) {
        for (int i = at + 2; i + 1 < end; i += 2) {
          if (((data[i] & 0xFF) | (data[i + 1] & 0xFF) << 8) == SERVICE) {
            return true;
          }
        }
      }
      at = Math.max(end, at + 1);
    }
    return false;
  }

  boolean isEmpty() {
    return strengths.isEmpty();
  }

  boolean several() {
    return strengths.size() > 1;
  }

  boolean sees(NearbyStrap strap) {
    return strengths.containsKey(strap);
  }

  /** The strap with the strongest signal; at least one must have been seen. */
  NearbyStrap strongest() {
    return strengths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }
}

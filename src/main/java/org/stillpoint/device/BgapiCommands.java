package org.stillpoint.device;

/**
 * Commands to a BGAPI dongle with central role, ready to send over USB (no length byte before the
 * packet: that is for boards in packet mode). Source: Bluegiga Bluetooth Smart Software API
 * reference, classes system, connection, attribute client and GAP.
 *
 * <p>A dongle that was sent bytes of another protocol takes them for the beginning of a packet and
 * waits for its rest: the first two bytes of an ANT message announce 1025 bytes. No time is known
 * to us after which it gives up, and filling up with guessed bytes could hit a command that writes
 * to its flash. So this protocol is spoken before the others that are, and a dongle that keeps
 * silent is cured by unplugging it.
 */
final class BgapiCommands {
  private static final int LAST_HANDLE = 0xFFFF;
  private static final int PRIMARY_SERVICE = 0x2800;

  /** In 0.625 ms: listens 50 of every 75, the dongle's own setting. */
  private static final int SCAN_INTERVAL = 75;

  private static final int SCAN_WINDOW = 50;

  /** Reports everybody, also who does not call himself discoverable. */
  private static final int OBSERVE = 2;

  /** Connection interval in 1.25 ms: 50 to 100 ms, plenty for a packet a second. */
  private static final int SHORTEST_INTERVAL = 40;

  private static final int LONGEST_INTERVAL = 80;

  /** Supervision time in 10 ms: a strap that is not heard for 4 s is gone. */
  private static final int SUPERVISION = 400;

  private BgapiCommands() {}

  static byte[] getInfo() {
    return command(0, 8);
  }

  /** Asks for the number of connections; the status of those there are follows as events. */
  static byte[] getConnections() {
    return command(0, 6);
  }

  static byte[] disconnect(int connection) {
    return command(3, 0, connection);
  }

  static byte[] readPrimaryServices(int connection) {
    return command(
        4, 1, connection, 1, 0, LAST_HANDLE & 0xFF, LAST_HANDLE >> 8, 2, 0, PRIMARY_SERVICE >> 8);
  }

  static byte[] findInformation(int connection, int first, int last) {
    return command(4, 3, connection, first & 0xFF, first >> 8, last & 0xFF, last >> 8);
  }

  /** Switches notifications on by writing 1 to a client characteristic configuration. */
  static byte[] enableNotifications(int connection, int handle) {
    return command(4, 5, connection, handle & 0xFF, handle >> 8, 2, 1, 0);
  }

  static byte[] setScanParameters() {
    int active = 1; // also asks for the scan response, where some put their services
    return command(6, 7, SCAN_INTERVAL, 0, SCAN_WINDOW, 0, active);
  }

  static byte[] discover() {
    return command(6, 2, OBSERVE);
  }

  /** Ends a scan or an attempt to connect. */
  static byte[] endProcedure() {
    return command(6, 4);
  }

  /**
   * Connects.
   *
   * @param address six bytes, as the scan told them
   * @param type 0 public, 1 random
   */
  static byte[] connect(byte[] address, int type) {
    int[] fields = new int[15];
    for (int i = 0; i < 6; i++) {
      fields[i] = address[i] & 0xFF;
    }
    fields[6] = type;
    fields[7] = SHORTEST_INTERVAL;
    fields[9] = LONGEST_INTERVAL;
    fields[11] = SUPERVISION & 0xFF;
    fields[12] = SUPERVISION >> 8;
    return command(6, 3, fields); // the last two: no latency
  }

  private static byte[] command(int group, int id, int... payload) {
    byte[] packet = new byte[BgapiPacket.HEADER + payload.length];
    packet[1] = (byte) payload.length;
    packet[2] = (byte) group;
    packet[3] = (byte) id;
    for (int i = 0; i < payload.length; i++) {
      packet[BgapiPacket.HEADER + i] = (byte) payload[i];
    }
    return packet;
  }
}

package org.stillpoint.device;

/**
 * Commands to a BGAPI dongle in the central role, ready to send over USB. There is no length byte
 * before the packet: only boards in packet mode need it. Source: Bluegiga Bluetooth Smart Software
 * API reference, classes system, connection, attribute client and GAP.
 *
 * <p>A dongle that receives bytes of another protocol takes them for the beginning of a packet and
 * waits for the rest: the first two bytes of an ANT message announce 1025 bytes. It is not known
 * whether the dongle gives up after some time, and filling up with guessed bytes could form a
 * command that writes to its flash. So this protocol is tried before the other protocols in which
 * the host speaks first. A dongle that stays silent must be unplugged and plugged in again.
 */
final class BgapiCommands {
  private static final int LAST_HANDLE = 0xFFFF;
  private static final int PRIMARY_SERVICE = 0x2800;

  /** In units of 0.625 ms: it listens for 50 of every 75, which is the dongle's default. */
  private static final int SCAN_INTERVAL = 75;

  private static final int SCAN_WINDOW = 50;

  /** Reports all devices, even those that are not discoverable. */
  private static final int OBSERVE = 2;

  /** Connection interval in units of 1.25 ms: 50 to 100 ms, ample for one packet per second. */
  private static final int SHORTEST_INTERVAL = 40;

  private static final int LONGEST_INTERVAL = 80;

  /** Supervision timeout in units of 10 ms: a strap that is silent for 4 s is gone. */
  private static final int SUPERVISION = 400;

  private BgapiCommands() {}

  static byte[] getInfo() {
    return command(0, 8);
  }

  /** Asks for the number of connections; the status of each follows as an event. */
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

  /** Turns notifications on by writing 1 to a client characteristic configuration. */
  static byte[] enableNotifications(int connection, int handle) {
    return command(4, 5, connection, handle & 0xFF, handle >> 8, 2, 1, 0);
  }

  static byte[] setScanParameters() {
    int active = 1; // also asks for the scan response, in which some straps list their services
    return command(6, 7, SCAN_INTERVAL, 0, SCAN_WINDOW, 0, active);
  }

  static byte[] discover() {
    return command(6, 2, OBSERVE);
  }

  /** Ends a scan or a connection attempt. */
  static byte[] endProcedure() {
    return command(6, 4);
  }

  /**
   * Connects.
   *
   * @param address six bytes, as the scan reported them
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
    return command(6, 3, fields); // the last two are 0: no latency
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

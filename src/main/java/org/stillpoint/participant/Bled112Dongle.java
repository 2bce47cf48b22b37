package org.stillpoint.participant;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/**
 * A BLED112 dongle near a heart rate strap, written from the Bluegiga Bluetooth Smart Software API
 * reference. It answers each command with its response, refuses commands in the wrong order with
 * the error codes of the reference, and waits for the rest of an incomplete packet. A thermometer
 * is also near, and on request a second strap that is farther away.
 */
final class Bled112Dongle implements VirtualFirmware {
  /** What goes wrong, at times that follow from the seed. */
  enum Trouble {
    /** Nothing. */
    NONE,
    /** The electrodes lose contact now and then, and the connection breaks once. */
    CONTACT_AND_DISCONNECT,
    /** The strap sends no intervals. */
    RATES_ONLY,
    /** A second strap is near, with a weaker signal. */
    NEIGHBOUR,
    /** No strap is near. */
    NO_STRAP
  }

  private static final int WRONG_STATE = 0x0181;
  private static final int NOT_CONNECTED = 0x0186;
  private static final int UNKNOWN_COMMAND = 0x0184;
  private static final int INVALID_HANDLE = 0x0401;
  private static final int TIMED_OUT = 0x0208;
  private static final int ENDED_BY_HOST = 0x0216;
  private static final byte[] INFO = {1, 0, 3, 0, 2, 0, 122, 0, 3, 0, 1, 6};

  /** Parts of an advertisement: flags, services, name. */
  private static final byte[] STRAP_DATA = {
    2, 1, 6, 5, 3, 0x0D, 0x18, 0x0F, 0x18, 6, 9, 's', 't', 'r', 'a', 'p'
  };

  private static final byte[] THERMOMETER_DATA = {2, 1, 6, 3, 3, 0x09, 0x18};
  private static final byte[] STRAP = {1, 2, 3, 4, 5, 6};
  private static final byte[] NEIGHBOUR = {9, 2, 3, 4, 5, 6};
  private static final byte[] THERMOMETER = {7, 7, 7, 4, 5, 6};

  private final DeviceSchedule schedule = new DeviceSchedule(115_200);
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private final Random random;
  private final Trouble trouble;
  private final StrapServer server;
  private boolean scanning;
  private boolean connecting;
  private boolean connected;
  private boolean procedure;

  /** Counts connections, so that an event meant for one does not reach the next. */
  private int era;

  Bled112Dongle(Strap strap, Random random, Trouble trouble) {
    this.random = random;
    this.trouble = trouble;
    this.server = new StrapServer(strap, random, trouble);
  }

  @Override
  public Message next() {
    return schedule.next();
  }

  @Override
  public void heard(long nanos, byte[] bytes) {
    schedule.at(nanos, () -> take(bytes));
  }

  private void take(byte[] bytes) {
    for (byte b : bytes) {
      unfinished.write(b);
      byte[] packet = unfinished.toByteArray();
      if (packet.length >= 4 && packet.length == 4 + ((packet[0] & 7) << 8 | (packet[1] & 0xFF))) {
        unfinished.reset();
        command(packet);
      }
    }
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  private void command(byte[] packet) {
    switch (packet[2] << 8 | packet[3]) {
      case 0x0006 -> {
        respond(0, 6, 3);
        if (connected) {
          status();
        }
      }
      case 0x0008 -> send(0, 0, 8, INFO);
      case 0x0300 -> {
        respond(3, 0, packet[4], low(connected), high(connected));
        if (connected) {
          disconnect(ENDED_BY_HOST);
        }
      }
      case 0x0401 -> procedure(packet[4], 1, server.services(u16(packet, 5), u16(packet, 7)), 2, 0);
      case 0x0403 ->
          procedure(packet[4], 3, server.attributes(u16(packet, 5), u16(packet, 7)), 4, 0);
      case 0x0405 -> {
        boolean known = server.write(u16(packet, 5), packet[8]);
        procedure(packet[4], 5, List.of(), 0, known ? 0 : INVALID_HANDLE);
      }
      case 0x0602 -> {
        result(6, 2, scanning || connecting ? WRONG_STATE : 0);
        scan(true);
      }
      case 0x0603 -> connect(packet);
      case 0x0604 -> {
        result(6, 4, scanning || connecting ? 0 : WRONG_STATE);
        scanning = false;
        connecting = false;
      }
      case 0x0607 -> result(6, 7, scanning ? WRONG_STATE : 0);
      default -> send(0x80, 0, 6, new byte[] {(byte) UNKNOWN_COMMAND, UNKNOWN_COMMAND >> 8});
    }
  }

  private static int low(boolean fine) {
    return fine ? 0 : NOT_CONNECTED & 0xFF;
  }

  private static int high(boolean fine) {
    return fine ? 0 : NOT_CONNECTED >> 8;
  }

  private void result(int group, int id, int code) {
    respond(group, id, code & 0xFF, code >> 8);
  }

  private void respond(int group, int id, int... payload) {
    byte[] bytes = new byte[payload.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) payload[i];
    }
    send(0, group, id, bytes);
  }

  private void send(int kind, int group, int id, byte[] payload) {
    byte[] packet = new byte[4 + payload.length];
    packet[0] = (byte) kind;
    packet[1] = (byte) payload.length;
    packet[2] = (byte) group;
    packet[3] = (byte) id;
    System.arraycopy(payload, 0, packet, 4, payload.length);
    schedule.send(packet);
  }

  private void scan(boolean begins) {
    if (begins && scanning) {
      return;
    }
    scanning |= begins;
    if (!scanning) {
      return;
    }
    if (!begins) {
      advertise(-70, THERMOMETER, THERMOMETER_DATA);
      if (trouble == Trouble.NEIGHBOUR) {
        advertise(-80, NEIGHBOUR, STRAP_DATA);
      }
      if (trouble != Trouble.NO_STRAP && !connected) {
        advertise(-55, STRAP, STRAP_DATA);
      }
    }
    schedule.after(0.1 + 0.1 * random.nextDouble(), () -> scan(false));
  }

  private void advertise(int dbm, byte[] address, byte[] data) {
    byte[] payload = new byte[11 + data.length];
    payload[0] = (byte) (dbm + random.nextInt(9) - 4);
    System.arraycopy(address, 0, payload, 2, 6);
    payload[9] = (byte) 0xFF;
    payload[10] = (byte) data.length;
    System.arraycopy(data, 0, payload, 11, data.length);
    send(0x80, 6, 0, payload);
  }

  private void connect(byte[] packet) {
    int code = scanning || connecting || connected ? WRONG_STATE : 0;
    respond(6, 3, code & 0xFF, code >> 8, 0);
    boolean strap = packet[4] == STRAP[0];
    if (code != 0) {
      return;
    }
    connecting = true;
    schedule.after(
        0.05 + 0.1 * random.nextDouble(),
        () -> {
          if (connecting && strap) {
            connecting = false;
            connected = true;
            procedure = false;
            era++;
            status();
            int now = era;
            server.connected(schedule.nowNanos());
            schedule.after(1, () -> measure(now));
          }
        });
  }

  private void status() {
    byte[] payload = {0, 5, 1, 2, 3, 4, 5, 6, 0, 60, 0, (byte) 0x90, 1, 0, 0, (byte) 0xFF};
    send(0x80, 3, 0, payload);
  }

  private void disconnect(int reason) {
    connected = false;
    procedure = false;
    era++;
    schedule.after(
        0.06, () -> send(0x80, 3, 4, new byte[] {0, (byte) reason, (byte) (reason >> 8)}));
  }

  /**
   * An exchange with the strap: an event for each result, one in each connection interval, and the
   * end.
   */
  private void procedure(int connection, int id, List<byte[]> found, int event, int end) {
    int code = !connected || connection != 0 ? NOT_CONNECTED : procedure ? WRONG_STATE : 0;
    respond(4, id, connection, code & 0xFF, code >> 8);
    if (code != 0) {
      return;
    }
    procedure = true;
    int now = era;
    double seconds = 0.03;
    for (byte[] payload : found) {
      seconds += 0.03;
      schedule.after(seconds, () -> inEra(now, () -> send(0x80, 4, event, payload)));
    }
    Runnable complete =
        () -> {
          procedure = false;
          send(0x80, 4, 1, new byte[] {0, (byte) end, (byte) (end >> 8), 0, 0});
        };
    schedule.after(seconds + 0.03, () -> inEra(now, complete));
  }

  private void inEra(int then, Runnable work) {
    if (connected && era == then) {
      work.run();
    }
  }

  private void measure(int then) {
    inEra(
        then,
        () -> {
          byte[] value = server.measurement(schedule.nowNanos());
          if (value.length > 0) {
            byte[] payload = new byte[5 + value.length];
            payload[1] = StrapServer.MEASUREMENT;
            payload[3] = 1;
            payload[4] = (byte) value.length;
            System.arraycopy(value, 0, payload, 5, value.length);
            send(0x80, 4, 5, payload);
          }
          if (server.breaksNow(schedule.nowNanos())) {
            disconnect(TIMED_OUT);
          }
          schedule.after(0.98 + 0.04 * random.nextDouble(), () -> measure(then));
        });
  }
}

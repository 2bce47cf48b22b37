package org.stillpoint.participant;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.stillpoint.participant.Bled112Dongle.Trouble;

/** The attributes and the measurements of a virtual Bluetooth strap (Heart Rate Service 1.0). */
final class StrapServer {
  /** Handle of the measurement's value. */
  static final int MEASUREMENT = 18;

  private static final int CONFIGURATION = 19;
  private static final int FIRST_BREAK_SECONDS = 60;

  /** For each service: first and last handle, UUID. */
  private static final int[][] SERVICES = {
    {1, 7, 0x1800}, {8, 11, 0x180F}, {16, 21, 0x180D}, {22, 30, 0x180A}
  };

  /**
   * For each attribute: handle, UUID; the battery's configuration comes before the measurement's.
   */
  private static final int[][] ATTRIBUTES = {
    {1, 0x2800},
    {2, 0x2803},
    {3, 0x2A00},
    {8, 0x2800},
    {9, 0x2803},
    {10, 0x2A19},
    {11, 0x2902},
    {16, 0x2800},
    {17, 0x2803},
    {18, 0x2A37},
    {19, 0x2902},
    {20, 0x2803},
    {21, 0x2A38}
  };

  private final Strap strap;
  private final Trouble trouble;
  private final double breakSeconds;
  private final double contactSeconds;
  private boolean notifies;
  private boolean broken;
  private double rate = 70;

  StrapServer(Strap strap, Random random, Trouble trouble) {
    this.strap = strap;
    this.trouble = trouble;
    this.breakSeconds = FIRST_BREAK_SECONDS + 20 * random.nextDouble();
    this.contactSeconds = 25 + 5 * random.nextDouble();
  }

  /** Services that begin within these handles, as payloads of the events that report them. */
  List<byte[]> services(int first, int last) {
    List<byte[]> events = new ArrayList<>();
    for (int[] service : SERVICES) {
      if (service[0] >= first && service[0] <= last) {
        events.add(bytes(0, service[0], 0, service[1], 0, 2, service[2] & 0xFF, service[2] >> 8));
      }
    }
    return events;
  }

  /** Attributes within these handles, as payloads of the events that report them. */
  List<byte[]> attributes(int first, int last) {
    List<byte[]> events = new ArrayList<>();
    for (int[] attribute : ATTRIBUTES) {
      if (attribute[0] >= first && attribute[0] <= last) {
        events.add(bytes(0, attribute[0], 0, 2, attribute[1] & 0xFF, attribute[1] >> 8));
      }
    }
    return events;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** Writes an attribute; returns false if it cannot be written. */
  boolean write(int handle, int value) {
    if (handle == CONFIGURATION) {
      notifies = value == 1;
    }
    return handle == CONFIGURATION;
  }

  /** Begins a new connection: notifications are off, and earlier beats are forgotten. */
  void connected(long nanos) {
    notifies = false;
    strap.ticksUntil(nanos / 1e9);
  }

  /** Whether the connection breaks now; true only once. */
  boolean breaksNow(long nanos) {
    if (trouble == Trouble.CONTACT_AND_DISCONNECT && !broken && nanos > breakSeconds * 1e9) {
      broken = true;
      return true;
    }
    return false;
  }

  /** The measurement since the last one; empty while notifications are off. */
  byte[] measurement(long nanos) {
    List<Integer> ticks = strap.ticksUntil(nanos / 1e9);
    if (!notifies) {
      return new byte[0];
    }
    if (!ticks.isEmpty()) {
      double mean = ticks.stream().mapToInt(Integer::intValue).average().orElseThrow();
      rate += 0.3 * (60 * 1024 / mean - rate);
    }
    boolean touching =
        trouble != Trouble.CONTACT_AND_DISCONNECT
            || nanos < contactSeconds * 1e9
            || nanos > (contactSeconds + 6) * 1e9;
    boolean listed = trouble != Trouble.RATES_ONLY && touching && !ticks.isEmpty();
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    value.write(4 | (touching ? 2 : 0) | (listed ? 16 : 0));
    value.write((int) Math.round(rate));
    if (listed) {
      for (int tick : ticks) {
        value.write(tick);
        value.write(tick >> 8);
      }
    }
    return value.toByteArray();
  }
}

package org.stillpoint.participant;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What a virtual device does later, in order of time, and the messages that come of it. */
final class DeviceSchedule {
  /**
   * Nothing is sent for longer than this without an empty message, so that the host gets a turn.
   */
  private static final long STEP_NANOS = 20_000_000;

  private record Errand(long nanos, long number, Runnable work) {}

  private final PriorityQueue<Errand> due =
      new PriorityQueue<>(Comparator.comparingLong(Errand::nanos).thenComparing(Errand::number));
  private final ArrayDeque<byte[]> outgoing = new ArrayDeque<>();
  private final double nanosPerByte;
  private long nowNanos;
  private long number;

  /** A device that sends at this rate, ten bits a byte. */
  DeviceSchedule(int baud) {
    this.nanosPerByte = 1e10 / baud;
  }

  /** Does something at a time; at once if it is past. */
  void at(long nanos, Runnable work) {
    due.add(new Errand(Math.max(nanos, nowNanos), number++, work));
  }

  /** Does something so much later. */
  void after(double seconds, Runnable work) {
    at(nowNanos + Math.round(seconds * 1e9), work);
  }

  /** Sends a message now. */
  void send(byte[] message) {
    outgoing.add(message);
  }

  /** The time of the device's last errand or message. */
  long nowNanos() {
    return nowNanos;
  }

  /** The next message; empty when nothing is sent for a while. */
  VirtualFirmware.Message next() {
    long until = nowNanos + STEP_NANOS;
    while (outgoing.isEmpty()) {
      Errand first = due.peek();
      if (first == null || first.nanos > until) {
        nowNanos = until;
        return new VirtualFirmware.Message(nowNanos, new byte[0]);
      }
      due.remove();
      nowNanos = Math.max(nowNanos, first.nanos);
      first.work.run();
    }
    byte[] message = outgoing.remove();
    nowNanos += Math.round(message.length * nanosPerByte);
    return new VirtualFirmware.Message(nowNanos, message);
  }
}

package org.stillpoint.participant;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The tasks that a virtual device does later, in time order, and the messages that they send. */
final class DeviceSchedule {
  /** After this long without a message an empty one is returned, so that the host gets a turn. */
  private static final long STEP_NANOS = 20_000_000;

  private record ScheduledTask(long nanos, long number, Runnable work) {}

  private final PriorityQueue<ScheduledTask> due =
      new PriorityQueue<>(
          Comparator.comparingLong(ScheduledTask::nanos).thenComparing(ScheduledTask::number));
  private final ArrayDeque<byte[]> outgoing = new ArrayDeque<>();
  private final double nanosPerByte;
  private long nowNanos;
  private long number;

  /** The schedule of a device that sends at this baud rate, ten bits a byte. */
  DeviceSchedule(int baud) {
    this.nanosPerByte = 1e10 / baud;
  }

  /** Runs a task at a time; at once if the time is past. */
  void at(long nanos, Runnable work) {
    due.add(new ScheduledTask(Math.max(nanos, nowNanos), number++, work));
  }

  /** Runs a task this many seconds from now. */
  void after(double seconds, Runnable work) {
    at(nowNanos + Math.round(seconds * 1e9), work);
  }

  /** Sends a message now. */
  void send(byte[] message) {
    outgoing.add(message);
  }

  /** The time of the device's last task or message. */
  long nowNanos() {
    return nowNanos;
  }

  /** The next message; it has no bytes if nothing is sent for 20 ms. */
  VirtualFirmware.Message next() {
    long until = nowNanos + STEP_NANOS;
    while (outgoing.isEmpty()) {
      ScheduledTask first = due.peek();
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

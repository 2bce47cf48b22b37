package org.stillpoint.participant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * An HRMI board that receives a strap, written from its maker's manual and the page on the interval
 * firmware. A question ends with CR, and so does its answer; anything else is not answered.
 */
final class HrmiBoard implements VirtualFirmware {
  private static final int LONGEST_QUESTION = 16;

  /** The board counts milliseconds. */
  static final int TICKS = 1000;

  /** How long the board takes to answer. */
  private static final double ANSWER_SECONDS = 0.005;

  private final DeviceSchedule schedule = new DeviceSchedule(9600);
  private final Strap strap;
  private final boolean intervals;
  private final int memory;
  private final ArrayDeque<Integer> newest = new ArrayDeque<>();
  private final StringBuilder question = new StringBuilder();
  private int count;

  /**
   * A board.
   *
   * @param intervals whether it has the firmware that sends intervals in milliseconds; the other
   *     sends heart rates
   */
  HrmiBoard(Strap strap, boolean intervals) {
    this.strap = strap;
    this.intervals = intervals;
    this.memory = intervals ? 16 : 32;
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
      if (b == '\r') {
        String whole = question.toString();
        question.setLength(0);
        schedule.after(ANSWER_SECONDS, () -> answer(whole));
      } else if (question.length() < LONGEST_QUESTION) {
        question.append((char) b);
      }
    }
  }

  private void answer(String whole) {
    if (!whole.matches("G[0-9]{1,2}") || Integer.parseInt(whole.substring(1)) > memory) {
      return;
    }
    for (int millis : strap.ticksUntil(schedule.nowNanos() / 1e9)) {
      newest.addFirst(intervals ? millis : Math.round(60_000f / millis));
      if (newest.size() > memory) {
        newest.removeLast();
      }
      count = (count + 1) % 256;
    }
    StringBuilder line = new StringBuilder("0 ").append(count);
    Iterator<Integer> each = newest.iterator();
    for (int i = Integer.parseInt(whole.substring(1)); i > 0; i--) {
      line.append(' ').append(each.hasNext() ? each.next() : 0);
    }
    schedule.send(line.append('\r').toString().getBytes(StandardCharsets.US_ASCII));
  }
}

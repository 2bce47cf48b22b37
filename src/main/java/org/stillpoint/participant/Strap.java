package org.stillpoint.participant;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** A heart rate strap on a virtual person: it times each beat in ticks of its clock. */
final class Strap {
  /** Ticks a second of Bluetooth straps. */
  static final int BLUETOOTH_TICKS = 1024;

  private final VirtualPerson person;
  private final ArrayDeque<Double> beats;
  private final int ticksPerSecond;
  private long lastTick = -1;

  /**
   * A strap that a person puts on now.
   *
   * @param beats receives the person's beats, in seconds
   * @param ticksPerSecond resolution of its clock
   */
  Strap(VirtualPerson person, ArrayDeque<Double> beats, int ticksPerSecond) {
    this.person = person;
    this.beats = beats;
    this.ticksPerSecond = ticksPerSecond;
  }

  /** Intervals in ticks that ended since the last call, oldest first. */
  List<Integer> ticksUntil(double seconds) {
    person.advance(seconds);
    List<Integer> ticks = new ArrayList<>();
    for (Double beat = beats.poll(); beat != null; beat = beats.poll()) {
      long tick = Math.round(beat * ticksPerSecond);
      if (lastTick >= 0) {
        ticks.add((int) (tick - lastTick));
      }
      lastTick = tick;
    }
    return ticks;
  }
}

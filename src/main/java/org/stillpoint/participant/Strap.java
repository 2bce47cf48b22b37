package org.stillpoint.participant;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A heart rate strap around a virtual person: it notes each beat by the ticks of a clock. */
final class Strap {
  /** What Bluetooth straps count in. */
  static final int BLUETOOTH_TICKS = 1024;

  private final VirtualPerson person;
  private final ArrayDeque<Long> beats = new ArrayDeque<>();
  private long lastTick = -1;

  /**
   * A strap that a person puts on now.
   *
   * @param ticksPerSecond how fine its clock is
   * @param truth told of every beat when it happens
   */
  Strap(Family family, long seed, int ticksPerSecond, Consumer<VirtualPerson.TrueBeat> truth) {
    this.person =
        new VirtualPerson(
            family,
            seed,
            truth.andThen(beat -> beats.add(Math.round(beat.seconds() * ticksPerSecond))));
  }

  /** Intervals in ticks that ended since the last call, oldest first. */
  List<Integer> ticksUntil(double seconds) {
    person.sample(seconds);
    List<Integer> ticks = new ArrayList<>();
    for (Long beat = beats.poll(); beat != null; beat = beats.poll()) {
      if (lastTick >= 0) {
        ticks.add((int) (beat - lastTick));
      }
      lastTick = beat;
    }
    return ticks;
  }
}

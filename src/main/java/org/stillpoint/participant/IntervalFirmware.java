package org.stillpoint.participant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * A bridge board behind a strap: after each beat the interval since the one before, in whole
 * milliseconds, one a line.
 */
final class IntervalFirmware implements VirtualFirmware {
  private static final double STEP_SECONDS = 0.05;

  /** Radio and sketch. */
  private static final double DELAY_SECONDS = 0.03;

  private final VirtualPerson person;
  private final ArrayDeque<Double> beats = new ArrayDeque<>();
  private double seconds;
  private double before = Double.NaN;

  IntervalFirmware(Family family, long seed, Consumer<VirtualPerson.TrueBeat> truth) {
    this.person = new VirtualPerson(family, seed, truth.andThen(b -> beats.add(b.seconds())));
  }

  @Override
  public Message next() {
    while (beats.isEmpty()) {
      seconds += STEP_SECONDS;
      person.sample(seconds);
    }
    double beat = beats.remove();
    String line = Double.isNaN(before) ? "" : Math.round((beat - before) * 1000) + "\r\n";
    before = beat;
    return new Message(
        Math.round((beat + DELAY_SECONDS) * 1e9), line.getBytes(StandardCharsets.US_ASCII));
  }
}

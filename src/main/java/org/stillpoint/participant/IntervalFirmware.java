package org.stillpoint.participant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/**
 * A bridge board that receives a strap. After each beat it sends a line with the interval since the
 * beat before, in whole milliseconds.
 */
final class IntervalFirmware implements VirtualFirmware {
  private static final double STEP_SECONDS = 0.05;

  /** Delay of the radio and the sketch. */
  private static final double DELAY_SECONDS = 0.03;

  private final VirtualPerson person;
  private final ArrayDeque<Double> beats;
  private double seconds;
  private double before = Double.NaN;

  /**
   * A bridge to a strap that a person wears.
   *
   * @param beats receives the person's beats, in seconds
   */
  IntervalFirmware(VirtualPerson person, ArrayDeque<Double> beats) {
    this.person = person;
    this.beats = beats;
  }

  @Override
  public Message next() {
    while (beats.isEmpty()) {
      seconds += STEP_SECONDS;
      person.advance(seconds);
    }
    double beat = beats.remove();
    boolean touches = person.touches(beat);
    boolean interval = touches && !Double.isNaN(before);
    String line = interval ? Math.round((beat - before) * 1000) + "\r\n" : "";
    before = touches ? beat : Double.NaN;
    return new Message(
        Math.round((beat + DELAY_SECONDS) * 1e9), line.getBytes(StandardCharsets.US_ASCII));
  }
}

package org.stillpoint.device;

import java.util.function.Supplier;
import org.stillpoint.signal.SensorKind;

/**
 * One way a sensor speaks.
 *
 * @param name what {@code --protocol} takes
 * @param words what it is, for people
 * @param kind what it measures unless the device says otherwise
 * @param framesNeeded how many good frames make sure that it is this one
 * @param speech at which rate, and who begins
 * @param decoder makes a fresh decoder
 * @param evidence what the bytes must show besides good frames; made anew for each search
 */
public record Protocol(
    String name,
    String words,
    SensorKind kind,
    int framesNeeded,
    LineSettings speech,
    Supplier<FrameDecoder> decoder,
    Supplier<Evidence> evidence) {

  /** The same, believed only with this evidence. */
  Protocol with(Supplier<Evidence> needed) {
    return new Protocol(name, words, kind, framesNeeded, speech, decoder, needed);
  }

  /**
   * How the line is used.
   *
   * @param baud its usual rate
   * @param answerNanos how long an answer may take; 0 for a device that sends by itself
   */
  public record LineSettings(int baud, long answerNanos) {
    /** Sends by itself at the rate of nearly all sketches. */
    public static final LineSettings USUAL = new LineSettings(115_200, 0);

    /** Whether the device is silent until it is spoken to. */
    public boolean asked() {
      return answerNanos > 0;
    }
  }
}

package org.stillpoint.device;

import java.util.function.Supplier;
import org.stillpoint.signal.SensorKind;

/**
 * A protocol: one format in which a sensor sends its data.
 *
 * @param name the name for {@code --protocol}
 * @param words what it is, in words for people
 * @param kind what the sensor measures, unless the device reports otherwise
 * @param framesNeeded number of good frames that are needed to recognise it
 * @param speech the baud rate, and whether the host or the device sends first
 * @param decoder creates a new decoder
 * @param evidence creates what the bytes must show besides good frames, new for each search
 */
public record Protocol(
    String name,
    String words,
    SensorKind kind,
    int framesNeeded,
    LineSettings speech,
    Supplier<FrameDecoder> decoder,
    Supplier<Evidence> evidence) {

  /** The same protocol, recognised only with this evidence. */
  Protocol with(Supplier<Evidence> needed) {
    return new Protocol(name, words, kind, framesNeeded, speech, decoder, needed);
  }

  /**
   * How the port is used.
   *
   * @param baud the usual baud rate
   * @param answerNanos the longest time to an answer; 0 for a device that sends without being asked
   */
  public record LineSettings(int baud, long answerNanos) {
    /** For a device that sends without being asked, at the baud rate of nearly all sketches. */
    public static final LineSettings USUAL = new LineSettings(115_200, 0);

    /** Whether the device is silent until it is asked. */
    public boolean asked() {
      return answerNanos > 0;
    }
  }
}

package org.stillpoint.participant;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A plain sketch on a virtual board: a line of text for each sample, timed by its own clock. */
final class TextFirmware implements VirtualFirmware {
  /** The line that the sketch prints for a sample. */
  private interface LineFormat {
    String line(long micros, int sample);
  }

  private static final double BOOT_SECONDS = 0.05;
  private static final double MOST_CLOCK_ERROR = 100e-6;
  private static final double SECONDS_PER_BYTE = 10 / 115_200.0;

  private final VirtualPerson person;
  private final double rateHz;
  private final double clockError;
  private final LineFormat format;
  private String heading;
  private long number;

  private TextFirmware(
      VirtualPerson person, Random random, double rateHz, String heading, LineFormat format) {
    this.person = person;
    this.rateHz = rateHz;
    this.clockError = MOST_CLOCK_ERROR * (2 * random.nextDouble() - 1);
    this.heading = heading;
    this.format = format;
  }

  /**
   * Lines {@code timestamp,signal} after a line of column names, 100 a second, time in
   * milliseconds.
   */
  static TextFirmware csv(VirtualPerson person, Random random) {
    return new TextFirmware(
        person,
        random,
        100,
        "timestamp,signal\r\n",
        (micros, sample) -> micros / 1000 + "," + sample);
  }

  /** JSON lines, 50 a second. */
  static TextFirmware json(VirtualPerson person, Random random) {
    return new TextFirmware(
        person,
        random,
        50,
        "",
        (micros, sample) -> "{\"timestampMs\":" + micros / 1000 + ",\"signal\":" + sample + "}");
  }

  /** Bare values, one every 20 ms. */
  static TextFirmware numbers(VirtualPerson person, Random random) {
    return new TextFirmware(person, random, 50, "", (micros, sample) -> Integer.toString(sample));
  }

  /** Two sensors, with a finger on the first, at the rate of a loop with a delay of 20 ms. */
  static TextFirmware two(VirtualPerson person, Random random) {
    double rateHz = 48.75 + 0.75 * random.nextDouble();
    return new TextFirmware(
        person, random, rateHz, "", (micros, sample) -> sample + "," + (510 + random.nextInt(5)));
  }

  @Override
  public Message next() {
    double deviceSeconds = BOOT_SECONDS + number / rateHz;
    double seconds = deviceSeconds / (1 + clockError);
    String text =
        heading + format.line((long) (deviceSeconds * 1e6), person.sample(seconds)) + "\r\n";
    heading = "";
    number++;
    byte[] line = text.getBytes(StandardCharsets.US_ASCII);
    return new Message(Math.round((seconds + line.length * SECONDS_PER_BYTE) * 1e9), line);
  }
}

package org.stillpoint.device;

/**
 * Reads lines {@code timestamp,signal} of boards that send the time of each sample: the
 * "timestamp,signal CSV" of PulseSensor's Signal Coach. Lines of words, such as column names, are
 * skipped before the first sample.
 */
final class TimedCsvDecoder extends LineDecoder {
  private final StampedSamples samples = new StampedSamples();
  private boolean seen;

  @Override
  boolean decode(byte[] line, int length, FrameHandler out) {
    int comma = AsciiFields.indexOf(line, 0, length, ',');
    if (comma < 0) {
      return false;
    }
    int from = comma + 1;
    while (from < length && line[from] == ' ') {
      from++;
    }
    long stamp = AsciiFields.clock(line, 0, comma);
    long value = AsciiFields.integer(line, from, length);
    if (stamp == AsciiFields.NOT_A_NUMBER || !Samples.plausible(value)) {
      return !seen && Samples.isHeading(line, length);
    }
    seen = true;
    samples.sample(stamp, (double) value, out);
    return true;
  }

  @Override
  void malformed(FrameHandler out) {
    out.lost(1);
  }
}

package org.stillpoint.device;

/**
 * Reads the PulseSensor's Processing format: a line {@code S<signal>} for every sample and, for
 * every beat that the sensor finds, {@code B<bpm>} and {@code Q<ibi>}. Its beats are not used:
 * beats are found in the signal.
 */
final class PulseSensorProcessingDecoder extends LineDecoder {
  private static final long MOST_SIGNAL = 1_000_000;

  @Override
  boolean decode(byte[] line, int length, FrameHandler out) {
    long value = AsciiFields.integer(line, 1, length);
    if (value == AsciiFields.NOT_A_NUMBER) {
      return false;
    }
    return switch (line[0]) {
      case 'S' -> {
        boolean plausible = Math.abs(value) <= MOST_SIGNAL;
        if (plausible) {
          out.countedSample((double) value);
        }
        yield plausible;
      }
      case 'B', 'Q' -> value >= 0;
      default -> false;
    };
  }

  @Override
  void malformed(FrameHandler out) {
    out.lost(1);
  }
}

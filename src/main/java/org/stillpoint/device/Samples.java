package org.stillpoint.device;

/** What the text formats without checksum accept as a sample. */
final class Samples {
  /** Signal Coach accepts samples of up to 16 bits; Arduino converters have 10, 12 or 14. */
  private static final long MOST = 65_535;

  private Samples() {}

  /**
   * Whether a number can be the value of a converter; false for {@link AsciiFields#NOT_A_NUMBER}.
   */
  static boolean plausible(long value) {
    return value >= 0 && value <= MOST;
  }

  /**
   * Whether a line names columns: it has only letters and, after the first, separators and digits.
   */
  static boolean isHeading(byte[] line, int length) {
    for (int i = 0; i < length; i++) {
      byte b = line[i];
      boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
      boolean between = i > 0 && ", _()0123456789".indexOf(b) >= 0;
      if (!letter && !between) {
        return false;
      }
    }
    return length > 0;
  }
}

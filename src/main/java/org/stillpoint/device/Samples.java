package org.stillpoint.device;

/** What the text formats without check value take for a sample. */
final class Samples {
  /** Signal Coach takes samples of up to 16 bits; Arduino converters give 10, 12 or 14. */
  private static final long MOST = 65_535;

  private Samples() {}

  /** Whether a number, or what stands for none, may be the value of a converter. */
  static boolean plausible(long value) {
    return value >= 0 && value <= MOST;
  }

  /** Whether a line names columns: letters and what may stand between names, no digit first. */
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

package org.stillpoint.device;

import java.util.OptionalDouble;
import org.stillpoint.signal.SensorKind;

/** A text file of intervals: one number of milliseconds a line, lines with # are comments. */
final class RrTextDecoder extends LineDecoder {
  private static final double SHORTEST_MILLIS = 200;
  private static final double LONGEST_MILLIS = 10_000;

  private long deviceNanos;
  private boolean identified;

  @Override
  boolean decode(byte[] line, int length, FrameHandler out) {
    if (line[0] == '#') {
      return true;
    }
    double millis;
    try {
      millis = Double.parseDouble(AsciiFields.string(line, length).trim());
    } catch (NumberFormatException e) {
      return false;
    }
    if (!(millis >= SHORTEST_MILLIS && millis <= LONGEST_MILLIS)) {
      return false;
    }
    if (!identified) {
      identified = true;
      out.identified(
          new DeviceIdentity(SensorKind.INTERVALS, "interval file", OptionalDouble.empty()));
      out.interval(0, Double.NaN); // the beat that begins the first interval
    }
    deviceNanos += Math.round(millis * 1e6);
    out.interval(deviceNanos, millis);
    return true;
  }

  @Override
  void malformed(FrameHandler out) {
    out.lost(1);
  }
}

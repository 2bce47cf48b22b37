package org.stillpoint.device;

import java.util.OptionalDouble;
import org.stillpoint.signal.SensorKind;

/**
 * Reads intervals as text, from a file or live: one interval in milliseconds per line; a line that
 * begins with # is a comment. A number is believed once the next line is a number too, as the rest
 * of a torn line of another format stands alone.
 */
final class RrTextDecoder extends LineDecoder {
  private static final double SHORTEST_MILLIS = 200;
  private static final double LONGEST_MILLIS = 10_000;
  private static final double LONGEST_PAUSE_MILLIS = 86_400_000;

  private boolean identified;
  private boolean running;
  private double unconfirmed = Double.NaN;

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
    if (millis > LONGEST_MILLIS && millis <= LONGEST_PAUSE_MILLIS) {
      // Not an interval but a silence: time passes, and the next interval begins a run.
      out.silence(Math.round(millis * 1e6));
      out.countedInterval(Double.NaN);
      return true;
    }
    if (!(millis >= SHORTEST_MILLIS && millis <= LONGEST_MILLIS)) {
      return false;
    }
    if (Double.isNaN(unconfirmed) && !running) {
      unconfirmed = millis;
      return true;
    }
    if (!running) {
      begin(out);
      emit(unconfirmed, out);
    }
    emit(millis, out);
    return true;
  }

  private void begin(FrameHandler out) {
    running = true;
    if (!identified) {
      identified = true;
      out.identified(
          new DeviceIdentity(SensorKind.INTERVALS, "interval file", OptionalDouble.empty()));
    }
    out.countedInterval(Double.NaN); // the beat that begins the first interval
  }

  private void emit(double millis, FrameHandler out) {
    out.countedInterval(millis);
  }

  @Override
  void malformed(FrameHandler out) {
    running = false;
    unconfirmed = Double.NaN;
    out.lost(1);
  }
}

package org.stillpoint.device;

import java.util.List;

/**
 * Reads one flat JSON object per line, in the form that PulseSensor's Signal Coach accepts. The
 * sample is the first of {@code signal}, {@code sample}, {@code raw}, {@code value}; its time is
 * the first of {@code timestampMs}, {@code timestamp}, {@code time}. Other fields ({@code bpm},
 * {@code ibi}, {@code seq}) are skipped. The first line decides whether the device sends times; a
 * later line that differs from it in this is damaged.
 */
final class JsonLinesDecoder extends LineDecoder {
  private static final List<String> VALUES = List.of("signal", "sample", "raw", "value");
  private static final List<String> TIMES = List.of("timestampMs", "timestamp", "time");

  private final StampedSamples samples = new StampedSamples();
  private boolean seen;
  private boolean clocked;

  @Override
  boolean decode(byte[] line, int length, FrameHandler out) {
    if (line[0] != '{' || line[length - 1] != '}') {
      return false;
    }
    long value = first(VALUES, line, length);
    long stamp = first(TIMES, line, length);
    boolean timed = stamp != AsciiFields.NOT_A_NUMBER;
    if (!Samples.plausible(value) || (seen && timed != clocked)) {
      return false;
    }
    seen = true;
    clocked = timed;
    if (timed) {
      samples.sample(stamp, (double) value, out);
    } else {
      out.countedSample((double) value);
    }
    return true;
  }

  private static long first(List<String> names, byte[] line, int length) {
    for (String name : names) {
      long number = number(name, line, length);
      if (number != AsciiFields.NOT_A_NUMBER) {
        return number;
      }
    }
    return AsciiFields.NOT_A_NUMBER;
  }

  /** The integer that a field holds. */
  private static long number(String name, byte[] line, int length) {
    String key = "\"" + name + "\"";
    for (int at = 1; at + key.length() < length; at++) {
      if (startsWith(key, line, at)) {
        int from = skipBlanks(line, at + key.length(), length);
        if (line[from] == ':') {
          from = skipBlanks(line, from + 1, length);
          return AsciiFields.clock(line, from, endOfNumber(line, from, length));
        }
      }
    }
    return AsciiFields.NOT_A_NUMBER;
  }

  private static boolean startsWith(String key, byte[] line, int at) {
    for (int i = 0; i < key.length(); i++) {
      if (line[at + i] != key.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Index of the next byte that is not a space; one exists, as the line ends with a brace. */
  private static int skipBlanks(byte[] line, int from, int length) {
    int at = from;
    while (at < length - 1 && line[at] == ' ') {
      at++;
    }
    return at;
  }

  private static int endOfNumber(byte[] line, int from, int length) {
    int at = from;
    while (at < length - 1 && line[at] != ',' && line[at] != '}' && line[at] != ' ') {
      at++;
    }
    return at;
  }

  @Override
  void malformed(FrameHandler out) {
    out.lost(1);
  }
}

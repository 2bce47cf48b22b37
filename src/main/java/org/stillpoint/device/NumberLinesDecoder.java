package org.stillpoint.device;

import java.util.List;
import java.util.Locale;

/**
 * Reads one value of the converter per line, as the simplest sketches print it: {@code 512}. A
 * label can precede it: {@code Signal 512}, {@code sig:512}, {@code sample=512}, {@code raw: 512},
 * {@code S:512} and {@code S=512}; these are the forms that PulseSensor's Signal Coach accepts.
 * ({@code S512} is the Processing format.)
 */
final class NumberLinesDecoder extends LineDecoder {
  private static final List<String> LABELS = List.of("signal", "sig", "sample", "raw", "s");

  @Override
  boolean decode(byte[] line, int length, FrameHandler out) {
    int from = 0;
    while (from < length && Character.isLetter(line[from])) {
      from++;
    }
    if (from > 0) {
      from = afterLabel(line, from, length);
    }
    long value = from < 0 ? AsciiFields.NOT_A_NUMBER : AsciiFields.integer(line, from, length);
    boolean plausible = Samples.plausible(value);
    if (plausible) {
      out.countedSample((double) value);
    }
    return plausible;
  }

  /** Index at which the number begins; -1 when the label or the separator is not one of those. */
  private static int afterLabel(byte[] line, int labelLength, int length) {
    String label = AsciiFields.string(line, labelLength).toLowerCase(Locale.ROOT);
    int at = skipBlanks(line, labelLength, length);
    boolean separated = at < length && (line[at] == ':' || line[at] == '=');
    if (separated) {
      at = skipBlanks(line, at + 1, length);
    }
    boolean apart = separated || (at > labelLength && label.length() > 1);
    return apart && LABELS.contains(label) ? at : -1;
  }

  private static int skipBlanks(byte[] line, int from, int length) {
    int at = from;
    while (at < length && line[at] == ' ') {
      at++;
    }
    return at;
  }

  @Override
  void malformed(FrameHandler out) {
    out.lost(1);
  }
}

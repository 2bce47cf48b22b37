package org.stillpoint.device;

import java.nio.charset.StandardCharsets;

/** Reads numbers from ASCII bytes without allocating memory. */
final class AsciiFields {
  /** Returned for bytes that are not a number of the required form. */
  static final long NOT_A_NUMBER = Long.MIN_VALUE;

  private static final int MOST_DIGITS = 9;

  /** A 32-bit clock has 10 digits, milliseconds since 1970 have 13, microseconds 16. */
  private static final int MOST_CLOCK_DIGITS = 16;

  private AsciiFields() {}

  /**
   * Reads a decimal integer, optionally signed.
   *
   * @return the number, or {@link #NOT_A_NUMBER} unless all bytes belong to it and it has 1 to 9
   *     digits
   */
  static long integer(byte[] text, int from, int to) {
    return integer(text, from, to, MOST_DIGITS);
  }

  /**
   * Reads the unsigned time of a device's clock.
   *
   * @return the number, or {@link #NOT_A_NUMBER} unless all bytes are 1 to 16 digits
   */
  static long clock(byte[] text, int from, int to) {
    long value = integer(text, from, to, MOST_CLOCK_DIGITS);
    return value < 0 ? NOT_A_NUMBER : value;
  }

  private static long integer(byte[] text, int from, int to, int mostDigits) {
    int at = from;
    boolean negative = at < to && text[at] == '-';
    if (negative) {
      at++;
    }
    if (at == to || to - at > mostDigits) {
      return NOT_A_NUMBER;
    }
    long value = 0;
    for (; at < to; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        return NOT_A_NUMBER;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  /**
   * Reads an unsigned number in upper-case hex.
   *
   * @return the number, or {@link #NOT_A_NUMBER} when a byte is not a hex digit
   */
  static long hex(byte[] text, int from, int to) {
    long value = 0;
    for (int at = from; at < to; at++) {
      int digit = hexDigit(text[at]);
      if (digit < 0) {
        return NOT_A_NUMBER;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static int hexDigit(byte b) {
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    return b >= 'A' && b <= 'F' ? b - 'A' + 10 : -1;
  }

  /** Index of the first such byte, or -1. */
  static int indexOf(byte[] text, int from, int to, char wanted) {
    for (int at = from; at < to; at++) {
      if (text[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  /** The bytes as text. */
  static String string(byte[] text, int length) {
    return new String(text, 0, length, StandardCharsets.ISO_8859_1);
  }
}

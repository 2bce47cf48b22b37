package org.stillpoint.testkit;

import java.io.ByteArrayOutputStream;

/**
 * What a receiver makes of bytes sent at another rate: the bits on the line, one start bit, eight
 * data bits from the lowest, one stop bit, are sampled in the middle of its own bits. Bytes sent
 * together follow each other without a pause; the line is at rest before and after.
 */
public final class Uart {
  private static final int FRAME = 10;

  private Uart() {}

  /** The bytes a receiver hears; a byte without a valid stop bit is passed on, as drivers do. */
  public static byte[] heard(byte[] sent, int sentBaud, int heardBaud) {
    if (sentBaud == heardBaud) {
      return sent;
    }
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    double bit = (double) sentBaud / heardBaud; // a bit of the receiver, in bits of the sender
    double end = (double) sent.length * FRAME;
    double step = Math.min(1, bit) / 16; // receivers look for the edge 16 times in a bit
    double at = 0;
    while (at < end) {
      if (level(sent, at)) {
        at += step;
        continue;
      }
      int value = 0;
      for (int i = 0; i < 8; i++) {
        value |= level(sent, at + (1.5 + i) * bit) ? 1 << i : 0;
      }
      heard.write(value);
      at += 9.5 * bit;
      while (at < end && !level(sent, at)) {
        at += step; // a line that is still low: no new start without an edge
      }
    }
    return heard.toByteArray();
  }

  private static boolean level(byte[] sent, double at) {
    int bit = (int) Math.floor(at);
    int place = bit % FRAME;
    if (bit >= sent.length * FRAME || place == FRAME - 1) {
      return true;
    }
    return place > 0 && (sent[bit / FRAME] >> (place - 1) & 1) == 1;
  }
}

package org.stillpoint.device;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Describes bytes that no decoder understood, so that the person can recognise the device. */
final class SeenBytes {
  /** More bytes than this are not needed for a description. */
  static final int ENOUGH = 400;

  private static final int LONGEST_QUOTE = 60;
  private static final int HEX_BYTES = 12;

  private SeenBytes() {}

  /** Whether nine in ten bytes are printable; false without bytes. */
  static boolean isText(byte[] bytes) {
    int printable = 0;
    for (byte b : bytes) {
      if ((b >= ' ' && b <= '~') || b == '\n' || b == '\r' || b == '\t') {
        printable++;
      }
    }
    return printable > 0 && printable >= bytes.length * 9 / 10;
  }

  /** Words such as: text, for instance "$GPGGA,..." or: bytes that are not text (a5 03 ...). */
  static String describe(byte[] bytes) {
    if (bytes.length == 0) {
      return "nothing";
    }
    if (!isText(bytes)) {
      byte[] head = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, HEX_BYTES));
      return "bytes that are not text ("
          + HexFormat.ofDelimiter(" ").formatHex(head)
          + (bytes.length > HEX_BYTES ? " ..." : "")
          + ")";
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\r", "");
    // The first line may be torn, so the second one is the better example, if it exists.
    String[] lines = text.strip().split("\n", -1);
    String line = lines.length > 2 ? lines[1] : lines[0];
    String quote = line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "..." : line;
    return "text, for instance \"" + quote.strip() + "\"";
  }
}

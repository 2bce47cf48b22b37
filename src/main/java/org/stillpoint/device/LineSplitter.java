package org.stillpoint.device;

/**
 * Splits a byte stream into lines at LF and removes a CR before it. A line longer than the limit is
 * discarded as a whole, up to the next LF.
 */
final class LineSplitter {

  /** Receives lines. The array is reused, so it is valid only during the call. */
  interface Lines {
    void line(byte[] text, int length);

    void overlong();
  }

  private final byte[] line;
  private int length;
  private boolean skipping;

  LineSplitter(int longestLine) {
    this.line = new byte[longestLine];
  }

  void accept(byte[] bytes, int count, Lines out) {
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        endLine(out);
      } else if (!skipping) {
        if (length == line.length) {
          skipping = true;
        } else {
          line[length++] = b;
        }
      }
    }
  }

  private void endLine(Lines out) {
    if (skipping) {
      out.overlong();
    } else {
      int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
      out.line(line, end);
    }
    skipping = false;
    length = 0;
  }

  /** Ends the stream: passes on a last line without LF. */
  void finish(Lines out) {
    if (length > 0 || skipping) {
      endLine(out);
    }
  }
}

package org.stillpoint.device;

/**
 * Cuts a byte stream into lines at LF, a CR before it removed. A line longer than the limit is
 * given up as a whole, up to the next LF.
 */
final class LineSplitter {

  /** Takes lines. The array is reused: valid only during the call. */
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

  /** The last line of a file that has no LF. */
  void finish(Lines out) {
    if (length > 0 || skipping) {
      endLine(out);
    }
  }
}

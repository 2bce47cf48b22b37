package org.stillpoint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text file into lines at LF, CR LF or CR, and counts them. Bytes are decoded as ISO
 * 8859-1, which accepts every byte. A UTF-8 byte order mark at the beginning is skipped, and
 * control characters that a terminal would act on become question marks. Holds one line. Belongs to
 * one thread.
 */
final class TextLines {
  private static final int LONGEST_LINE = 4096;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** From here up to the no-break space are control characters, which terminals act on. */
  private static final int DELETE = 0x7F;

  private static final int NO_BREAK_SPACE = 0xA0;

  private final String name;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] line = new byte[LONGEST_LINE];
  private int at;
  private int end;
  private int number;
  private boolean afterReturn;

  /**
   * Reads from the stream, which the caller closes.
   *
   * @param name of the file, for error sentences
   */
  TextLines(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /** Number of the line that was read last, from 1. */
  int number() {
    return number;
  }

  /**
   * The next line, without its line end and surrounding spaces; null at the end of the file.
   *
   * @throws IOException with one sentence when the file is not text or the line is too long
   */
  @Nullable String next() throws IOException {
    int length = 0;
    boolean any = false;
    for (int b = read(); b >= 0; b = read()) {
      boolean pair = b == '\n' && afterReturn;
      afterReturn = b == '\r';
      if (pair) {
        continue; // the CR has ended the line
      }
      any = true;
      if (b == '\n' || b == '\r') {
        break;
      }
      if (b < ' ' && b != '\t' && b != '\f') {
        throw new IOException(
            name
                + " is not a text file: line "
                + (number + 1)
                + " holds the byte "
                + b
                + (b == 0
                    ? "; if an editor shows text, save it as UTF-8."
                    : "; export it as text."));
      }
      if (length == LONGEST_LINE) {
        throw new IOException(
            name
                + ", line "
                + (number + 1)
                + " is longer than "
                + LONGEST_LINE
                + " characters: write one value on each line.");
      }
      line[length++] = (byte) (b >= DELETE && b < NO_BREAK_SPACE ? '?' : b);
    }
    if (!any) {
      return null;
    }
    number++;
    boolean marked = number == 1 && length >= 3 && Arrays.equals(line, 0, 3, UTF8_MARK, 0, 3);
    int from = marked ? UTF8_MARK.length : 0;
    return new String(line, from, length - from, StandardCharsets.ISO_8859_1).strip();
  }

  private int read() throws IOException {
    if (at == end) {
      end = in.read(buffer);
      at = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[at++] & 0xFF;
  }
}

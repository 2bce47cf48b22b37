package org.stillpoint.device;

import org.stillpoint.signal.Fault;

/** What all decoders of line protocols share: cutting, the torn first line, faults. */
abstract class LineDecoder implements FrameDecoder {
  private static final int LONGEST_LINE = 256;

  private final LineSplitter splitter = new LineSplitter(LONGEST_LINE);
  private boolean firstLine = true;

  /**
   * Decodes one line.
   *
   * @return whether it was of the format
   */
  abstract boolean decode(byte[] line, int length, FrameHandler out);

  /** Called for a line without anything on it. */
  void blank() {}

  /** Called for a line that is not of the format, after the fault was told. */
  void malformed(FrameHandler out) {}

  @Override
  public final void accept(byte[] bytes, int count, FrameHandler out) {
    splitter.accept(bytes, count, lines(out));
  }

  @Override
  public void finish(FrameHandler out) {
    splitter.finish(lines(out));
  }

  private LineSplitter.Lines lines(FrameHandler out) {
    return new LineSplitter.Lines() {
      @Override
      public void line(byte[] text, int length) {
        boolean wasFirst = firstLine;
        firstLine = false;
        if (length == 0) {
          blank();
        } else if (!decode(text, length, out) && !wasFirst) {
          // A stream is usually joined in the middle of a line: that one proves nothing.
          out.fault(Fault.MALFORMED_LINE, 1);
          malformed(out);
        }
      }

      @Override
      public void overlong() {
        firstLine = false;
        out.fault(Fault.OVERLONG_LINE, 1);
      }
    };
  }
}

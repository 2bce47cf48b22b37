package org.stillpoint.device;

import org.stillpoint.signal.Fault;

/**
 * The common part of decoders of line protocols: splitting into lines, the torn first line, faults.
 */
abstract class LineDecoder implements FrameDecoder {
  private static final int LONGEST_LINE = 256;

  private final LineSplitter splitter = new LineSplitter(LONGEST_LINE);
  private boolean firstLine = true;

  /**
   * Decodes one line.
   *
   * @return whether the line follows the format
   */
  abstract boolean decode(byte[] line, int length, FrameHandler out);

  /** Called for an empty line. */
  void blank() {}

  /** Called for a line that does not follow the format, after the fault was reported. */
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
          // Reading usually starts in the middle of a line, so the first line proves nothing.
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

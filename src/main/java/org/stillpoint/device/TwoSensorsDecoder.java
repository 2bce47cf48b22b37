package org.stillpoint.device;

/**
 * Two PulseSensors on one board: lines {@code first,second}, no clock, no check value. One of them
 * is listened to, at the start the first. Whenever it made no smooth moving curve in two blocks of
 * lines while the other did, the other is taken: a finger on one sensor only is found wherever it
 * lies, two good sensors never change. The change costs a short gap, which no interval crosses.
 */
final class TwoSensorsDecoder extends LineDecoder {
  /** Lines that are judged together: more than two seconds at the sketch's 49 a second. */
  private static final int BLOCK = 120;

  private static final int PATIENCE = 2;

  private final double[][] values = new double[2][BLOCK];
  private int count;
  private int chosen;
  private int worse;

  @Override
  boolean decode(byte[] line, int length, FrameHandler out) {
    int comma = AsciiFields.indexOf(line, 0, length, ',');
    if (comma < 0) {
      return false;
    }
    long first = AsciiFields.integer(line, 0, comma);
    long second = AsciiFields.integer(line, comma + 1, length);
    if (!Samples.plausible(first) || !Samples.plausible(second)) {
      return false;
    }
    values[0][count] = first;
    values[1][count] = second;
    out.countedSample(values[chosen][count]);
    count++;
    if (count == BLOCK) {
      count = 0;
      judge(out);
    }
    return true;
  }

  private void judge(FrameHandler out) {
    boolean here = new WaveShape(values[chosen], 0, BLOCK).curve();
    boolean there = new WaveShape(values[1 - chosen], 0, BLOCK).curve();
    worse = there && !here ? worse + 1 : 0;
    if (worse >= PATIENCE) {
      worse = 0;
      chosen = 1 - chosen;
      out.restarted(); // another wave: no interval reaches across
    }
  }

  @Override
  void malformed(FrameHandler out) {
    out.lost(1);
  }
}

package org.stillpoint.device;

/**
 * Reads two PulseSensors on one board: lines {@code first,second}, without clock or checksum. One
 * of them is used, at first the first one. When it has shown no smooth, moving curve in two blocks
 * of lines in a row while the other one has, the other sensor is used. So a finger on only one
 * sensor is found on either, and with two good sensors the choice never changes. A change costs a
 * short gap, which no interval crosses.
 */
final class TwoSensorsDecoder extends LineDecoder {
  /**
   * Number of lines that are judged together: more than two seconds at the sketch's 49 lines a
   * second.
   */
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
      out.restarted(); // another wave, so no interval may cross
    }
  }

  @Override
  void malformed(FrameHandler out) {
    out.lost(1);
  }
}

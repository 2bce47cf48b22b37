package org.stillpoint.device;

/**
 * Reads the PulseSensor's plotter format: lines {@code BPM,IBI,Signal} with CRLF, without clock or
 * checksum. The sensor's own heart rate and interval only help to recognise the format: its
 * detector loses a quarter of the beats when the level of the wave drifts, so beats are found in
 * the signal instead.
 */
final class PulseSensorPlotterDecoder extends LineDecoder {
  private static final int MOST_BPM = 260;
  private static final int SHORTEST_IBI_MILLIS = 200;
  private static final int LONGEST_IBI_MILLIS = 6000;
  private static final long MOST_SIGNAL = 1_000_000;

  private long lastBpm = -1;
  private long lastIbi = -1;
  private boolean changed;

  @Override
  boolean decode(byte[] line, int length, FrameHandler out) {
    int first = AsciiFields.indexOf(line, 0, length, ',');
    int second = first < 0 ? -1 : AsciiFields.indexOf(line, first + 1, length, ',');
    if (second < 0) {
      return false;
    }
    long bpm = AsciiFields.integer(line, 0, first);
    long ibi = AsciiFields.integer(line, first + 1, second);
    long signal = AsciiFields.integer(line, second + 1, length);
    boolean plausible =
        bpm >= 0
            && bpm <= MOST_BPM
            && ibi >= SHORTEST_IBI_MILLIS
            && ibi <= LONGEST_IBI_MILLIS
            && signal != AsciiFields.NOT_A_NUMBER
            && Math.abs(signal) <= MOST_SIGNAL
            && !changesAgain(bpm, ibi);
    if (plausible) {
      out.countedSample((double) signal);
    }
    return plausible;
  }

  /**
   * Rate and interval stay constant between beats: two changes in a row mean another instrument.
   */
  private boolean changesAgain(long bpm, long ibi) {
    boolean before = changed;
    changed = lastBpm >= 0 && (bpm != lastBpm || ibi != lastIbi);
    lastBpm = bpm;
    lastIbi = ibi;
    return before && changed;
  }

  @Override
  void malformed(FrameHandler out) {
    out.lost(1);
  }
}

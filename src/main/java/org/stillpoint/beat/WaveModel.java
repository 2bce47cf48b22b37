package org.stillpoint.beat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;

/**
 * What is special to a kind of wave: how its slopes are taken, what among them may be a beat, and
 * how a beat looks.
 */
interface WaveModel {

  /** How the bar for the next beat runs. */
  ThresholdProfile course();

  /** Grid spacing; 200 ms are a multiple of it. */
  long stepNanos();

  /** Half the width of the bell under which a slope is taken. */
  long halfWidthNanos();

  /** Forgets everything; the first slope will be that of the grid number. */
  void begin(long grid);

  /**
   * Takes the next slope.
   *
   * @param from number of the last sample not after the beginning of the bell
   * @param centreNanos time of the grid step
   */
  void addSlope(long from, long centreNanos);

  /** The rise that the newest slope has shown to be one, if any. */
  @Nullable Rise newRise();

  /**
   * The rise with its strength as a beat, as far as its shape has come in.
   *
   * @param usualStrength of beats
   */
  Rise weighed(Rise rise, double usualStrength);

  /** Learns what beats look like. */
  void learn(List<Rise> beats);

  /** Whether it is certain that there is little but rises of the strength. */
  boolean isQuiet(double strength);

  /** Makes a beat of a rise. */
  Beat judge(Rise rise);
}

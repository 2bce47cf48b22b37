package org.stillpoint.beat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;

/**
 * What is special to a kind of wave: how its slopes are computed, which of them may be beats, and
 * what a beat looks like.
 */
interface WaveModel {

  /** How the threshold for the next beat runs between two beats. */
  ThresholdProfile profile();

  /** Grid spacing; 200 ms are a multiple of it. */
  long stepNanos();

  /** Half the width of the kernel under which a slope is computed. */
  long halfWidthNanos();

  /** Forgets everything; the first slope will be that of the grid number. */
  void begin(long grid);

  /**
   * Takes the next slope.
   *
   * @param from number of the last sample not after the beginning of the kernel
   * @param centreNanos time of the grid step
   */
  void addSlope(long from, long centreNanos);

  /** The rise that the newest slope has completed; null if none. */
  @Nullable Rise newRise();

  /**
   * The rise with its strength as a beat, as far as its shape is known yet.
   *
   * @param usualStrength strength of the beats so far
   */
  Rise weighed(Rise rise, double usualStrength);

  /** Learns what beats look like. */
  void learn(List<Rise> beats);

  /** Whether it is certain that the wave holds little but rises of the strength. */
  boolean isQuiet(double strength);

  /** Makes a beat of a rise. */
  Beat judge(Rise rise);
}

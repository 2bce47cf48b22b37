package org.stillpoint.beat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;

/**
 * The part of the detection that is specific to a kind of wave: how its slopes are computed, which
 * of them can be beats, and what a beat looks like.
 */
interface WaveModel {

  /** Course of the threshold between two beats. */
  ThresholdProfile profile();

  /** Grid spacing; 200 ms are a multiple of it. */
  long stepNanos();

  /** Half the width of the kernel that computes a slope. */
  long halfWidthNanos();

  /** Forgets everything; the first slope will be that of the grid number. */
  void begin(long grid);

  /**
   * Computes the next slope.
   *
   * @param from number of the last sample not after the beginning of the kernel
   * @param centreNanos time of the grid step
   */
  void addSlope(long from, long centreNanos);

  /**
   * The strength that the wave has reached at the newest grid step, which may be on the way to a
   * rise that is not complete yet; 0 if the wave does not rise.
   */
  double approaching();

  /** The rise that the newest slope has completed; null if there is none. */
  @Nullable Rise newRise();

  /**
   * The rise with its strength as a beat, as far as its shape is known so far.
   *
   * @param usualStrength usual strength of the beats so far
   */
  Rise weighed(Rise rise, double usualStrength);

  /** Whether a rise that is weaker than beats usually are is clearly more than noise. */
  boolean standsOut(Rise rise);

  /** What is known of a second wave after each beat; {@link DiastolicWave#none} for an ECG. */
  DiastolicWave diastolic();

  /** Learns the shape of beats. */
  void learn(List<Rise> beats);

  /** Whether the wave certainly holds little except rises of the given strength. */
  boolean isQuiet(double strength);

  /** Turns a rise into a beat with its quality. */
  Beat judge(Rise rise);
}

package org.stillpoint.hrv;

/** What breathing changes in the heartbeats and in their wave. */
public enum BreathEffect {
  /** The intervals: respiratory sinus arrhythmia. */
  INTERVALS,
  /** Height of the pulse, or of the whole ECG complex. */
  HEIGHT,
  /** The level of the wave: the foot of the pulse, or the mean of the ECG. */
  BASELINE,
  /** The highest value of the pulse. */
  PEAK,
  /** The mean of the pulse wave from beat to beat. */
  MEAN,
  /** Duration of the pulse at half its height. */
  WIDTH,
  /** How much of its height the pulse keeps until the next one. */
  FILL,
  /** The highest value of the ECG complex above the level before it. */
  TOP,
  /** The lowest value of the ECG complex below the level before it. */
  BOTTOM,
  /** The strength of the ECG complex as a whole. */
  STRENGTH;

  /**
   * Whether it counts in the vote on one window. Those that do are as independent as can be: peak,
   * mean and fill of a pulse repeat its foot and height, and movement swings them all, so that they
   * would outvote the others.
   */
  boolean independent() {
    return switch (this) {
      case INTERVALS, HEIGHT, BASELINE, WIDTH -> true;
      case PEAK, MEAN, FILL, TOP, BOTTOM, STRENGTH -> false;
    };
  }
}

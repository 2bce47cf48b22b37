package org.stillpoint.relax;

/**
 * How the person breathes against the breathing at which variability was last compared. Slower
 * breathing alone raises RMSSD (Shao 2024), so variability counts only while breathing is alike.
 */
public enum BreathingRegime {
  /** Nothing is known of the breathing, or nothing is compared yet. */
  UNKNOWN,
  /** Breathing is as it was when the comparison began: variability counts. */
  ALIKE,
  /** Breathing is other or not clear, not for long yet: variability stands where it was. */
  DOUBTFUL,
  /** Breathing has changed: variability stands still until it can be compared anew. */
  CHANGED
}

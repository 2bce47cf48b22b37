package org.stillpoint.relax;

/**
 * The person's breathing, compared with the breathing at which variability was last compared.
 * Slower breathing alone raises RMSSD (Shao 2024), so variability counts only while breathing is
 * alike.
 */
public enum BreathingRegime {
  /** The breathing is not known, or nothing is compared yet. */
  UNKNOWN,
  /** Breathing is as it was when the comparison began: variability counts. */
  ALIKE,
  /**
   * Breathing differs or is not clear, but only for a short time: variability keeps its last value.
   */
  DOUBTFUL,
  /** Breathing has changed: variability keeps its last value until it can be compared again. */
  CHANGED
}

package org.stillpoint.relax;

/**
 * Whether the person breathes as in the baseline; variability may only be compared if so. Breathing
 * is not estimated yet, so nothing else can be said.
 */
public enum BreathingRegime {
  /** Nothing is known of the breathing: slower breathing alone may have raised the index. */
  UNKNOWN
}

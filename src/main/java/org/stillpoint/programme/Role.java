package org.stillpoint.programme;

/**
 * What a stage is for. A script has exactly one BASELINE; one REST, unless it is an assessment; and
 * one RETURN, unless it ends in sleep.
 */
public enum Role {
  /** Finding a position, before anything is measured. */
  OPENING,
  /** Settling and the unpaced start that the rest is measured against; nothing adapts here. */
  BASELINE,
  /** A guided part. */
  GUIDED,
  /** The quiet rest; spare time goes here. */
  REST,
  /** Coming back and sitting up; always the last, and its time is reserved. */
  RETURN
}

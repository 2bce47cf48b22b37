package org.stillpoint.programme;

/**
 * What a stage is for. A script has exactly one BASELINE; one REST, unless it is an assessment; and
 * one RETURN, unless it ends in sleep.
 */
public enum Role {
  /** Finding a position, before anything is measured. */
  OPENING,
  /** Settling, then the baseline that everything is compared with; nothing is adapted here. */
  BASELINE,
  /** A guided part. */
  GUIDED,
  /** The quiet rest; it takes up spare time. */
  REST,
  /** Coming back and sitting up; always the last stage, and its time is reserved. */
  RETURN
}

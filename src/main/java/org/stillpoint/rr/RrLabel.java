package org.stillpoint.rr;

/**
 * What an interval is taken for; the classes are those of Lipponen and Tarvainen (2019). Everything
 * but {@link #NORMAL} is an artefact.
 */
public enum RrLabel {
  /** Plausible: one of the NN intervals. */
  NORMAL,
  /** Ends with a beat that came before its time, or makes up for one. */
  ECTOPIC,
  /** Holds a beat that was not found. */
  MISSED,
  /** Ends with a beat that is none. */
  EXTRA,
  /** Much longer than its neighbours. */
  LONG,
  /** Much shorter than its neighbours. */
  SHORT,
  /** Bounded by a beat whose wave cannot be trusted. */
  UNTRUSTED;

  /** Whether the beat at its end lies at the wrong place between right ones. */
  boolean misplaced() {
    return this == ECTOPIC || this == LONG || this == SHORT;
  }
}

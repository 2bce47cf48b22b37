package org.stillpoint.rr;

/**
 * The class of an interval; the classes are those of Lipponen and Tarvainen (2019), and one for a
 * signal that cannot be trusted. Every class except {@link #NORMAL} is an artefact.
 */
public enum RrLabel {
  /** Plausible: one of the NN intervals. */
  NORMAL,
  /** Ends with a premature beat, or compensates for one. */
  ECTOPIC,
  /** Contains a beat that was not detected. */
  MISSED,
  /** Ends with a detection that is not a beat. */
  EXTRA,
  /** Much longer than its neighbours. */
  LONG,
  /** Much shorter than its neighbours. */
  SHORT,
  /** Bounded by a beat whose wave cannot be trusted. */
  UNTRUSTED;

  /** Whether the beat at its end is misplaced between correct beats. */
  boolean misplaced() {
    return this == ECTOPIC || this == LONG || this == SHORT;
  }
}

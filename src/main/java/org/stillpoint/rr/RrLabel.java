package org.stillpoint.rr;

/** What an interval is taken for. Everything but {@link #NORMAL} is set aside from all measures. */
public enum RrLabel {
  /** Plausible: one of the NN intervals. */
  NORMAL,
  /** Much longer than its neighbours, as after a missed beat. */
  LONG,
  /** Much shorter than its neighbours, as with an extra or early beat. */
  SHORT,
  /** Bounded by a beat whose wave cannot be trusted. */
  UNTRUSTED
}

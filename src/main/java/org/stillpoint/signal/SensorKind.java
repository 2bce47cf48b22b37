package org.stillpoint.signal;

/** What a sensor measures; results of different kinds are never mixed in one baseline. */
public enum SensorKind {
  /** A pulse wave, measured with light. */
  PPG,
  /** An electrocardiogram: the heart's electrical wave. */
  ECG,
  /** Intervals between beats, found by the sensor itself. */
  INTERVALS
}

package org.stillpoint.signal;

/** What a sensor measures; results of different kinds are never mixed in one baseline. */
public enum SensorKind {
  /** A pulse wave, by light. */
  PPG,
  /** The heart's electrical wave. */
  ECG,
  /** Times between beats, found by the sensor itself. */
  INTERVALS
}

package org.stillpoint.monitor;

import java.util.OptionalDouble;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.SensorKind;

/**
 * The state of the sensor and its connection, counted since the recording began.
 *
 * @param kind what the sensor measures
 * @param placement how it sits on the body
 * @param rateHz samples a second by the device's own time; absent for intervals
 * @param driftPpm how fast the device's clock runs against the computer's, in parts per million;
 *     absent in the first 45 s and for a device without a clock
 * @param lostSamples number of samples or lines that are known to be lost
 * @param gaps number of gaps that are over
 * @param gapSeconds their total length
 */
public record SensorState(
    SensorKind kind,
    Placement placement,
    OptionalDouble rateHz,
    OptionalDouble driftPpm,
    long lostSamples,
    long gaps,
    double gapSeconds) {

  /** What to do so that the sensor sits better, in a sentence; empty when it sits well. */
  public String advice() {
    return placement.advice(kind);
  }
}

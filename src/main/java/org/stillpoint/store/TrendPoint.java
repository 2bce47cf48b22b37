package org.stillpoint.store;

import java.util.OptionalDouble;
import org.stillpoint.programme.Posture;
import org.stillpoint.programme.ProgrammeKind;
import org.stillpoint.signal.SensorKind;

/**
 * A session as it counts in the trends over weeks.
 *
 * @param recording the recording
 * @param kind kind of its programme
 * @param posture the person's posture
 * @param sensor kind of the sensor
 * @param heartRate heart rate of its baseline as measured, per minute; absent without one
 * @param lnRmssd lnRMSSD of its baseline as measured; absent without one
 * @param arriving whether the heart was still slowing then
 */
public record TrendPoint(
    Recording recording,
    ProgrammeKind kind,
    Posture posture,
    SensorKind sensor,
    OptionalDouble heartRate,
    OptionalDouble lnRmssd,
    boolean arriving) {

  /**
   * Whether the starts of two sessions can be compared: the same posture, the same kind of sensor,
   * and both of them mornings or both not.
   */
  public boolean comparable(TrendPoint other) {
    return posture == other.posture
        && sensor == other.sensor
        && (kind == ProgrammeKind.READING) == (other.kind == ProgrammeKind.READING);
  }
}

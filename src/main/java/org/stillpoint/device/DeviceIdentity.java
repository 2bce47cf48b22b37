package org.stillpoint.device;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.stillpoint.signal.SensorKind;

/**
 * What a device reports about itself.
 *
 * @param kind what it measures
 * @param model its name, as sent; may be empty
 * @param rateHz sampling rate in Hz; empty when it is not reported
 * @param bits bits per sample, which ranges from 0 to 2^bits - 1; empty when not reported
 */
public record DeviceIdentity(
    SensorKind kind, String model, OptionalDouble rateHz, OptionalInt bits) {

  /** A device that does not report how many bits its samples have. */
  public DeviceIdentity(SensorKind kind, String model, OptionalDouble rateHz) {
    this(kind, model, rateHz, OptionalInt.empty());
  }
}

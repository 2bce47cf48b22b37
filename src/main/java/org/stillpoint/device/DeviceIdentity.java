package org.stillpoint.device;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.stillpoint.signal.SensorKind;

/**
 * What a device says of itself.
 *
 * @param kind what it measures
 * @param model its name, as sent; may be empty
 * @param rateHz samples a second, empty when it does not say
 * @param bits bits of a sample, which runs from 0 to 2^bits - 1; empty when it does not say
 */
public record DeviceIdentity(
    SensorKind kind, String model, OptionalDouble rateHz, OptionalInt bits) {

  /** A device that does not say how many bits its samples have. */
  public DeviceIdentity(SensorKind kind, String model, OptionalDouble rateHz) {
    this(kind, model, rateHz, OptionalInt.empty());
  }
}

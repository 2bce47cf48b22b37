package org.stillpoint.device;

import java.util.OptionalDouble;
import org.stillpoint.signal.SensorKind;

/**
 * What a device says of itself.
 *
 * @param kind what it measures
 * @param model its name, as sent; may be empty
 * @param rateHz samples a second, empty when it does not say
 */
public record DeviceIdentity(SensorKind kind, String model, OptionalDouble rateHz) {}

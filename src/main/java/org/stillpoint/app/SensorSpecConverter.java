package org.stillpoint.app;

import org.stillpoint.live.SensorSpec;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets picocli read the specification of a sensor. A wrong specification is wrong usage. */
final class SensorSpecConverter implements ITypeConverter<SensorSpec> {
  @Override
  public SensorSpec convert(String value) {
    try {
      return SensorSpec.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}

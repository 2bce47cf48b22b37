package org.stillpoint.ui;

/**
 * A sensor that the person can choose.
 *
 * @param spec the sensor, as {@link WindowBackend#connect} expects it
 * @param words its name in the list
 * @param likely whether a sensor is probably there
 */
record SensorChoice(String spec, String words, boolean likely) {
  @Override
  public String toString() {
    return words;
  }
}

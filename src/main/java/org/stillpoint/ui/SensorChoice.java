package org.stillpoint.ui;

/**
 * A sensor that the person can choose.
 *
 * @param spec the sensor, as {@link WindowBackend#connect} expects it
 * @param words what a list shows
 */
record SensorChoice(String spec, String words) {
  @Override
  public String toString() {
    return words;
  }
}

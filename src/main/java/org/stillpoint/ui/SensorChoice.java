package org.stillpoint.ui;

/**
 * A sensor to choose.
 *
 * @param spec what is connected to, as {@link WindowBackend#connect} takes it
 * @param words what a list shows
 */
record SensorChoice(String spec, String words) {
  @Override
  public String toString() {
    return words;
  }
}

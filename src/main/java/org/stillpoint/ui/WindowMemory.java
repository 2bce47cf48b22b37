package org.stillpoint.ui;

/**
 * What the window remembers from one time to the next.
 *
 * @param sensorSpec the sensor that was connected last; empty if there is none
 * @param programmeId the programme that was begun last; empty if there is none
 * @param minutes its length; 0 if there is none
 */
public record WindowMemory(String sensorSpec, String programmeId, int minutes) {
  /** Nothing yet. */
  public static final WindowMemory NONE = new WindowMemory("", "", 0);
}

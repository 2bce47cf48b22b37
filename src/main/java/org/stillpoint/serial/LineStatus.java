package org.stillpoint.serial;

/**
 * State of the connection to a sensor.
 *
 * @param up whether bytes can arrive
 * @param why what broke the connection, as a sentence; empty while it is up
 * @param secondsToNextTry time until the next attempt to reconnect; 0 while it is up
 * @param breaks how often it has been broken so far
 * @param sleeps how often the computer has been asleep so far
 */
public record LineStatus(boolean up, String why, double secondsToNextTry, int breaks, int sleeps) {
  /** A connection that was never broken. */
  public static final LineStatus UP = new LineStatus(true, "", 0, 0, 0);
}

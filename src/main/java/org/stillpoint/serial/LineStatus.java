package org.stillpoint.serial;

/**
 * How the line to a sensor is.
 *
 * @param up whether bytes can come
 * @param why what broke it, as a sentence; empty while it is up
 * @param secondsToNextTry until it is looked for again; 0 while it is up
 * @param breaks how often it broke so far
 * @param sleeps how often the computer slept meanwhile
 */
public record LineStatus(boolean up, String why, double secondsToNextTry, int breaks, int sleeps) {
  /** A line that never broke. */
  public static final LineStatus UP = new LineStatus(true, "", 0, 0, 0);
}

package org.stillpoint.monitor;

/**
 * Session time: the host time since the session began, without its pauses. Host times and recording
 * times are nanoseconds since the recording began. Belongs to the chain's thread.
 */
final class SessionTime {
  private boolean begun;
  private long beginNanos;
  private long pausedNanos;
  private long pauseBeganNanos = -1;
  private double resumedSeconds = Double.NEGATIVE_INFINITY;

  /** The session begins now. */
  void begin(long hostNanos) {
    begun = true;
    beginNanos = hostNanos;
  }

  boolean begun() {
    return begun;
  }

  /** Stops session time. */
  void pause(long hostNanos) {
    pauseBeganNanos = hostNanos;
  }

  /** Lets session time continue. */
  void resume(long hostNanos) {
    pausedNanos += hostNanos - pauseBeganNanos;
    pauseBeganNanos = -1;
    resumedSeconds = seconds(hostNanos);
  }

  boolean paused() {
    return pauseBeganNanos >= 0;
  }

  /** Session time at a host time. */
  double seconds(long hostNanos) {
    long upTo = paused() ? pauseBeganNanos : hostNanos;
    return (upTo - pausedNanos - beginNanos) / 1e9;
  }

  /** The recording time of a session time. */
  long recordingNanos(double sessionSeconds) {
    return beginNanos + pausedNanos + Math.round(sessionSeconds * 1e9);
  }

  /** Session time of the end of the last pause; negative infinity without one. */
  double resumedSeconds() {
    return resumedSeconds;
  }
}

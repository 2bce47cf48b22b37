package org.stillpoint.ui;

import java.nio.charset.StandardCharsets;
import org.stillpoint.serial.ByteSource;

/**
 * A chest strap that sends intervals. A test can make its heart beat faster; its breathing is even.
 */
final class HeartSource implements ByteSource {
  private static final double STEP_SECONDS = 0.05;
  private static final double BREATHS_PER_SECOND = 0.23;

  private volatile double perMinute = 62;
  private double seconds;
  private double beatSeconds;

  void beat(double perMinute) {
    this.perMinute = perMinute;
  }

  @Override
  public int read(byte[] buffer) {
    seconds += STEP_SECONDS;
    double breath = Math.sin(2 * Math.PI * BREATHS_PER_SECOND * beatSeconds);
    double interval = 60 / perMinute + 0.03 * breath;
    if (beatSeconds + interval > seconds) {
      return 0;
    }
    beatSeconds += interval;
    byte[] line = (Math.round(1000 * interval) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(line, 0, buffer, 0, line.length);
    return line.length;
  }

  @Override
  public long hostNanos() {
    return Math.round(seconds * 1e9);
  }

  @Override
  public String description() {
    return "virtual strap";
  }

  @Override
  public void close() {}
}

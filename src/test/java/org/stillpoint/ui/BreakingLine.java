package org.stillpoint.ui;

import java.io.IOException;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.LineStatus;

/** A connection that a test can break and restore. What is sent meanwhile is lost. */
final class BreakingLine implements ByteSource {
  static final String WHY = "The sensor is gone: its plug was pulled or its power failed.";

  private static final double TRY_EVERY_SECONDS = 5;

  private final ByteSource source;
  private volatile boolean broken;
  private boolean up = true;
  private int breaks;
  private long brokenNanos;

  BreakingLine(ByteSource source) {
    this.source = source;
  }

  void broken(boolean now) {
    broken = now;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    int count = source.read(buffer);
    if (up && broken) {
      breaks++;
      brokenNanos = source.hostNanos();
    }
    up = !broken;
    return up || count < 0 ? count : 0;
  }

  @Override
  public LineStatus line() {
    if (up) {
      return new LineStatus(true, "", 0, breaks, 0);
    }
    double since = (source.hostNanos() - brokenNanos) / 1e9;
    return new LineStatus(false, WHY, TRY_EVERY_SECONDS - since % TRY_EVERY_SECONDS, breaks, 0);
  }

  @Override
  public long hostNanos() {
    return source.hostNanos();
  }

  @Override
  public String description() {
    return source.description();
  }

  @Override
  public void close() {
    source.close();
  }
}

package org.stillpoint.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.stillpoint.device.StillpointEncoder;
import org.stillpoint.participant.Chunk;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.serial.ByteSource;

/** A virtual person as a source. A test can unplug it, or make it send nothing. */
final class WornSensor implements ByteSource {
  private final VirtualSensor sensor =
      new VirtualSensor(Family.RESPONDER, 7, "stillpoint", b -> {});
  private volatile boolean unplugged;
  private volatile boolean fingerAway;
  private final boolean electrodes;
  private byte[] rest = new byte[0];
  private long hostNanos;

  WornSensor(boolean electrodes) {
    this.electrodes = electrodes;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    if (unplugged) {
      throw new IOException("The sensor is gone: its plug was pulled or its power failed.");
    }
    byte[] bytes = rest;
    if (bytes.length == 0) {
      Chunk chunk = sensor.next();
      hostNanos = chunk.hostNanos();
      bytes = fingerAway ? away(chunk.bytes()) : electrodes ? ecg(chunk.bytes()) : chunk.bytes();
    }
    int count = Math.min(bytes.length, buffer.length);
    System.arraycopy(bytes, 0, buffer, 0, count);
    rest = java.util.Arrays.copyOfRange(bytes, count, bytes.length);
    return count;
  }

  /** The same device, which says that it has electrodes. */
  private static byte[] ecg(byte[] bytes) {
    String line = new String(bytes, StandardCharsets.US_ASCII);
    return line.contains("sensor=ppg")
        ? StillpointEncoder.identity("v=1 sensor=ecg rate=500 bits=10 name=virtual boot=1")
        : bytes;
  }

  /** After everything it sends, the device reports that nothing touches it. */
  private static byte[] away(byte[] bytes) {
    byte[] status = StillpointEncoder.status(0, 1);
    byte[] both = java.util.Arrays.copyOf(bytes, bytes.length + status.length);
    System.arraycopy(status, 0, both, bytes.length, status.length);
    return both;
  }

  void fingerAway(boolean away) {
    fingerAway = away;
  }

  void unplug() {
    unplugged = true;
  }

  @Override
  public long hostNanos() {
    return hostNanos;
  }

  @Override
  public String description() {
    return "virtual person";
  }

  @Override
  public void close() {}
}

package org.stillpoint.app;

import org.stillpoint.participant.Chunk;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.serial.ByteSource;

/** A virtual sensor as a source: it enters where a port would. Endless, as fast as it is read. */
final class VirtualSource implements ByteSource {
  private final String name;
  private final VirtualSensor sensor;
  private byte[] rest = new byte[0];
  private int restAt;
  private long hostNanos;
  private volatile boolean closed;

  VirtualSource(String name, VirtualSensor sensor) {
    this.name = name;
    this.sensor = sensor;
  }

  @Override
  public int read(byte[] buffer) {
    if (closed) {
      return -1;
    }
    if (restAt == rest.length) {
      Chunk chunk = sensor.next();
      rest = chunk.bytes();
      restAt = 0;
      hostNanos = chunk.hostNanos();
    }
    int count = Math.min(buffer.length, rest.length - restAt);
    System.arraycopy(rest, restAt, buffer, 0, count);
    restAt += count;
    return count;
  }

  @Override
  public long hostNanos() {
    return hostNanos;
  }

  @Override
  public String description() {
    return name;
  }

  @Override
  public void close() {
    closed = true;
  }
}

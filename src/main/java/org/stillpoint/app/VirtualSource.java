package org.stillpoint.app;

import java.util.function.Consumer;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.participant.Chunk;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.programme.Script;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.Leftover;
import org.stillpoint.trial.Ears;

/** A virtual sensor as a source: it enters where a port would. Endless, as fast as it is read. */
final class VirtualSource implements ByteSource {
  private final String name;
  private final VirtualSensor sensor;
  private final Leftover rest = new Leftover();
  private long hostNanos;
  private volatile boolean closed;

  VirtualSource(String name, VirtualSensor sensor) {
    this.name = name;
    this.sensor = sensor;
  }

  /** Lets the person hear the session that is made of their own signal. */
  Consumer<RecordingEvent> ears(Script script) {
    return new Ears(script, sensor.person());
  }

  @Override
  public int read(byte[] buffer) {
    if (closed) {
      return -1;
    }
    if (rest.empty()) {
      Chunk chunk = sensor.next();
      rest.fill(chunk.bytes());
      hostNanos = chunk.hostNanos();
    }
    return rest.take(buffer);
  }

  @Override
  public void write(byte[] bytes) {
    sensor.hear(bytes);
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

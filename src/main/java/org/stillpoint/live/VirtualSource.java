package org.stillpoint.live;

import java.util.function.Supplier;
import org.stillpoint.participant.Chunk;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.ChunkBuffer;

/**
 * A virtual sensor as a byte source, in the place of a port. It is endless and runs as fast as it
 * is read.
 */
public final class VirtualSource implements ByteSource {
  private static final String PROTOCOL = "stillpoint";

  private final String name;
  private final Supplier<VirtualSensor> sensors;
  private final ChunkBuffer rest = new ChunkBuffer();
  private volatile VirtualSensor sensor;
  private long hostNanos;
  private volatile boolean closed;

  /**
   * A source that plays a sensor.
   *
   * @param name what to call it
   * @param sensors creates the sensor, and an equal one for every restart
   */
  public VirtualSource(String name, Supplier<VirtualSensor> sensors) {
    this.name = name;
    this.sensors = sensors;
    this.sensor = sensors.get();
  }

  /** The virtual person that a specification names. */
  static VirtualSource of(SensorSpec spec) {
    return new VirtualSource(
        spec.words(), () -> new VirtualSensor(spec.family(), spec.seed(), PROTOCOL, beat -> {}));
  }

  /** The person who wears the sensor now. */
  VirtualPerson person() {
    return sensor.person();
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

  /**
   * Begins anew with the same person, so that their session does not depend on the time before it.
   */
  @Override
  public boolean restart() {
    sensor = sensors.get();
    rest.fill(new byte[0]);
    hostNanos = 0;
    return true;
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

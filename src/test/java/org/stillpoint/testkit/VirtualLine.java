package org.stillpoint.testkit;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.device.Devices;
import org.stillpoint.device.ToDevice;
import org.stillpoint.monitor.Chain;
import org.stillpoint.participant.Chunk;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.participant.VirtualSensor;

/**
 * The line between a chain and a virtual sensor, both ways, without threads and clocks: what the
 * chain says reaches the sensor at once, what the sensor sends reaches the chain at its time.
 */
public final class VirtualLine implements ToDevice {
  private static final int FIRST_RATE = 115_200;

  private final List<VirtualPerson.TrueBeat> beats = new ArrayList<>();
  private final List<byte[]> said = new ArrayList<>();
  private final VirtualSensor sensor;
  private Chunk next;
  private final int sensorBaud;
  private int baud = FIRST_RATE;

  /** A sensor on a responder, switched on now; at another rate nothing is heard of it. */
  public VirtualLine(String protocol, long seed) {
    int troubled = protocol.indexOf('-');
    String plain = troubled < 0 ? protocol : protocol.substring(0, troubled);
    this.sensorBaud = Devices.named(plain, "ppg").map(p -> p.speech().baud()).orElse(FIRST_RATE);
    this.sensor = new VirtualSensor(Family.RESPONDER, seed, protocol, beats::add);
    this.next = sensor.next();
  }

  /** Lets time pass; the chain must have been made with this as its line. */
  public void run(Chain chain, double untilSeconds) {
    run(chain, 0, untilSeconds);
  }

  /** Goes on with a chain whose time begins now. */
  public void runAnew(Chain chain, double untilSeconds) {
    run(chain, next.hostNanos(), untilSeconds);
  }

  private void run(Chain chain, long zeroNanos, double untilSeconds) {
    while (next.hostNanos() < untilSeconds * 1e9) {
      chain.advance(next.hostNanos() - zeroNanos);
      if (baud == sensorBaud) {
        chain.bytes(next.bytes(), next.bytes().length);
      }
      next = sensor.next();
    }
  }

  @Override
  public void send(byte[] bytes) {
    said.add(bytes);
    if (baud == sensorBaud) {
      sensor.hear(bytes);
    }
  }

  @Override
  public void rate(int baud) {
    this.baud = baud;
  }

  /** The rate asked for last. */
  public int baud() {
    return baud;
  }

  /** What the chain said, in order. */
  public List<byte[]> said() {
    return said;
  }

  /** The true heartbeats so far. */
  public List<VirtualPerson.TrueBeat> beats() {
    return beats;
  }

  /** When the heart really beat until now, in seconds. */
  public double[] beatSeconds() {
    return beats.stream().mapToDouble(VirtualPerson.TrueBeat::seconds).toArray();
  }
}

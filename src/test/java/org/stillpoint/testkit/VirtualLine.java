package org.stillpoint.testkit;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.device.ToDevice;
import org.stillpoint.monitor.Chain;
import org.stillpoint.participant.Chunk;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.participant.VirtualSensor;

/** A line between a chain and a virtual device that answers: no thread, no clock. */
public final class VirtualLine implements ToDevice {
  private final List<VirtualPerson.TrueBeat> beats = new ArrayList<>();
  private final List<byte[]> said = new ArrayList<>();
  private final VirtualSensor sensor;
  private int baud;

  /** A device of this protocol on a person. */
  public VirtualLine(String protocol, long seed) {
    this.sensor = new VirtualSensor(Family.RESPONDER, seed, protocol, beats::add);
  }

  @Override
  public void send(byte[] bytes) {
    said.add(bytes);
  }

  @Override
  public void rate(int baud) {
    this.baud = baud;
  }

  /** The rate asked for last. */
  public int baud() {
    return baud;
  }

  /** Runs a chain until a time since the device was switched on. */
  public void run(Chain chain, double untilSeconds) {
    Chunk chunk;
    do {
      chunk = sensor.next();
      chain.advance(chunk.hostNanos());
      chain.bytes(chunk.bytes(), chunk.bytes().length);
      said.forEach(sensor::hear);
      said.clear();
    } while (chunk.hostNanos() < untilSeconds * 1e9);
  }

  /** When the heart really beat until now, in seconds. */
  public double[] beatSeconds() {
    return beats.stream().mapToDouble(VirtualPerson.TrueBeat::seconds).toArray();
  }
}

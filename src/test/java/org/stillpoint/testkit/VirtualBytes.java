package org.stillpoint.testkit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.device.Devices;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.NetworkKey;
import org.stillpoint.device.SignalHandler;
import org.stillpoint.device.Timebase;
import org.stillpoint.participant.Chunk;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.participant.VirtualSensor;

/**
 * The bytes of a virtual sensor over some time, with the truth.
 *
 * @param chunks what arrived, with host stamps
 * @param beats the true heartbeats
 */
public record VirtualBytes(List<Chunk> chunks, List<VirtualPerson.TrueBeat> beats) {

  private static final NetworkKey KEY = NetworkKey.parse("0102030405060708");

  /** Many tests ask for the same bytes again and again; more than so many would fill the memory. */
  private static final int KEPT = 24;

  private static final Map<List<Object>, VirtualBytes> MADE =
      new LinkedHashMap<>(KEPT, 1, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, VirtualBytes> eldest) {
          return size() > KEPT;
        }
      };

  /** Records a sensor. The bytes must not be changed, because the next test may get the same. */
  public static VirtualBytes of(String protocol, long seed, double seconds) {
    synchronized (MADE) {
      return MADE.computeIfAbsent(
          List.of(protocol, seed, seconds), key -> make(protocol, seed, seconds));
    }
  }

  private static VirtualBytes make(String protocol, long seed, double seconds) {
    List<VirtualPerson.TrueBeat> beats = new ArrayList<>();
    VirtualSensor sensor = new VirtualSensor(Family.RESPONDER, seed, protocol, beats::add);
    List<Chunk> chunks = new ArrayList<>();
    FrameDecoder host = Devices.named(protocol, "ppg", KEY).orElseThrow().decoder().get();
    Timebase nobody = new Timebase(SignalHandler.NOBODY);
    Chunk chunk = sensor.next();
    while (chunk.hostNanos() < seconds * 1e9) {
      chunks.add(chunk);
      host.accept(chunk.bytes(), chunk.bytes().length, nobody);
      host.speak(chunk.hostNanos(), sensor::hear); // some are silent until they are asked
      chunk = sensor.next();
    }
    return new VirtualBytes(List.copyOf(chunks), List.copyOf(beats));
  }

  /** All bytes without their stamps. */
  public byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    chunks.forEach(c -> all.writeBytes(c.bytes()));
    return all.toByteArray();
  }
}

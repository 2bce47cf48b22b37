package org.stillpoint.live;

import org.stillpoint.device.Devices;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.NetworkKey;
import org.stillpoint.device.SignalHandler;
import org.stillpoint.device.Timebase;

/**
 * The other end of a virtual sensor that is silent until it is asked: without it there would be
 * nothing to write down. Any key opens a virtual stick.
 */
public final class VirtualHost {
  private static final NetworkKey KEY = NetworkKey.parse("0102030405060708");

  private final VirtualSource sensor;
  private final FrameDecoder decoder;
  private final Timebase nobody = new Timebase(SignalHandler.NOBODY);

  /**
   * A host for a sensor of a protocol.
   *
   * @param protocol its name
   */
  public VirtualHost(String protocol, VirtualSource sensor) {
    this.sensor = sensor;
    this.decoder = Devices.named(protocol, "ppg", KEY).orElseThrow().decoder().get();
  }

  /** Takes what the sensor sent, perhaps nothing, and says what is to be said. */
  public void hears(byte[] bytes, int count) {
    decoder.accept(bytes, count, nobody);
    decoder.speak(sensor.hostNanos(), sensor::write);
  }
}

package org.stillpoint.live;

import org.stillpoint.device.Devices;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.NetworkKey;
import org.stillpoint.device.SignalHandler;
import org.stillpoint.device.Timebase;

/**
 * The host of a virtual sensor that is silent until it is asked; without it, such a sensor would
 * send nothing to write to a file. The network key is not a real one: a virtual stick accepts any.
 */
public final class VirtualHost {
  private static final NetworkKey KEY = NetworkKey.parse("0102030405060708");

  private final VirtualSource sensor;
  private final FrameDecoder decoder;
  private final Timebase unused = new Timebase(SignalHandler.NOBODY);

  /**
   * A host for a sensor of a protocol.
   *
   * @param protocol its name
   */
  public VirtualHost(String protocol, VirtualSource sensor) {
    this.sensor = sensor;
    this.decoder = Devices.named(protocol, "ppg", KEY).orElseThrow().decoder().get();
  }

  /** Takes the bytes that the sensor sent, perhaps none, and sends the host's questions. */
  public void hears(byte[] bytes, int count) {
    decoder.accept(bytes, count, unused);
    decoder.speak(sensor.hostNanos(), sensor::write);
  }
}

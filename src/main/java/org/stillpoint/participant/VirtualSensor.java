package org.stillpoint.participant;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A pulse sensor on a virtual person: its bytes, with the times at which they would reach the host.
 * Its crystal is off by some parts per million, and USB hands bytes over in clumps of 16 ms.
 * Endless. Belongs to one thread.
 */
public final class VirtualSensor {
  private static final long USB_CLUMP_NANOS = 16_000_000;

  /** Protocols a virtual sensor speaks, by the names that {@code --protocol} takes. */
  public static final List<String> PROTOCOLS =
      List.of("stillpoint", "pulsesensor-plotter", "pulsesensor-processing");

  private final VirtualFirmware firmware;
  private long clumpEndNanos;
  private VirtualFirmware.@org.jspecify.annotations.Nullable Message ready;

  /**
   * A sensor that is switched on now.
   *
   * @param family what kind of person
   * @param seed which person
   * @param protocol one of {@link #PROTOCOLS}
   * @param truth told of every beat when it happens
   * @throws IllegalArgumentException for an unknown protocol
   */
  public VirtualSensor(
      Family family, long seed, String protocol, Consumer<VirtualPerson.TrueBeat> truth) {
    Random random = new Random(~seed);
    VirtualPerson person = new VirtualPerson(family, seed, truth);
    this.firmware =
        switch (protocol) {
          case "stillpoint" -> new StillpointFirmware(person, random);
          case "pulsesensor-plotter" -> new PulseSensorFirmware(person, random, true);
          case "pulsesensor-processing" -> new PulseSensorFirmware(person, random, false);
          default -> throw new IllegalArgumentException("no virtual sensor speaks " + protocol);
        };
  }

  /** The next bytes; their times never decrease. */
  public Chunk next() {
    VirtualFirmware.Message first = ready == null ? firmware.next() : ready;
    long clump = first.sentNanos() / USB_CLUMP_NANOS + 1;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    VirtualFirmware.Message message = first;
    while (message.sentNanos() / USB_CLUMP_NANOS + 1 == clump) {
      bytes.writeBytes(message.bytes());
      message = firmware.next();
    }
    ready = message;
    clumpEndNanos = clump * USB_CLUMP_NANOS;
    return new Chunk(clumpEndNanos, bytes.toByteArray());
  }
}

package org.stillpoint.participant;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.participant.Bled112Dongle.Trouble;

/**
 * A sensor on a virtual person: its bytes, with the times at which they would reach the host. Its
 * crystal is off by up to 100 parts per million, and USB delivers bytes in clumps of about 16 ms.
 * The bytes never end. Belongs to one thread.
 */
public final class VirtualSensor {
  private static final long USB_CLUMP_NANOS = 16_000_000;

  /** A host is not punctual: a clump arrives up to this much later. */
  private static final double MOST_LATE_NANOS = 3e6;

  private static final long SENSOR_SALT = 0x5E4503;
  private static final long HOST_SALT = 0x405;

  /** Protocols that a virtual sensor speaks, by their names for {@code --protocol}. */
  public static final List<String> PROTOCOLS =
      List.of(
          "stillpoint",
          "pulsesensor-plotter",
          "pulsesensor-processing",
          "csv",
          "json",
          "pulsesensor-two",
          "numbers",
          "rr",
          "bled112",
          "hrmi",
          "ant");

  /** Protocols of devices that send beats and no wave, by the beginning of their names. */
  private static final List<String> BY_BEATS = List.of("rr", "bled112", "hrmi");

  private final VirtualPerson person;
  private final VirtualFirmware firmware;
  private final Random host;
  private long clumpEndNanos;
  private VirtualFirmware.@Nullable Message ready;

  /**
   * A sensor that is switched on now.
   *
   * @param family what kind of person
   * @param seed which one of them
   * @param protocol one of {@link #PROTOCOLS}; for tests also one of their variants with a fault
   * @param truth receives every beat when it happens
   * @throws IllegalArgumentException for an unknown protocol
   */
  public VirtualSensor(
      Family family, long seed, String protocol, Consumer<VirtualPerson.TrueBeat> truth) {
    this(family, seed, protocol, false, truth);
  }

  /**
   * A sensor on a person who can be simulated in coarse steps, for runs with many people.
   *
   * @param coarse whether the body is simulated in coarse steps
   */
  public VirtualSensor(
      Family family,
      long seed,
      String protocol,
      boolean coarse,
      Consumer<VirtualPerson.TrueBeat> truth) {
    this(family, seed, protocol, null, coarse, truth);
  }

  /**
   * A sensor that sees another pulse wave than the person's own.
   *
   * @param form the shape of the wave
   */
  public VirtualSensor(
      Family family,
      long seed,
      String protocol,
      PulseForm form,
      Consumer<VirtualPerson.TrueBeat> truth) {
    this(family, seed, protocol, form, false, truth);
  }

  private VirtualSensor(
      Family family,
      long seed,
      String protocol,
      @Nullable PulseForm form,
      boolean coarse,
      Consumer<VirtualPerson.TrueBeat> truth) {
    Random random = Seeds.random(seed, SENSOR_SALT);
    ArrayDeque<Double> beats = new ArrayDeque<>();
    boolean byBeats = BY_BEATS.stream().anyMatch(protocol::startsWith);
    this.person =
        VirtualPerson.of(
            family,
            seed,
            form,
            coarse,
            byBeats ? truth.andThen(b -> beats.add(b.seconds())) : truth);
    this.host = Seeds.random(seed, HOST_SALT);
    this.firmware =
        switch (protocol) {
          case "stillpoint" -> new StillpointFirmware(person, random);
          case "pulsesensor-plotter" -> new PulseSensorFirmware(person, random, true);
          case "pulsesensor-processing" -> new PulseSensorFirmware(person, random, false);
          case "csv" -> TextFirmware.csv(person, random);
          case "json" -> TextFirmware.json(person, random);
          case "pulsesensor-two" -> TextFirmware.two(person, random);
          case "numbers" -> TextFirmware.numbers(person, random);
          case "rr" -> new IntervalFirmware(person, beats);
          case "bled112" -> strapped(person, beats, random, Trouble.NONE);
          case "bled112-troubled" ->
              strapped(person, beats, random, Trouble.CONTACT_AND_DISCONNECT);
          case "bled112-rates" -> strapped(person, beats, random, Trouble.RATES_ONLY);
          case "bled112-neighbour" -> strapped(person, beats, random, Trouble.NEIGHBOUR);
          case "bled112-alone" -> strapped(person, beats, random, Trouble.NO_STRAP);
          case "hrmi" -> new HrmiBoard(new Strap(person, beats, HrmiBoard.TICKS), true);
          case "hrmi-rates" -> new HrmiBoard(new Strap(person, beats, HrmiBoard.TICKS), false);
          case "ant" -> new AntStick(person, random);
          default -> throw new IllegalArgumentException("no virtual sensor speaks " + protocol);
        };
  }

  private static VirtualFirmware strapped(
      VirtualPerson person, ArrayDeque<Double> beats, Random random, Trouble trouble) {
    Strap strap = new Strap(person, beats, Strap.BLUETOOTH_TICKS);
    return new Bled112Dongle(strap, random, trouble);
  }

  /** The person who wears it. */
  public VirtualPerson person() {
    return person;
  }

  /** Takes bytes from the host, which sends them after the bytes that it received last. */
  public void hear(byte[] bytes) {
    firmware.heard(clumpEndNanos, bytes);
  }

  /** The next bytes, perhaps none; the times never decrease. */
  public Chunk next() {
    VirtualFirmware.Message first = ready == null ? firmware.next() : ready;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    VirtualFirmware.Message message = first;
    while (clumpEndNanos < first.sentNanos()) {
      clumpEndNanos += USB_CLUMP_NANOS + Math.round(MOST_LATE_NANOS * host.nextDouble());
    }
    while (message.sentNanos() <= clumpEndNanos) {
      bytes.writeBytes(message.bytes());
      message = firmware.next();
    }
    ready = message;
    return new Chunk(clumpEndNanos, bytes.toByteArray());
  }
}
